"""A device installs what its operator signed, and says in words why not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.install import open_source
from kiosk.packs.pack_source import PackSource
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.packs.trust.state import Origin
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.conftest import MakePack


@pytest.fixture
def operator() -> ThrowAwayOperator:
    """Another one for each test: what it lists is changed."""
    return ThrowAwayOperator()


@pytest.fixture
def device(operator: ThrowAwayOperator, tmp_path: Path) -> Iterator[PackStore]:
    """A device that trusts the operator."""
    store = operator.open_store(tmp_path / "device")
    yield store
    store.close()


def sign(operator: ThrowAwayOperator, hpack: Path, folder: Path) -> Path:
    return operator.repository.sign_hpack(hpack, folder / f"signed-{hpack.name}")


def publisher(store: PackStore, site: str = "mill") -> str:
    library = store.open_library()
    try:
        shown = site in {shown.id for shown in library.sites("en")}
        return library.get_stop(f"{site}/wheel", "en").publisher if shown else ""
    finally:
        library.close()


def test_what_the_operator_signed_is_shown(
    device: PackStore, operator: ThrowAwayOperator, make_mill: MakePack, tmp_path: Path
) -> None:
    outcome = device.install(sign(operator, make_mill(1), tmp_path))
    assert (outcome.result, outcome.code) == ("installed", "")
    assert publisher(device) == "Publisher 1"
    state = device.trust.state()
    assert state is not None
    assert {"timestamp", "snapshot", "targets"} == state.roles.keys()
    assert device.list_releases()[0].vouched_by == state.operator_id


def test_what_nobody_signed_is_refused(device: PackStore, unsigned_mill: Path) -> None:
    outcome = device.install(unsigned_mill)
    assert (outcome.result, outcome.pack, outcome.code) == ("refused", "test.mill", "packs.unsigned")
    assert publisher(device) == ""


def test_what_another_operator_signed_is_refused_with_both_names(
    device: PackStore, make_mill: MakePack, tmp_path: Path
) -> None:
    outcome = device.install(sign(ThrowAwayOperator(), make_mill(1), tmp_path))
    assert outcome.code == "packs.foreign"
    assert outcome.error is not None
    assert "Test Society" in outcome.error.found


def test_a_device_that_trusts_nobody_asks_for_the_operator(make_mill: MakePack, tmp_path: Path) -> None:
    store = PackStore(tmp_path)
    try:
        assert store.install(sign(ThrowAwayOperator(), make_mill(1), tmp_path)).code == "packs.no-trust"
    finally:
        store.close()


def test_files_of_different_weeks_both_install(
    device: PackStore,
    operator: ThrowAwayOperator,
    make_mill: MakePack,
    mill_source: PackSource,
    tmp_path: Path,
) -> None:
    """The older file is vouched for by the newer metadata that the device already has."""
    forge = replace(
        mill_source, id="test.forge", publisher="Forge", site=replace(mill_source.site, id="forge")
    )
    older = operator.build(forge, tmp_path / "forge.hpack")
    newer = sign(operator, make_mill(1), tmp_path)
    assert device.install(newer).result == "installed"
    assert device.install(older).result == "installed"
    assert (publisher(device), publisher(device, "forge")) == ("Publisher 1", "Forge")


def test_a_withdrawn_release_stays_and_does_not_come_back(
    device: PackStore, operator: ThrowAwayOperator, make_mill: MakePack, tmp_path: Path
) -> None:
    """Staff see that it was withdrawn; visitors are not left with nothing."""
    first = sign(operator, make_mill(1), tmp_path)
    device.install(first)
    operator.repository.withdraw("test.mill", 1)
    second = sign(operator, make_mill(2), tmp_path)
    assert device.trust.find_withdrawn() == ()
    with closing(open_source(second)) as tree:
        device.trust.learn(tree)
    assert publisher(device) == "Publisher 1"
    assert [(r.pack_id, r.version) for r in device.trust.find_withdrawn()] == [("test.mill", 1)]
    device.install(second)
    assert [(r.pack_id, r.version) for r in device.trust.find_withdrawn()] == [("test.mill", 1)]
    with pytest.raises(KioskError) as caught:
        device.activate("test.mill", 1)
    assert caught.value.code == "packs.withdrawn"
    assert caught.value.what == "The release was not shown"
    assert publisher(device) == "Publisher 2"
    device.remove("test.mill", 1)
    assert device.install(first).code == "packs.withdrawn"


def test_the_demonstration_gives_way_to_an_own_operator(
    make_mill: MakePack, mill_source: PackSource, tmp_path: Path
) -> None:
    demonstration, own = ThrowAwayOperator(), ThrowAwayOperator()
    forge = replace(
        mill_source, id="test.forge", publisher="Demo", site=replace(mill_source.site, id="forge")
    )
    demo = demonstration.build(forge, tmp_path / "demo.hpack")
    pack = sign(own, make_mill(1), tmp_path)
    store = PackStore(tmp_path / "device")
    (tmp_path / "device").mkdir()
    try:
        store.trust.adopt(demo, origin=Origin.DEMONSTRATION)
        assert store.install(demo).result == "installed"
        assert store.install(pack).code == "packs.foreign"
        store.trust.adopt(pack)
        assert publisher(store, "forge") == "Demo", "shown until there is something of their own"
        assert store.install(demo).code == "packs.foreign"
        assert store.install(pack).result == "installed"
        assert (publisher(store), publisher(store, "forge")) == ("Publisher 1", "")
    finally:
        store.close()


def test_a_preview_shows_what_nobody_signed_and_a_device_never_does(
    device: PackStore, unsigned_mill: Path, tmp_path: Path
) -> None:
    preview = PackStore(tmp_path / "aside", trusting=PREVIEW)
    (tmp_path / "aside").mkdir()
    try:
        assert preview.install(unsigned_mill).result == "installed"
        assert publisher(preview) == "The Mill Society"
    finally:
        preview.close()
    wrong = PackStore(tmp_path / "device", trusting=PREVIEW)
    try:
        assert wrong.install(unsigned_mill).code == "packs.preview-apart"
    finally:
        wrong.close()


def test_damaged_trust_is_told_and_can_be_set_anew(
    device: PackStore, operator: ThrowAwayOperator, make_mill: MakePack, tmp_path: Path
) -> None:
    pack = sign(operator, make_mill(1), tmp_path)
    device.install(pack)
    with closing(sqlite3.connect(tmp_path / "device" / "state.db")) as connection, connection:
        connection.execute("UPDATE trust_root SET metadata = x'7b'")
    assert device.install(sign(operator, make_mill(2), tmp_path)).code == "packs.metadata-faulty"
    assert publisher(device) == "Publisher 1"
    with pytest.raises(KioskError):
        device.trust.adopt(pack)
    device.trust.adopt(pack, replace=True)
    assert device.install(sign(operator, make_mill(2), tmp_path)).result == "installed"


def test_a_device_from_before_signatures_shows_nothing_until_its_pack_is_signed(
    operator: ThrowAwayOperator, make_mill: MakePack, tmp_path: Path
) -> None:
    """Its list of packs has no word of who vouched for them: nobody did."""
    (tmp_path / "old").mkdir()
    with closing(PackStore(tmp_path / "old", trusting=PREVIEW)) as before:
        assert before.install(make_mill(1)).result == "installed"
    with closing(sqlite3.connect(tmp_path / "old" / "state.db")) as connection:
        for table in ("pack", "pack_release"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN vouched_by")
    with closing(operator.open_store(tmp_path / "old")) as store:
        with closing(store.open_library()) as library:
            assert library.sites("en") == ()
            assert [problem.code for problem in library.problems] == ["packs.unsigned"]
        with pytest.raises(KioskError) as caught:
            store.activate("test.mill", 1)
        assert caught.value.code == "packs.unsigned"
        outcome = store.install(sign(operator, make_mill(1), tmp_path))
        assert (outcome.result, outcome.copied_bytes) == ("installed", 0)
        assert publisher(store) == "Publisher 1"
