"""What the contract's fake cannot show: processes that die, sticks that are pulled, parts left out."""

from __future__ import annotations

import os
import shutil
import signal
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.pack_offer import OfferState
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import RealHands, SignedSticks

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> SignedSticks:
    return SignedSticks(tmp_path_factory.mktemp("sticks"), ThrowAwayOperator())


@pytest.fixture
def hands(sticks: SignedSticks, tmp_path: Path) -> Iterator[RealHands]:
    hands = RealHands(tmp_path, sticks)
    yield hands
    hands.close()


def test_an_install_that_is_killed_is_told_and_a_repeat_completes(hands: RealHands) -> None:
    path = hands.plug(1)
    hands.desk.install(path, "test.mill", 1, ())
    task = hands.real._task
    assert task is not None
    os.kill(task.pid, signal.SIGKILL)
    hands.finish("refused", "app.task-died")
    job = hands.desk.job
    assert job is not None and "[app.task-died]" in job.message
    assert hands.desk.shelf == ()
    hands.desk.install(path, "test.mill", 1, ())
    hands.finish("installed")


def test_a_file_with_two_packs_gives_the_one_that_staff_chose(
    hands: RealHands, sticks: SignedSticks, tmp_path: Path
) -> None:
    """Whoever adds a list of another pack to a file keeps nobody from what is signed in it."""
    drive = tmp_path / "TWO"
    drive.mkdir()
    sticks.make(1)
    shutil.copy(sticks.folder / "1.hpack", drive / "mill.hpack")
    with zipfile.ZipFile(drive / "mill.hpack", "a") as archive:
        archive.writestr("HERITAGE/targets/test.other/1.json", "{}")
    path = hands.drives.plug(drive)
    hands.wait(lambda: [one.pack_id for look in hands.desk.drives for one in look.offers if not one.code])
    hands.desk.install(path, "test.mill", 1, ())
    hands.finish("installed")


def test_parts_are_left_out_and_added_later(hands: RealHands, tmp_path: Path) -> None:
    path = hands.plug(1)
    hands.desk.install(path, "test.mill", 1, ("lang-ar",))
    hands.finish("installed")
    hands.wait(lambda: [one.languages for one in hands.desk.shelf if one.shown] == [("en", "hi")])
    hands.wait(lambda: hands.desk.drives[0].offers[0].state is OfferState.HERE)
    assert hands.desk.drives[0].offers[0].left_out == ("lang-ar",)
    assert hands.library.languages("mill") == ("en", "hi")
    hands.desk.install(path, "test.mill", 1, ())
    hands.finish("installed")
    hands.wait(lambda: hands.library.languages("mill") == ("en", "hi", "ar"))


def test_what_somebody_installs_from_the_command_line_is_on_the_shelf(
    hands: RealHands, sticks: SignedSticks, tmp_path: Path
) -> None:
    assert hands.desk.shelf == ()
    with closing(PackStore(tmp_path / "device")) as store:
        assert store.install(sticks.make(1)).result == "installed"
    hands.content.renew()
    hands.wait(lambda: [one.shown for one in hands.desk.shelf] == [True])


def test_a_desk_that_closes_leaves_no_process(hands: RealHands) -> None:
    path = hands.plug(1)
    hands.desk.install(path, "test.mill", 1, ())
    task = hands.real._task
    assert task is not None
    hands.real.close()
    with pytest.raises(ProcessLookupError):
        os.kill(task.pid, 0)
