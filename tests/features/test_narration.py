"""What a visitor hears and reads, on the real player and the real voice."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.narration.asides import Asides
from kiosk.narration.choose import NarrationKind
from kiosk.narration.narrator import EndReason, NarrationState, Narrator
from kiosk.narration.player import QtPlayer
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.sound import SoundBlock
from kiosk.screens.background import QtBackground
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.fakes.narration_room import Diary
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.stories import chain_of_three, make_narration, make_recording
from tests.fakes.tones import write_tone

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|Could not open media"),
]

TIMINGS = """WEBVTT

00:00.000 --> 00:00.500
<00:00:00.000>The <00:00:00.250>tower.

00:00.500 --> 00:01.000
<00:00:00.500>Look <00:00:00.750>up!
"""


class House:
    """A narrator on the real parts; recordings are files of ``folder`` named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.blocks: list[SoundBlock] = []
        self.player = QtPlayer(self.blocks.append)
        self.worker = PyttsxEngine()
        self.engine = RankedSpeech([self.worker])
        self.background = QtBackground()
        self.diary = Diary()
        self.narrator = Narrator(
            self.player,
            self.engine,
            self.background,
            QtTicker(),
            lambda sha256: folder / sha256,
            lambda _: None,
        )
        self.narrator.add_listener(self.diary)

    def record(self, sha256: str, duration_ms: int, frequency_hz: float = 440.0) -> None:
        write_tone(self.folder / f"{sha256}.opus", duration_ms, frequency_hz).rename(self.folder / sha256)

    def is_in(self, state: NarrationState) -> bool:
        return self.narrator.state is state

    def close(self) -> None:
        self.narrator.close()
        self.background.close()
        self.player.close()
        self.engine.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture
def speaking_house(house: House) -> House:
    if not house.engine.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    return house


@pytest.mark.parametrize("apart_ms", [0, 8, 40, 150])
def test_two_stops_opened_quickly_never_speak_at_once(house: House, apart_ms: int) -> None:
    house.record("low", 900, 300)
    house.record("high", 500, 2_400)
    house.narrator.tell(chain_of_three(make_recording(sha256="low", duration_ms=900)))
    spin(apart_ms)
    house.narrator.tell(chain_of_three(make_recording(sha256="high", duration_ms=500)))
    spin_until(lambda: house.is_in(NarrationState.ENDED))
    pitches = [pitch for block in house.blocks if (pitch := find_pitch(block))]
    changes = [pitch for pitch, before in zip(pitches[1:], pitches, strict=False) if pitch != before]
    assert pitches[-1] == "high"
    assert changes in ([], ["high"])  # the first never comes back, and is never heard with the second
    assert [reason for reason, _ in house.diary.ended] == [EndReason.REPLACED, EndReason.FINISHED]


def find_pitch(block: SoundBlock) -> str:
    """Return "low" or "high" by the block's zero crossings; "" for near silence or too short a block."""
    samples = memoryview(block.samples).cast("h")
    if len(samples) < 400 or max(samples) < 2_000:
        return ""
    crossings = sum(one < 0 <= two for one, two in pairwise(samples))
    return "high" if crossings * block.rate_hz / len(samples) > 1_000 else "low"


def test_back_ten_seconds(house: House) -> None:
    house.record("long", 12_000)
    house.narrator.tell(chain_of_three(make_recording(sha256="long", duration_ms=12_000)))
    house.narrator.seek_ms(11_000)
    spin_until(lambda: house.narrator.position_ms > 11_050)
    house.narrator.back()
    assert 1_000 <= house.narrator.position_ms <= 1_600
    spin_until(lambda: house.narrator.position_ms > 1_700)
    house.narrator.stop()
    (reason, heard_ms) = house.diary.ended[0]
    assert reason is EndReason.STOPPED
    assert 100 < heard_ms < 3_000  # only what was heard, not the eleven seconds leapt over


def test_the_words_run_with_no_sound_device(house: House) -> None:
    house.record("short", 1_000)
    house.narrator.tell(chain_of_three(make_recording(sha256="short", duration_ms=1_000, timings=TIMINGS)))
    spin_until(lambda: house.is_in(NarrationState.ENDED))
    run = [caption for caption in house.diary.captions if caption[1] >= 0]
    assert run[-4:] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert house.diary.no_sound == (0 if house.player.has_output else 1)
    assert house.diary.ended[0][1] == pytest.approx(1_000, abs=60)


@pytest.mark.parametrize("content", [b"OggS" + random.Random(3).randbytes(9_000), b"", b"#EXTM3U\n"])
def test_a_corrupt_recording_is_spoken_instead(speaking_house: House, content: bytes) -> None:
    (speaking_house.folder / "broken").write_bytes(content)
    speaking_house.narrator.tell(chain_of_three(make_recording(sha256="broken")))
    spin_until(lambda: speaking_house.narrator.position_ms > 200)
    assert speaking_house.diary.told[-1].kind is NarrationKind.SPEECH
    assert set(speaking_house.diary.incidents) & {"narration.unplayable", "narration.not-sound"}
    assert sum(len(block.samples) for block in speaking_house.blocks) > 0


def test_killing_the_speech_worker_in_mid_sentence_does_not_lose_the_story(speaking_house: House) -> None:
    house = speaking_house
    house.narrator.set_rate(2)
    house.narrator.tell(make_narration(NarrationKind.SPEECH, "One tower. Two towers. Three towers. Four."))
    spin_until(lambda: house.is_in(NarrationState.PLAYING))
    process_id = house.worker.worker_process_id
    assert process_id is not None
    os.kill(process_id, signal.SIGKILL)
    spin_until(lambda: house.is_in(NarrationState.ENDED))
    assert set(house.diary.incidents) <= {"narration.no-output"}
    assert sorted({cue for cue, _ in house.diary.captions if cue >= 0}) == [0, 1, 2, 3]
    assert house.diary.ended[0][0] is EndReason.FINISHED


def test_the_first_sentence_of_a_long_text_is_heard_before_the_rest_is_spoken(speaking_house: House) -> None:
    house = speaking_house
    house.narrator.tell(make_narration(NarrationKind.SPEECH, "Look up! " + "It is a tall old tower. " * 200))
    spin_until(lambda: house.is_in(NarrationState.PLAYING))
    spoken = sum(bool(cue.words) for cue in house.narrator.cues)
    assert spoken < 100
    spin(300)
    assert sum(bool(cue.words) for cue in house.narrator.cues) < 30, "a minute ahead is enough"
    house.narrator.seek_ms(house.narrator.duration_ms // 2)
    spin_until(lambda: house.narrator.caption[0] > 50)


def test_a_stop_with_neither_voice_nor_recording_is_read(house: House) -> None:
    house.narrator.set_rate(2)
    house.narrator.tell(make_narration(NarrationKind.TEXT, "It is old. Look up!"))
    spin_until(lambda: house.is_in(NarrationState.ENDED))
    assert [cue for cue, _ in house.diary.captions] == [0, 1]
    assert house.blocks == []


@pytest.mark.parametrize("typed", [False, True])
def test_a_tick_or_a_digit_is_over_before_the_story_is_heard(house: House, typed: bool) -> None:
    short = QtPlayer()
    asides = Asides(house.narrator, house.engine, house.background, short)
    try:
        house.record("high", 400, 2_400)
        short.warm_up()
        house.narrator.warm_up()
        spin(300)
        if typed:
            asides.say("7", "none-such")
        after_ms = asides.tick()
        house.narrator.tell(chain_of_three(make_recording(sha256="high", duration_ms=400)), after_ms=after_ms)
        overlaps: list[bool] = []

        def listen() -> bool:
            overlaps.append(short.is_playing and house.player.is_playing)
            return house.is_in(NarrationState.ENDED)

        spin_until(listen)
        assert not any(overlaps)
        assert [reason for reason, _ in house.diary.ended] == [EndReason.FINISHED]
    finally:
        asides.close()
        short.close()
