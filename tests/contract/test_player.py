"""The fake player and Qt's pass the same suite, on the same sound files."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.model.errors import KioskError
from kiosk.narration.player import QtPlayer
from kiosk.narration.sound import Player
from tests.fakes.fake_player import FakePlayer
from tests.fakes.fake_ticker import VirtualClock
from tests.fakes.player_ear import Ear
from tests.fakes.tones import write_tone

pytestmark = pytest.mark.allow_qt_message("No audio device detected|Immediate exit requested")

TONE_MS = 600
PATIENCE_S = 8.0


class Stand(Protocol):
    player: Player

    def run(self, for_ms: int) -> None: ...
    def run_until_told(self, ear: Ear) -> None: ...


class FakeStand:
    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.player: Player = FakePlayer(self.clock, TONE_MS)

    def run(self, for_ms: int) -> None:
        self.clock.advance(for_ms)

    def run_until_told(self, ear: Ear) -> None:
        for _ in range(1_000):
            if ear.told:
                return
            self.clock.advance(10)


class QtStand:
    def __init__(self) -> None:
        self.qt_player = QtPlayer()
        self.player: Player = self.qt_player

    def run(self, for_ms: int) -> None:
        deadline = time.monotonic() + for_ms / 1000
        while time.monotonic() < deadline:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def run_until_told(self, ear: Ear) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not ear.told and time.monotonic() < deadline:
            self.run(5)


@pytest.fixture(params=["fake", "qt"])
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    if request.param == "fake":
        yield FakeStand()
        return
    request.getfixturevalue("qapp")
    qt = QtStand()
    yield qt
    qt.qt_player.close()


@pytest.fixture(scope="module")
def tones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tones")
    for suffix in (".opus", ".mp3", ".wav"):
        write_tone(folder / f"tone{suffix}", TONE_MS)
    return folder


@pytest.mark.parametrize("suffix", [".opus", ".mp3", ".wav"])
def test_a_sound_is_played_to_its_end(stand: Stand, tones: Path, suffix: str) -> None:
    ear = Ear()
    stand.player.open(tones / f"tone{suffix}", ear)
    stand.player.play()
    playing = [stand.player.is_playing]
    stand.run_until_told(ear)
    playing.append(stand.player.is_playing)
    assert (playing, ear.told) == ([True, False], ["ended"])
    assert stand.player.duration_ms == pytest.approx(TONE_MS, abs=60)
    assert stand.player.position_ms == stand.player.duration_ms


def test_a_small_sounds_bytes_are_played_too(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open((tones / "tone.wav").read_bytes(), ear)
    stand.player.play()
    stand.run_until_told(ear)
    assert ear.told == ["ended"]


def test_opening_does_not_play(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.run(150)
    assert (stand.player.is_playing, stand.player.position_ms, ear.told) == (False, 0, [])


def test_it_is_under_way_while_it_plays(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.run(150)
    told = [stand.player.is_under_way]
    stand.player.play()
    stand.run(150)
    told.append(stand.player.is_under_way)
    stand.player.pause()
    told.append(stand.player.is_under_way)
    assert told == [False, True, False]


def test_pause_stands_still_and_play_goes_on(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.player.play()
    stand.run(300)
    stand.player.pause()
    stood_ms = stand.player.position_ms
    stand.run(150)
    assert (stand.player.is_playing, stand.player.position_ms, ear.told) == (False, stood_ms, [])
    assert stood_ms > 0
    stand.player.play()
    stand.run_until_told(ear)
    assert ear.told == ["ended"]


def test_the_position_moves_forward_at_the_speed(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.set_rate(2)
    stand.player.open(tones / "tone.opus", ear)
    stand.player.play()
    seen = []
    for _ in range(200):
        stand.run(10)
        if ear.told:
            break
        seen.append(stand.player.position_ms)
    assert ear.told == ["ended"]
    assert 0 <= seen[0] <= seen[-1] <= TONE_MS + 60
    assert len(seen) < 60  # at the normal speed it would be more than 60 looks of 10 ms


def test_seeking_before_and_while_playing(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.player.seek_ms(400)
    assert stand.player.position_ms == 400
    stand.player.play()
    stand.run(100)
    assert 400 <= stand.player.position_ms <= TONE_MS
    stand.player.seek_ms(-5)
    assert stand.player.position_ms <= 60
    stand.player.seek_ms(10**7)
    stand.run_until_told(ear)
    assert ear.told == ["ended"]


def test_after_the_end_play_begins_again(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.player.play()
    stand.run_until_told(ear)
    ear.told.clear()
    stand.player.play()
    assert stand.player.position_ms < TONE_MS / 2
    stand.run_until_told(ear)
    assert ear.told == ["ended"]


def test_another_sound_silences_the_first_and_its_listener(stand: Stand, tones: Path) -> None:
    first, second = Ear(), Ear()
    stand.player.open(tones / "tone.wav", first)
    stand.player.play()
    stand.run(50)
    stand.player.open(tones / "tone.opus", second)
    stand.player.play()
    stand.run_until_told(second)
    assert (first.told, second.told) == ([], ["ended"])


def test_stop_lets_go(stand: Stand, tones: Path) -> None:
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.player.play()
    stand.run(50)
    stand.player.stop()
    stand.run(100)
    assert (stand.player.is_playing, stand.player.position_ms, stand.player.duration_ms) == (False, 0, 0)
    stand.player.play()
    stand.run(50)
    assert ear.told == []


def test_a_missing_file_is_refused_at_once(stand: Stand, tmp_path: Path) -> None:
    with pytest.raises(KioskError) as refused:
        stand.player.open(tmp_path / "nothing.opus", Ear())
    assert refused.value.code == "narration.recording-missing"


@pytest.mark.parametrize("content", [b"", b"#EXTM3U\nhttp://example.org/a.ts\n", b"<html>", b"OggS"[:3]])
def test_what_is_no_sound_is_refused_at_once(stand: Stand, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "fake.opus").write_bytes(content)
    with pytest.raises(KioskError) as refused:
        stand.player.open(tmp_path / "fake.opus", Ear())
    assert refused.value.code == "narration.not-sound"


def test_warming_up_is_not_told_to_anyone_and_gives_way(stand: Stand, tones: Path) -> None:
    stand.player.warm_up()
    ear = Ear()
    stand.player.open(tones / "tone.wav", ear)
    stand.run(150)
    assert (ear.told, stand.player.is_playing) == ([], False)
    stand.player.set_volume(0.5)
    stand.player.play()
    stand.run_until_told(ear)
    assert ear.told == ["ended"]
