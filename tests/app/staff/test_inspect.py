"""``kiosk pack inspect`` at a glance: for people, and for the desk."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import SignedSticks


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> SignedSticks:
    sticks = SignedSticks(tmp_path_factory.mktemp("sticks"), ThrowAwayOperator())
    sticks.make(1)
    return sticks


@pytest.fixture
def data(sticks: SignedSticks, tmp_path: Path) -> Path:
    return sticks.operator.trust(tmp_path / "device")


def inspect(capsys: pytest.CaptureFixture[str], data: Path, *words: str | Path) -> tuple[int, str]:
    status = main(["pack", "inspect", *map(str, words), "--data", str(data)])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_a_trusted_stick_is_told_in_three_lines_a_release(
    capsys: pytest.CaptureFixture[str], data: Path, sticks: SignedSticks
) -> None:
    status, said = inspect(capsys, data, sticks.make(1))
    whose, release, sites, parts = said.splitlines()
    assert status == 0
    assert whose.startswith("Test Society  ") and whose.endswith("  trusted here")
    assert release == "test.mill 1  new"
    assert sites == "  The Mill  The Mill Society, reviewed 2026-03-01"
    assert parts.startswith("  en, hi, ar  ") and parts.endswith(" MB to copy")


def test_a_second_look_says_that_it_is_here(
    capsys: pytest.CaptureFixture[str], data: Path, sticks: SignedSticks
) -> None:
    with closing(PackStore(data)) as store:
        assert store.install(sticks.make(1)).result == "installed"
    status, said = inspect(capsys, data, sticks.make(1))
    assert status == 0 and "test.mill 1  here, 1 is shown" in said and "0.0 MB to copy" in said


def test_a_stranger_s_stick_cannot_be_installed_and_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sticks: SignedSticks
) -> None:
    other = ThrowAwayOperator().trust(tmp_path / "other")
    status, said = inspect(capsys, other, sticks.make(1))
    assert status == 1 and "  not trusted here" in said and "[packs.foreign]" in said


def test_nothing_is_said_to_be_nothing(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    (tmp_path / "EMPTY").mkdir()
    status, said = inspect(capsys, data, tmp_path / "EMPTY")
    assert status == 1 and said.count("\n") == 1 and "[packs.nothing-here]" in said


def test_a_program_is_answered_with_one_object(
    capsys: pytest.CaptureFixture[str], data: Path, sticks: SignedSticks
) -> None:
    status, said = inspect(capsys, data, sticks.make(1), "--json")
    record = json.loads(said)
    assert status == 0 and set(record) == {"publisher", "offers", "free_bytes", "problem"}
    assert record["publisher"]["trusted"] is True and record["problem"] is None
    (offer,) = record["offers"]
    assert (offer["pack_id"], offer["version"], offer["state"]) == ("test.mill", 1, "new")
    assert Path(offer["source"]).is_file()


def test_a_look_changes_nothing_unless_it_is_to_learn(
    capsys: pytest.CaptureFixture[str], data: Path, sticks: SignedSticks
) -> None:
    def read_roles() -> set[str]:
        with closing(PackStore(data)) as store:
            state = store.trust.state()
            assert state is not None
            return set(state.roles)

    inspect(capsys, data, sticks.make(1))
    assert read_roles() == set()
    inspect(capsys, data, sticks.make(1), "--learn")
    assert read_roles() == {"timestamp", "snapshot", "targets"}
