"""Sound files of every bad sort: the visitor gets the words to their end, staff the reason, and nothing hangs."""

from __future__ import annotations

import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.model.content import Depth, Recording, VoiceKind
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.listening import NarrationState
from kiosk.narration.narrator import Narrator
from kiosk.narration.player import QtPlayer
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.sound import SoundBlock
from kiosk.screens.background import QtBackground
from kiosk.speech.ranked_speech import RankedSpeech
from tests.fakes.narration_room import Diary
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.tones import write_tone

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|Could not open media|Invalid media|error|Error"),
]

RATE_HZ = 48_000
LENGTH_MS = 600
HOUR_S = 3_600
WORDS = "One tower. Two towers."


class Teller:
    """A narrator on the real player, one recording at a time, and the words behind it."""

    def __init__(self) -> None:
        self.blocks: list[SoundBlock] = []
        self.diary = Diary()
        self.player = QtPlayer(self.blocks.append)
        self._background, self._speech = QtBackground(), RankedSpeech([])
        self._file = Path()
        self.narrator = Narrator(
            self.player, self._speech, self._background, QtTicker(), lambda _: self._file, lambda _: None
        )
        self.narrator.add_listener(self.diary)
        self.narrator.set_rate(2)

    def tell(self, file: Path, duration_ms: int = LENGTH_MS) -> None:
        self._file = file
        recording = Recording(
            "aa" * 32, "audio/ogg", "en", Depth.STORY, duration_ms, VoiceKind.PERSON, "", ""
        )
        text = Narration(NarrationKind.TEXT, "a/b", "en", "en", Depth.STORY, WORDS)
        self.narrator.tell(
            Narration(NarrationKind.RECORDING, "a/b", "en", "en", Depth.STORY, WORDS, recording, text)
        )

    @property
    def faults(self) -> set[str]:
        return set(self.diary.incidents) - {"narration.no-output"}

    def is_over(self) -> bool:
        return self.narrator.state is NarrationState.ENDED

    def close(self) -> None:
        self.narrator.close()
        self._background.close()
        self.player.close()
        self._speech.close()


@pytest.fixture
def teller() -> Iterator[Teller]:
    made = Teller()
    yield made
    made.close()


def tone(duration_ms: int = LENGTH_MS, channels: int = 1) -> np.ndarray:
    one = 0.3 * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ * duration_ms // 1000) / RATE_HZ)
    return np.repeat(one[:, None], channels, axis=1).astype("float32")


def write_8_bit(path: Path) -> None:
    soundfile.write(str(path), tone()[::6], RATE_HZ // 6, subtype="PCM_U8", format="WAV")


def write_96_khz(path: Path) -> None:
    soundfile.write(str(path), np.repeat(tone(), 2, axis=0), 96_000, subtype="PCM_24", format="WAV")


def write_192_khz_flac(path: Path) -> None:
    soundfile.write(str(path), np.repeat(tone(), 4, axis=0), 192_000, subtype="PCM_24", format="FLAC")


def write_six_channels(path: Path) -> None:
    soundfile.write(str(path), tone(channels=6), RATE_HZ, format="WAV")


def write_silence(path: Path) -> None:
    soundfile.write(str(path), 0 * tone(), RATE_HZ, format="OGG", subtype="OPUS")


def write_clipped(path: Path) -> None:
    soundfile.write(str(path), np.sign(tone()), RATE_HZ, format="OGG", subtype="OPUS")


def write_mislabelled(path: Path) -> None:
    write_tone(path.with_suffix(".mp3"), LENGTH_MS).rename(path)


def write_half_a_second_at_8_khz(path: Path) -> None:
    soundfile.write(str(path), tone()[::6], 8_000, format="OGG", subtype="OPUS")


@pytest.mark.parametrize(
    "write",
    [
        write_8_bit,
        write_96_khz,
        write_192_khz_flac,
        write_six_channels,
        write_silence,
        write_clipped,
        write_mislabelled,
        write_half_a_second_at_8_khz,
    ],
)
def test_unusual_sound_is_played_to_its_end(
    teller: Teller, tmp_path: Path, write: Callable[[Path], None]
) -> None:
    write(tmp_path / "odd.opus")
    teller.tell(tmp_path / "odd.opus")
    spin_until(teller.is_over)
    assert teller.faults == set()
    assert sum(len(block.samples) for block in teller.blocks) > 0
    assert teller.diary.captions[-1][0] == 1, "its captions ran to the last sentence"


@pytest.mark.parametrize(
    ("suffix", "share"), [(".opus", 0.5), (".opus", 0.02), (".mp3", 0.5), (".wav", 0.3), (".flac", 0.3)]
)
def test_a_file_cut_short_is_told_to_its_end_in_words(
    teller: Teller, tmp_path: Path, suffix: str, share: float
) -> None:
    whole = tmp_path / f"whole{suffix}"
    if suffix == ".flac":
        soundfile.write(str(whole), tone(6_000), RATE_HZ)
    else:
        write_tone(whole, 6_000)
    cut = tmp_path / f"cut{suffix}"
    cut.write_bytes(whole.read_bytes()[: max(64, round(whole.stat().st_size * share))])
    teller.tell(cut, 6_000)
    spin_until(teller.is_over)
    assert teller.faults & {"narration.recording-short", "narration.unplayable", "narration.stalled"}
    assert teller.diary.told[-1].kind is NarrationKind.TEXT
    assert teller.diary.captions[-1][0] == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "narration.not-sound"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "narration.not-sound"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nwords", "narration.not-sound"),
        (b"OggS" + bytes(5_000), "narration.unplayable"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00" + b"\xff" * 40, "narration.unplayable"),
        (b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + bytes(2_000), "narration.unplayable"),
    ],
)
def test_what_is_no_sound_at_all_is_read(teller: Teller, tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "no.opus").write_bytes(content)
    teller.tell(tmp_path / "no.opus")
    spin_until(teller.is_over)
    assert code in teller.faults
    assert teller.diary.told[-1].kind is NarrationKind.TEXT


def test_a_recording_of_an_hour_is_at_once_anywhere_and_goes_on_there(teller: Teller, tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8_000)
        second = (128 + 60 * np.sin(2 * np.pi * 440 * np.arange(8_000) / 8_000)).astype("u1").tobytes()
        for _ in range(HOUR_S):
            file.writeframesraw(second)
    teller.tell(path, HOUR_S * 1000)
    spin_until(lambda: teller.narrator.position_ms > 100)
    for minute in (45, 3, 59):
        began_s = time.monotonic()
        teller.narrator.seek_ms(minute * 60_000)
        teller.blocks.clear()
        spin_until(lambda: len(teller.blocks) > 3)
        assert time.monotonic() - began_s < 3
        assert teller.narrator.position_ms == pytest.approx(minute * 60_000, abs=3_000)
    teller.narrator.seek_ms(HOUR_S * 1000 - 500)
    spin_until(teller.is_over)
    assert teller.faults == set()
    heard_ms = teller.diary.ended[-1][1]
    assert heard_ms < 30_000, "an hour leapt over is not an hour heard"


def test_a_file_that_goes_away_while_it_is_played_leaves_the_words(teller: Teller, tmp_path: Path) -> None:
    path = write_tone(tmp_path / "gone.wav", 3_000)
    teller.tell(path, 3_000)
    spin_until(lambda: teller.narrator.position_ms > 100)
    path.write_bytes(b"")  # a stick that was pulled: what was not read is not there any more
    spin_until(teller.is_over)
    spin(50)
    assert teller.diary.captions[-1][0] == 1
