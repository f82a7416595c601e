"""Content that is absent, damaged or half there, met by the whole guide."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.doctor.content import check_packs
from kiosk.app.doctor.finding import Finding, Status
from kiosk.packs.manifest import PackManifest
from kiosk.packs.store import PackStore
from tests.fakes.composed_guide import (
    DIARY,
    ComposedGuide,
    build_small_pack,
    data,
    find_dwells,
    install,
    pack,
)

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire|Could not open media"),
    pytest.mark.allow_log(DIARY),
]


@pytest.fixture(autouse=True)
def _no_demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that brings no pack along."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)


def ask_doctor(data: Path) -> list[Finding]:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        return check_packs(library, has_demonstration=False)


def read_manifest(data: Path) -> PackManifest:
    with closing(PackStore(data)) as store:
        return next(release.manifest for release in store.list_releases() if release.active)


def find_blob(data: Path, sha256: str) -> Path:
    (path,) = (data / "packs").rglob(sha256)
    return path


def spoil(path: Path) -> None:
    """Turn bits in the middle of a file round; its length stays."""
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 3, len(content) // 2):
        content[place] ^= 0x5A
    path.chmod(0o644)
    path.write_bytes(content)


def list_recordings(data: Path, stop: str, language: str = "en") -> Iterator[Path]:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        for recording in library.get_stop(stop, language).recordings:
            path = library.media_path(recording.sha256)
            assert path is not None
            yield path


def test_a_device_with_no_pack_says_calmly_whom_to_ask(tmp_path: Path) -> None:
    with ComposedGuide(tmp_path / "data", has_camera=False) as guide:
        assert guide.page == "empty"
    assert [finding.status for finding in ask_doctor(tmp_path / "data")] == [Status.FAIL]


def test_a_damaged_pack_is_not_shown_and_staff_read_which(data: Path) -> None:
    spoil(find_blob(data, read_manifest(data).parts[0].sha256))
    with ComposedGuide(data, has_camera=False) as guide:
        assert guide.page == "empty"
        assert "test.mill 1" in guide.diary() and "install the pack again" in guide.diary()
        assert guide.incidents()["packs.file-missing"] == 1
    findings = ask_doctor(data)
    assert all(finding.status is Status.FAIL and finding.remedy for finding in findings)


def test_a_damaged_pack_gives_way_to_the_one_before_it(data: Path, tmp_path: Path) -> None:
    install(data, build_small_pack(tmp_path, version=2))
    spoil(find_blob(data, read_manifest(data).parts[0].sha256))
    with ComposedGuide(data, has_camera=False) as guide:
        guide.visit_stop()
        guide.wait(lambda: find_dwells(data))
        assert guide.incidents()["packs.file-missing"] == 1


def test_a_language_that_is_damaged_is_not_offered_and_the_others_are(data: Path) -> None:
    hindi = next(part for part in read_manifest(data).parts if part.language == "hi")
    find_blob(data, hindi.sha256).unlink()
    with ComposedGuide(data, has_camera=False) as guide:
        guide.tap("attract", "language")
        assert guide.can_touch("language-en") and not guide.shows("language-hi")
        guide.tap("language-en", "home")
        assert "lang-hi" in guide.diary()


def test_a_recording_that_is_missing_is_spoken_or_read_and_the_visit_counts(data: Path) -> None:
    for path in list_recordings(data, "mill/wheel"):
        path.unlink()
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("1")
        guide.wait(lambda: guide.kind in ("speech", "text"))
        assert guide.words("stop-title") and guide.shell.models.stop.property("words")
        guide.go_home()
        guide.type_number("12")
        guide.wait(lambda: guide.kind == "recording")
        guide.leave()
        guide.wait(lambda: set(find_dwells(data)) == {"mill/wheel", "mill/garden"})
        assert guide.incidents()["packs.file-missing"] >= 1
    assert "missing or cut short" in ask_doctor(data)[-1].found


def test_a_recording_that_is_corrupt_is_spoken_or_read_and_staff_read_why(data: Path) -> None:
    for path in list_recordings(data, "mill/wheel"):
        path.chmod(0o644)
        path.write_bytes(hashlib.sha256(path.name.encode()).digest() * (path.stat().st_size // 32 + 1))
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("1")
        guide.wait(lambda: guide.kind in ("speech", "text"))
        assert guide.can_touch("play") and guide.can_touch("back")
        guide.leave()
        guide.wait(lambda: "mill/wheel" in find_dwells(data))
        assert guide.incidents(), "the cause is in the log"
        assert "narration." in guide.diary()


@pytest.mark.allow_log("narration.speech-failed")
def test_with_no_voice_for_the_language_the_words_stand_there(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.speech_engines.speech_worker_command", lambda: ["/nonexistent/voice"])
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin("ar")
        guide.type_number("1")
        guide.tap("depth-glance")
        guide.wait(lambda: guide.language == "ar" or guide.kind == "recording")
        assert guide.shell.models.stop.property("words")
        assert guide.shows("stop-title") and guide.can_touch("back")
        guide.leave()
        guide.wait(lambda: "mill/wheel" in find_dwells(data))


def test_pictures_that_a_catalogue_holds_are_read_on_the_interface_thread(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Qt's picture thread Python and Qt could wait for each other for ever: the window never opened."""
    import threading

    from kiosk.packs.library import Library

    asked: list[threading.Thread] = []
    ask = Library.media_bytes

    def note(library: Library, sha256: str) -> bytes | None:
        asked.append(threading.current_thread())
        return ask(library, sha256)

    monkeypatch.setattr(Library, "media_bytes", note)
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("1")
        guide.go_home()
        guide.tap("browse", "browse")
    assert asked and set(asked) == {threading.main_thread()}
