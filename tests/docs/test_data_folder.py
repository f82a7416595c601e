"""Every file that a device makes is on the page of the data folder: a visit is made, and its folder looked through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.device import Device, Fitting
from kiosk.app.diary import close_diary, open_diary
from kiosk.model.errors import KioskError
from kiosk.packs.source import read_source
from kiosk.spoken.shelf import SpokenShelf
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.house.repository import HOUSE
from tests.packs.small_source import write_small_source

PAGE = (HOUSE / "docs" / "reference" / "data-folder.md").read_text(encoding="utf-8")
DOCUMENTED = set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a pack in it."""
    hpack = tmp_path / "mill.hpack"
    operator = ThrowAwayOperator()
    operator.build(read_source(write_small_source(tmp_path)), hpack)
    store = operator.open_store(tmp_path / "data")
    assert store.install(hpack).error is None
    store.close()
    return tmp_path / "data"


@pytest.fixture
def device(data: Path, qtbot: QtBot) -> Iterator[Device]:
    """A guide that hands the facts of each visit over at once, on that folder."""
    with hold_data_folder(data) as folder:
        diary = open_diary(data)
        device = Device(folder, Fitting(open_camera=None, fold_after_visits=1))
        yield device
        device.close()
        close_diary(diary)


def list_names(data: Path) -> set[str]:
    """Return the files' names as the page gives them; what lies in packs/ or spoken/ by hash has one row together."""
    names = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    return {
        "packs/"
        if name.startswith(("packs/blobs/", "packs/incoming/", "packs/leases/"))
        else "spoken/"
        if name.startswith("spoken/")
        else re.sub(r"\.db-(wal|shm|journal)$", ".db", name)
        for name in names
    }


@pytest.mark.allow_log(r"kiosk\.app\.device: .*test\.something")
def test_every_file_of_a_device_is_documented(device: Device, data: Path, qtbot: QtBot) -> None:
    card = device.library.stop_cards("mill", "en")[0]
    device.visit.start("mill", "en")
    device.visit.open_stop(card.id, "number")
    device.report(KioskError("Something happened", code="test.something"))
    device.visit.say("story", language="en", sound=SpokenShelf(data).hold(b"OggS"))
    meanwhile = list_names(data)
    device.visit.end("leave")
    qtbot.waitUntil((data / "outbox.db").exists, timeout=10_000)
    names = meanwhile | list_names(data)
    assert {
        "events.db",
        "outbox.db",
        "diary.log",
        "state.db",
        "device-id",
        "in-use.lock",
        "packs/",
        "spoken/",
    } <= names
    assert names - DOCUMENTED == set()
