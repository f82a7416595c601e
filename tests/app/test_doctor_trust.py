"""What the doctor says of whom a device trusts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app.doctor.finding import Status
from kiosk.app.doctor.trust import check_trust
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from kiosk.packs.tree import FolderTree
from kiosk.packs.trust.reference_time import BUILT_AT
from kiosk.packs.trust.state import Origin
from tests.fakes.repository_simulator import RepositorySimulator
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source


@pytest.fixture
def operator() -> ThrowAwayOperator:
    return ThrowAwayOperator()


@pytest.fixture
def pack(operator: ThrowAwayOperator, tmp_path: Path) -> Path:
    return operator.build(read_source(write_small_source(tmp_path / "mill")), tmp_path / "mill.hpack")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PackStore]:
    (tmp_path / "device").mkdir()
    with closing(PackStore(tmp_path / "device")) as store:
        yield store


def ask(store: PackStore) -> list[tuple[Status, str]]:
    return [(finding.status, finding.found) for finding in check_trust(store)]


def test_a_device_that_trusts_nobody(store: PackStore) -> None:
    ((status, found),) = ask(store)
    assert (status, found) == (Status.WARN, "nobody yet: no pack can be installed")


def test_the_demonstration_is_said_to_be_one(store: PackStore, pack: Path) -> None:
    store.trust.adopt(pack, origin=Origin.DEMONSTRATION)
    ((status, found),) = ask(store)
    assert status == Status.OK
    assert found.startswith("the demonstration only, Test Society (")


def test_the_operator_is_named_with_the_fingerprint(store: PackStore, pack: Path) -> None:
    told = store.trust.adopt(pack)
    store.install(pack)
    assert ask(store) == [(Status.OK, f"Test Society ({told.fingerprint})")]


@pytest.mark.parametrize(("days", "word"), [(30, "run out on"), (-30, "have run out on")])
def test_signatures_that_run_out_are_told_in_time(
    store: PackStore, pack: Path, operator: ThrowAwayOperator, tmp_path: Path, days: int, word: str
) -> None:
    operator.repository.snapshot.expires = BUILT_AT + timedelta(days=200 + days)
    operator.repository.sign_hpack(pack)
    store.trust.adopt(pack)
    assert store.install(pack).result == "installed"
    store.trust.note_hub_time(BUILT_AT + timedelta(days=200))
    _, (status, found) = ask(store)
    assert status == Status.WARN
    assert word in found


def test_what_was_taken_back_is_told_while_it_is_shown(
    store: PackStore, pack: Path, operator: ThrowAwayOperator, tmp_path: Path
) -> None:
    store.trust.adopt(pack)
    store.install(pack)
    (release,) = store.list_releases()
    operator.repository.withdraw(release.manifest.id, release.manifest.version)
    operator.repository.publish()
    stick = operator.repository.write(tmp_path / "stick")
    assert store.trust.learn(FolderTree(stick)).problem is None
    _, (status, found) = ask(store)
    assert (status, found) == (Status.WARN, "test.mill 1 is shown, and its publisher has taken it back")


def test_what_the_operator_before_left_is_told_while_it_is_shown(
    store: PackStore, pack: Path, tmp_path: Path
) -> None:
    store.trust.adopt(pack)
    store.install(pack)
    other = RepositorySimulator("The Forge Trust").write(tmp_path / "other")
    store.trust.adopt(other, replace=True)
    assert ask(store)[-1] == (Status.WARN, "test.mill 1 was signed by the operator before")


def test_a_root_that_came_without_its_lists_is_no_fault(
    store: PackStore, pack: Path, operator: ThrowAwayOperator, tmp_path: Path
) -> None:
    """It revokes the key of the lists that the device knows; the next stick brings others."""
    told = store.trust.adopt(pack)
    store.install(pack)
    operator.repository.rotate("timestamp")
    operator.repository.files = {
        "1.root.json": operator.repository.roots[0],
        "2.root.json": operator.repository.roots[1],
    }
    stick = operator.repository.write(tmp_path / "stick")
    assert store.trust.learn(FolderTree(stick)).problem is not None
    state = store.trust.state()
    assert state is not None and len(state.roots) == 2
    ((status, found),) = ask(store)
    assert status == Status.OK
    assert told.fingerprint not in found, "the newest root has another fingerprint"
