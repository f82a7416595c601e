"""A visitor who follows a script on the real recorder, with a clock that moves only by the script.

A script is words apart by blanks, ``act`` or ``act:argument``; durations are in seconds.
"""

from __future__ import annotations

from kiosk.visits.attention import IdleWatch, Step
from kiosk.visits.visit import Visit
from tests.fakes.fake_clock import FakeClock

SITE = "qutb"
REPORT_MS = 250


class ScriptedVisitor:
    """Acts on ``visit``; the player it imitates reports its position four times a second."""

    def __init__(self, visit: Visit, clock: FakeClock) -> None:
        self._visit = visit
        self._clock = clock
        self._position_ms = 0
        self._rate = 1.0
        self._length_ms = 0
        self._plays = False

    def follow(self, script: str) -> None:
        for word in script.split():
            act, _, argument = word.partition(":")
            getattr(self, f"_{act}")(argument)

    def _start(self, _argument: str) -> None:
        self._visit.start(SITE, "en", 10)

    def _open(self, stop: str) -> None:
        self._visit.open_stop(f"{SITE}/{stop or 'minar'}", "code")

    def _close(self, reason: str) -> None:
        self._visit.close_stop(reason or "closed")

    def _end(self, reason: str) -> None:
        self._visit.end(reason or "leave")

    def _touch(self, _argument: str) -> None:
        self._visit.touch()

    def _wait(self, seconds: str) -> None:
        for _second in range(int(seconds)):
            self._clock.pass_ms(1_000)
            self._visit.tick()

    def _ms(self, ms: str) -> None:
        self._clock.pass_ms(int(ms))

    def _asleep(self, seconds: str) -> None:
        self._clock.sleep_ms(int(seconds) * 1_000)

    def _wall(self, ms: str) -> None:
        self._clock.wall_ms = int(ms)

    def _dark(self, _argument: str) -> None:
        self._visit.screen_off()

    def _lit(self, _argument: str) -> None:
        self._visit.screen_on()

    def _tell(self, seconds: str) -> None:
        self._length_ms, self._position_ms, self._plays = int(seconds) * 1_000, 0, True
        self._visit.narration_started("en", "story", "recording", self._length_ms)

    def _rate_of(self, rate: str) -> None:
        self._rate = float(rate)

    def _listen(self, seconds: str) -> None:
        for _report in range(int(seconds) * 1_000 // REPORT_MS):
            self._clock.pass_ms(REPORT_MS)
            self._position_ms += int(REPORT_MS * self._rate)
            self._visit.narration_progress(self._position_ms, rate=self._rate)

    def _stall(self, seconds: str) -> None:
        for _report in range(int(seconds) * 1_000 // REPORT_MS):
            self._clock.pass_ms(REPORT_MS)
            self._visit.narration_progress(self._position_ms, rate=self._rate)

    def _pause(self, _argument: str) -> None:
        self._plays = False
        self._visit.narration_progress(self._position_ms, playing=False, rate=self._rate)

    def _resume(self, _argument: str) -> None:
        self._plays = True
        self._visit.narration_progress(self._position_ms, playing=True, rate=self._rate)

    def _seek(self, seconds: str) -> None:
        self._visit.narration_progress(self._position_ms, rate=self._rate)
        self._position_ms = max(0, self._position_ms + int(seconds) * 1_000)
        self._visit.narration_progress(self._position_ms, rate=self._rate)

    def _lying(self, seconds: str) -> None:
        """Nobody is there: the voice goes on to its end, then the guide asks, and ends the visit."""
        watch = IdleWatch(self._clock.read().boot_ms)
        for _second in range(int(seconds)):
            if self._plays and self._position_ms >= self._length_ms:
                self._told("finished")
            if self._plays:
                self._listen("1")
            else:
                self._wait("1")
            step = watch.tick(self._clock.read().boot_ms, heard=self._plays)
            if step is Step.ASK:
                self._visit.close_stop("idle")
            elif step is Step.END:
                self._visit.end("idle")

    def _told(self, reason: str) -> None:
        self._plays = False
        self._visit.narration_ended(reason or "finished", self._position_ms)
