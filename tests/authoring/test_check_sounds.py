"""What a check hears in recordings: broken, silent and distorted ones, other texts, timings that run past the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.authoring.check import check_source
from kiosk.packs.findings import Finding, Severity
from kiosk.packs.sound.resampling import Samples
from tests.authoring.faulty_sources import TODAY, find_new, write, write_good
from tests.packs.small_source import write_tone

GLANCE_S = 20.0
SOUND, CAPTIONS = "recordings/wheel.glance.en.flac", "recordings/wheel.glance.en.vtt"
VOICES = '[voice.en]\ncredit = "Read by nobody"\nkind = "person"\n'
Spoil = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example with both glances recorded in English."""
    folder = write_good(tmp_path / "mill")
    write(folder, "recordings/recordings.toml", VOICES)
    for stop in ("wheel", "stones"):
        write_tone(folder / f"recordings/{stop}.glance.en.flac", 220, GLANCE_S)
    return folder


def captions(*cues: str) -> Spoil:
    return lambda folder: write(folder, CAPTIONS, "WEBVTT\n\n" + "\n\n".join(cues) + "\n")


def sound(make: Callable[[], Samples]) -> Spoil:
    return lambda folder: soundfile.write(str(folder / SOUND), make(), 24_000)


def cut_off(folder: Path) -> None:
    whole = (folder / SOUND).read_bytes()
    (folder / SOUND).write_bytes(whole[: len(whole) // 2])


def junk(folder: Path) -> None:
    (folder / SOUND).write_bytes(b"no sound at all")


def holding(content: bytes) -> Spoil:
    return lambda folder: put_content(folder, content)


def put_content(folder: Path, content: bytes) -> None:
    (folder / SOUND).write_bytes(content)


def cut_mp3(folder: Path) -> None:
    path = (folder / SOUND).with_suffix(".mp3")
    (folder / SOUND).unlink()
    soundfile.write(str(path), 0.3 * square(), 24_000, format="MP3")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * 0.99) + 7])


def square() -> Samples:
    return np.asarray(np.clip(4 * np.sin(np.arange(int(24_000 * GLANCE_S)) / 20), -1, 1))


FAULTS: dict[str, tuple[Spoil, Severity, str, str]] = {
    "broken": (junk, Severity.ERROR, SOUND, "cannot be decoded"),
    "empty": (holding(b""), Severity.ERROR, SOUND, "it is empty"),
    "zeros": (holding(bytes(99)), Severity.ERROR, SOUND, "nothing but zeros"),
    "film": (holding(b"\0\0\0 ftypisom" + bytes(99)), Severity.ERROR, SOUND, "it is MP4, a film or an M4A sound"),
    "playlist": (holding(b"#EXTM3U\nhttp://x.example/a.mp3"), Severity.ERROR, SOUND, "it is a playlist"),
    "cut within a piece": (cut_mp3, Severity.WARNING, SOUND.replace(".flac", ".mp3"), "perhaps it was cut off"),
    "cut off": (cut_off, Severity.ERROR, SOUND, ""),
    "silent": (sound(lambda: np.zeros(int(24_000 * GLANCE_S))), Severity.ERROR, SOUND, "nothing is to be heard"),
    "distorted": (sound(square), Severity.WARNING, SOUND, "recorded too loud"),
    "another text": (sound(lambda: 0.3 * square()[: 24_000 * 2]), Severity.WARNING, SOUND,
                     "lasts 2 s, far less than its text"),
    "past the end": (captions("00:01.000 --> 00:05.000\nLook at the rim of the wheel:", "01:00.000 --> 01:04.000\nit is a ring"),
                     Severity.ERROR, CAPTIONS, "begins at 1:00.0, but the recording ends at 0:20.0"),
    "ends late": (captions("00:01.000 --> 00:35.000\nLook at the rim of the wheel:"), Severity.WARNING, CAPTIONS, "ends at 0:35.0"),
    "backwards": (captions("00:05.000 --> 00:02.000\nLook at the rim"), Severity.ERROR, CAPTIONS, "before it begins"),
    "other words": (captions("00:01.000 --> 00:05.000\n<00:01.000>Quite <00:02.000>different <00:03.000>words"),
                    Severity.WARNING, CAPTIONS, "100 % of its words"),
    "no captions": (captions(), Severity.ERROR, CAPTIONS, "no caption in it"),
    "no WebVTT": (lambda folder: write(folder, CAPTIONS, "1\n00:01 --> 00:02\nLook"), Severity.ERROR, CAPTIONS, "no WebVTT"),
    "one missing": (lambda folder: (folder / SOUND).unlink(), Severity.WARNING, "stops/wheel/en.toml",
                    "no recording of it, while 1 of 2"),
    "no transcript": (lambda folder: write_tone(folder / "recordings/wheel.deep.en.flac", 220, 9), Severity.WARNING,
                      "stops/wheel/en.toml", "wheel.deep.en.flac has no transcript"),
}  # fmt: skip


def test_good_recordings_are_only_heard(folder: Path) -> None:
    captions("00:01.000 --> 00:05.000\n<00:01.000>Look <00:02.000>at <00:03.000>the <00:04.000>rim")(folder)
    assert find_new(folder) == []


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_in_a_recording_is_one_finding(name: str, folder: Path) -> None:
    spoil, severity, file, words = FAULTS[name]
    spoil(folder)
    found = find_new(folder)
    assert [(one.severity, one.file) for one in found] == [(severity, file)], found
    assert words in found[0].what
    assert found[0].remedy


@pytest.mark.parametrize("name", ["another text", "past the end", "other words"])
def test_a_build_sees_lengths_and_timings_without_decoding(name: str, folder: Path) -> None:
    """It decodes everything itself later; what it would never notice is told before."""
    FAULTS[name][0](folder)
    report = check_source(folder, decoding=False, today=TODAY)
    assert [(one.severity, one.file) for one in report.findings if "nothing is recorded" not in one.what] == [
        FAULTS[name][1:3]
    ]


def test_a_broken_recording_is_left_to_the_build(folder: Path) -> None:
    junk(folder)
    found: list[Finding] = [
        one for one in check_source(folder, decoding=False, today=TODAY).findings if one.file == SOUND
    ]
    assert found == []
