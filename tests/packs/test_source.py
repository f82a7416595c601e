"""A source is read whole, and every fault in it is told at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.model.content import Depth, VoiceKind
from kiosk.model.errors import KioskError
from kiosk.packs.findings import PackSourceError
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source import read_source
from tests.packs.small_source import LABEL_KEY, write_small_source


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_of(folder: Path) -> str:
    with pytest.raises(PackSourceError) as caught:
        read_source(folder)
    assert caught.value.code == "packs.source-faulty"
    return "\n".join(finding.format() for finding in caught.value.findings)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_source(tmp_path / "mill")


def test_everything_an_author_wrote_is_there(mill_source: PackSource) -> None:
    assert (mill_source.id, mill_source.version, mill_source.reviewed_on) == ("test.mill", 1, "2026-03-01")
    assert mill_source.label_key == bytes.fromhex(LABEL_KEY)
    assert [stop.id for stop in mill_source.stops] == ["wheel", "hall", "garden"]
    wheel = mill_source.stops[0]
    english = next(text for text in wheel.texts if text.language == "en")
    assert set(english.by_depth) == set(Depth) - {Depth.DESCRIBED}
    assert english.facts[0].sources == ("survey",)
    assert wheel.images[0].alt == {"en": "A wheel in the water", "hi": "पानी में पहिया"}
    assert {(r.language, r.voice_kind) for r in wheel.recordings} == {
        ("en", VoiceKind.COMPUTER),
        ("hi", VoiceKind.PERSON),
    }
    assert next(r for r in wheel.recordings if r.language == "en").timings.startswith("WEBVTT")


def test_what_is_merely_missing_is_a_warning(mill_source: PackSource) -> None:
    words = "\n".join(warning.format() for warning in mill_source.warnings)
    assert "stops/hall/hi.toml: the stop has no text in this language" in words


def test_the_label_key_is_not_printed(mill_source: PackSource) -> None:
    assert LABEL_KEY not in repr(mill_source)
    assert repr(mill_source.label_key) not in repr(mill_source)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    change(folder, "pack.toml", "version = 1", "version = 0")
    change(folder, "pack.toml", "lat = 28.5", "lat = 280.5")
    change(folder, "pack.toml", 'stops = ["hall", "wheel"]', 'stops = ["hall", "cellar"]')
    change(folder, "pack.toml", 'timezone = "Asia/Kolkata"', 'timezone = "Asia/Atlantis"')
    change(folder, "stops/wheel/stop.toml", "AAAA1111", "BBBB2222")
    change(folder, "stops/wheel/en.toml", 'sources = ["survey"]', "sources = []")
    change(folder, "stops/garden/en.toml", 'glance = "Herbs and bees."', "")
    (folder / "media/photo.png").unlink()
    (folder / "recordings/wheel.loud.en.opus").write_bytes(b"")
    faults = faults_of(folder)
    for words in (
        "pack.toml: pack version: 0 is out of range",
        "280.5 is no number from -90 to 90",
        "there is no stop 'cellar'",
        "there is no time zone 'Asia/Atlantis'",
        "'BBBB2222' is used 2 times",
        "the fact rests on nothing",
        "stops/garden/en.toml: glance: it is missing",
        "media/photo.png is not there",
        "recordings/wheel.loud.en.opus: the name is not <stop>.<depth>.<language>",
    ):
        assert words in faults


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd.png", ".hidden.png", "a/b.png", "wheel.exe", "c:x.png"]
)
def test_a_name_cannot_reach_out_of_the_folder(folder: Path, name: str) -> None:
    change(folder, "pack.toml", '"photo.png"]', f'"{name}"]')
    assert "is no name of a picture in media/" in faults_of(folder)


def test_a_linked_picture_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.png").write_bytes(b"")
    (folder / "media/photo.png").unlink()
    (folder / "media/photo.png").symlink_to(tmp_path / "outside.png")
    assert "media/photo.png is not there" in faults_of(folder)


@pytest.mark.parametrize("name", ["stops/garden/en.toml", "recordings/recordings.toml", "sources.toml"])
def test_a_pipe_in_a_files_place_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert faults_of(folder)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_recording_is_a_plain_file(folder: Path, make: Callable[[Path], None]) -> None:
    (folder / "recordings/wheel.glance.en.opus").unlink()
    make(folder / "recordings/wheel.glance.en.opus")
    assert "recordings/wheel.glance.en.opus: it is no plain file" in faults_of(folder)


def test_two_recordings_of_one_text_are_refused(folder: Path) -> None:
    (folder / "recordings/wheel.glance.en.wav").write_bytes(b"")
    assert "recordings/wheel.glance.en.wav: wheel.glance.en.opus tells the same" in faults_of(folder)


def test_two_artifacts_with_one_id_are_refused(folder: Path) -> None:
    change(
        folder, "stops/wheel/stop.toml", "[[artifacts]]", '[[artifacts]]\nid = "iron-wheel"\n[[artifacts]]'
    )
    assert "artifacts id: 'iron-wheel' is used 2 times" in faults_of(folder)


def test_a_misspelt_key_is_told(folder: Path) -> None:
    change(folder, "stops/garden/stop.toml", "order = 3", "order = 3\nflor = 1")
    warnings = "\n".join(warning.format() for warning in read_source(folder).warnings)
    assert "stops/garden/stop.toml: flor: nothing reads this" in warnings


def test_two_stops_with_one_number_are_allowed_and_told(folder: Path) -> None:
    change(folder, "stops/garden/stop.toml", 'number = "12"', 'number = "1"')
    assert any("2 stops have number 1" in warning.what for warning in read_source(folder).warnings)


@pytest.mark.parametrize(
    "junk",
    [
        b"\xff\xfe\x00",
        b"= = =",
        b"[pack",
        b"",
        b"pack = 3\nstops = 4\n",
        b"a" * 1_100_000,
        b"a = " + b"[" * 5_000,
    ],
)
def test_junk_is_refused_in_words(folder: Path, junk: bytes) -> None:
    (folder / "pack.toml").write_bytes(junk)
    assert "pack.toml" in faults_of(folder)


def test_control_characters_are_refused(folder: Path) -> None:
    change(folder, "stops/garden/en.toml", "Herbs and bees.", "Herbs\\u0007")
    assert "control characters" in faults_of(folder)


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        read_source(tmp_path)
    assert caught.value.code == "packs.source-missing"
