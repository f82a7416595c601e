"""A disk that is full, damaged or not to be written, met by the whole guide: the visit goes on, staff read why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.visits.lock import WriterLock
from kiosk.visits.log import RETRY_AFTER_S
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, find_dwells, pack, read_events
from tests.fakes.qt_loop import spin

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
    pytest.mark.allow_log(DIARY),
]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 6 MB; whatever was done to it, it is writable again before it goes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can mount a small disk, and not everywhere")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Write until nothing more fits."""
    path = disk / "filling"
    with path.open("wb", buffering=0) as stream:
        for size in (1 << 16, 1 << 12, 1 << 8, 1):
            try:
                while stream.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return path


def move_to(disk: Path, data: Path) -> Path:
    """Put a data folder on another disk, which is too small for an install with its reserve."""
    return Path(shutil.copytree(data, disk / "data"))


def test_on_a_full_disk_the_visit_goes_on_and_the_log_owns_up(small_disk: Path, data: Path) -> None:
    data = move_to(small_disk, data)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        filling = fill(small_disk)
        guide.type_number("1")
        guide.wait(lambda: guide.state in ("playing", "ended"))
        guide.go_home()
        guide.type_number("12")
        guide.leave()
        assert guide.page == "attract"
        filling.unlink()
        guide.visit_stop("12")
        guide.wait(lambda: (data / "outbox.db").exists() and "mill/garden" in find_dwells(data))
        kept, gaps = find_dwells(data), read_events(data, "Gap")
        assert "mill/wheel" in kept or gaps, "what was done is there, or the log says what is missing"
        assert "disk" in guide.diary() and "[visits." in guide.diary()


def test_on_a_disk_that_is_full_from_the_start_the_guide_opens_and_staff_are_told_later(
    small_disk: Path, data: Path
) -> None:
    data = move_to(small_disk, data)
    filling = fill(small_disk)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("12")
        assert guide.words("stop-title") == "The garden"
        guide.leave()
        filling.unlink()
        spin(round(RETRY_AFTER_S * 1000) + 200)  # the log tries again no sooner
        guide.visit_stop()
        guide.wait(lambda: (data / "outbox.db").exists() and "mill/wheel" in find_dwells(data))
        assert "mill/garden" in find_dwells(data) or read_events(data, "Gap")


def test_from_a_folder_that_cannot_be_written_the_site_s_own_pack_is_shown(
    small_disk: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    data = move_to(small_disk, data)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()
        assert guide.folder.problem is not None and guide.folder.path != data
        assert guide.incidents()["app.data-not-writable"] == 1
        assert str(data) in guide.diary() and "--data" in guide.diary()
    assert not guide.folder.path.exists(), "the stand-in is removed"


def test_a_damaged_log_is_begun_anew_and_the_next_visit_counts(data: Path) -> None:
    (data / "events.db").write_bytes(b"no database at all" * 400)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()
        guide.wait(lambda: (data / "outbox.db").exists() and "mill/wheel" in find_dwells(data))
        assert "[visits.log-damaged]" in guide.diary()


def test_a_damaged_outbox_keeps_nobody_from_visiting_and_loses_no_fact(data: Path) -> None:
    outbox = data / "outbox.db"
    outbox.write_bytes(b"no database at all" * 400)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()
        guide.wait(lambda: "Put outbox.db aside and start the guide again" in guide.diary())
    outbox.rename(data / "outbox.aside")
    with ComposedGuide(data, has_camera=False) as guide:
        guide.wait(lambda: outbox.exists() and "mill/wheel" in find_dwells(data))


def test_a_damaged_list_of_packs_is_mended_and_visitors_notice_nothing(data: Path) -> None:
    (data / "state.db").write_bytes(b"no database at all" * 400)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()
        assert "[packs.state-restored]" in guide.diary()
        assert guide.incidents()["packs.state-restored"] == 1


def test_a_list_of_packs_that_cannot_be_mended_is_said_with_what_to_do(
    data: Path, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    (data / "state.db").write_bytes(b"no database at all" * 400)
    (data / "state.copy.db").unlink()
    with ComposedGuide(data, has_camera=False) as guide:
        assert guide.page == "empty"
        assert "put state.db aside, trust its operator again and install the packs again" in guide.diary()
        assert guide.incidents()["packs.state-unreadable"] == 1
    (data / "state.db").rename(data / "state.db.aside")
    with closing(PackStore(data)) as store:
        store.trust.adopt(pack)
        outcome = store.install(pack)
    assert outcome.result == "installed" and outcome.copied_bytes == 0, "the files were still there"
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()


def test_a_command_that_holds_the_log_for_a_moment_is_waited_for(data: Path) -> None:
    held = WriterLock(data / "events.lock")
    letting_go = threading.Timer(0.3, held.release)
    letting_go.start()
    try:
        with ComposedGuide(data, has_camera=False) as guide:
            assert guide.page == "attract"
    finally:
        letting_go.join()


def test_a_log_that_another_guide_holds_is_refused_in_words(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.device.LOG_PATIENCE_S", 0.1)
    held = WriterLock(data / "events.lock")
    try:
        with pytest.raises(KioskError) as caught:
            ComposedGuide(data, has_camera=False)
    finally:
        held.release()
    assert caught.value.code == "visits.log-in-use"
