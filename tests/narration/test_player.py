"""What only the real player can show: threads, the tap, hostile files, no deadlock with Qt's own threads."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.narration.player import QtPlayer
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.sound import SoundBlock
from tests.fakes.player_ear import Ear
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.tones import write_tone

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected"),
    # What FFmpeg says of a damaged file, and of one that was left before it had been opened.
    pytest.mark.allow_qt_message("Could not open media"),
]

TONE_MS = 400


@pytest.fixture(scope="module")
def tones(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("tones")
    return [write_tone(folder / f"tone{suffix}", TONE_MS) for suffix in (".opus", ".mp3", ".wav")]


@pytest.fixture
def blocks() -> list[SoundBlock]:
    return []


@pytest.fixture
def player(blocks: list[SoundBlock]) -> Iterator[QtPlayer]:
    made = QtPlayer(blocks.append)
    yield made
    made.close()


def test_the_tap_hands_out_every_sample(
    player: QtPlayer, blocks: list[SoundBlock], tones: list[Path]
) -> None:
    ear = Ear()
    player.open(tones[2], ear)
    player.play()
    spin_until(lambda: ear.told)
    spin_until(lambda: sum(len(block.samples) for block in blocks) >= 2 * 48 * TONE_MS, 2)
    assert sum(len(block.samples) for block in blocks) == 2 * 48 * TONE_MS
    assert blocks[0].rate_hz == 48_000
    assert max(abs(value) for value in memoryview(blocks[0].samples).cast("h")) > 5_000


def test_warming_up_is_not_recorded(player: QtPlayer, blocks: list[SoundBlock]) -> None:
    player.warm_up()
    spin(250)
    assert blocks == []
    assert not player.is_playing


@pytest.mark.parametrize(
    "head", [b"OggS", b"ID3\x04", b"RIFF\x00\x00\x00\x00WAVE", b"fLaC", b"\x00\x00\x00 ftyp"]
)
def test_damage_behind_a_good_beginning_is_told_once(player: QtPlayer, tmp_path: Path, head: bytes) -> None:
    damaged = tmp_path / "damaged.opus"
    damaged.write_bytes(head + random.Random(7).randbytes(20_000))
    ear = Ear()
    player.open(damaged, ear)
    player.play()
    spin_until(lambda: ear.told)
    spin(100)
    assert ear.told == ["narration.unplayable"]
    assert not player.is_playing


def test_a_recording_cut_short_tells_where_it_really_ended(player: QtPlayer, tmp_path: Path) -> None:
    cut = write_tone(tmp_path / "cut.mp3", 1_600)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    ear = Ear()
    player.set_rate(2)
    player.open(cut, ear)
    player.play()
    spin_until(lambda: ear.told)
    assert ear.told == ["ended"]
    assert player.duration_ms > 1_500  # so the header says
    assert 500 < player.position_ms < 1_100


def test_the_interface_never_stands_still_when_sounds_are_cut_off(
    player: QtPlayer, tones: list[Path]
) -> None:
    # Without settle_overrides this stops for ever within some twenty rounds: see docs/explanation/narration.md.
    chance = random.Random(1)
    for _ in range(60):
        player.open(chance.choice(tones), Ear())
        player.play()
        spin(chance.choice((0, 5, 15, 30, 60)))
        if chance.random() < 0.5:
            player.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_closing_leaves_no_thread_and_no_player(tones: list[Path]) -> None:
    def count_threads() -> int:
        return sum("FFmpeg" in _read_name(task) for task in Path("/proc/self/task").iterdir())

    before = count_threads()
    player = QtPlayer()
    player.open(tones[0], Ear())
    player.play()
    spin_until(lambda: player.position_ms > 0)
    assert count_threads() > before
    player.close()
    player.close()
    spin_until(lambda: count_threads() == before)


def _read_name(task: Path) -> str:
    try:
        return (task / "comm").read_text()
    except OSError:  # it ended between being listed and being asked
        return ""


def test_qt_tells_its_listener_in_the_interface_thread(player: QtPlayer, tones: list[Path]) -> None:
    threads: list[threading.Thread] = []

    class Curious(Ear):
        def sound_ended(self) -> None:
            threads.append(threading.current_thread())

    player.open(tones[2], Curious())
    player.play()
    spin_until(lambda: threads)
    assert threads == [threading.main_thread()]


@pytest.mark.parametrize("rate", [0.75, 1.0, 2.0])
def test_a_position_from_before_a_leap_that_is_told_late_is_not_believed(
    player: QtPlayer, tmp_path: Path, rate: float
) -> None:
    player.set_rate(rate)
    player.open(write_tone(tmp_path / "long.opus", 20_000), Ear())
    player.play()
    spin_until(lambda: player.position_ms > 300)
    for leap_ms in (10_000, -9_000, 12_000, -11_000):
        target_ms = player.position_ms + leap_ms
        player.seek_ms(target_ms)
        seen = []
        for _ in range(40):
            seen.append(player.position_ms)
            spin(3)
        assert min(seen) >= target_ms
        assert max(seen) <= target_ms + 5_000, (
            "a busy machine takes its time; the place before is nine seconds off"
        )


def test_the_pitch_is_kept_at_every_speed(player: QtPlayer) -> None:
    assert player.keeps_pitch


def test_the_ticker_ticks_until_it_is_stopped() -> None:
    ticks: list[int] = []
    ticker = QtTicker()
    ticker.start(5, lambda: ticks.append(ticker.now_ms()))
    spin_until(lambda: len(ticks) >= 3)
    ticker.stop()
    ticker.stop()
    counted = len(ticks)
    spin(40)
    assert len(ticks) == counted
    assert ticks == sorted(ticks)
