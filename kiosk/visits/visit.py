"""One anonymous visit as it happens: every act is declared, logged durably, and feeds the idle watch."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.visits.attention import IdleWatch, Step
from kiosk.visits.clock import Reading
from kiosk.visits.hearing import Hearing
from kiosk.visits.log import EventLog

_MOST_MS = 86_400_000
_SLOWEST, _FASTEST = 0.25, 4.0
# A finger that drags touches sixty times a second: one row in 200 ms tells the same.
_TOUCH_EVERY_MS = 200
_PROGRESS_EVERY_MS = 5_000
# A sleep shorter than this cannot be told from the clocks' rounding.
_SLEEP_MS = 1_000
# Live speech does not know its length before it is spoken: each report vouches for this long.
_UNKNOWN_REST_MS = 15_000


@dataclass(slots=True)
class _Narration:
    stop: str
    hearing: Hearing
    rate: float = 1.0
    logged_ms: int = 0


@dataclass(slots=True)
class _Now:
    """The state of the one visit that is running; dropped at its end."""

    id: str
    watch: IdleWatch
    slept_ms: int
    touch_logged_ms: int
    stop: str | None = None
    on_page: tuple[str, str] | None = None
    narration: _Narration | None = None
    hearings: dict[tuple[str, str, str], Hearing] = field(default_factory=dict)


class Visit:
    """Records visits, one at a time; belongs to the interface's thread.

    Acts that need a visit raise RuntimeError when none is running, but a touch, a tick, a scan that
    failed or an end without a visit does nothing: they happen in the attract loop too.

    Args:
        log: Where the acts are kept.
        on_ended: Called after each visit's end is in the log (to fold and wipe it).
    """

    def __init__(self, log: EventLog, on_ended: Callable[[], object] = lambda: None) -> None:
        self._log = log
        self._on_ended = on_ended
        self._now: _Now | None = None

    @property
    def is_running(self) -> bool:
        """Whether a visit is on."""
        return self._now is not None

    @property
    def id(self) -> str | None:
        """The running visit's random id, None in between. It never leaves the log."""
        return self._now.id if self._now else None

    @property
    def open_stop_id(self) -> str | None:
        """The stop whose dwell is counting, or None."""
        return self._now.stop if self._now else None

    @property
    def is_asked(self) -> bool:
        """Whether "still there?" is being asked."""
        return self._now is not None and self._now.watch.asking

    def asks_in_ms(self) -> int:
        """Return the ms left until it asks, or while asking until the visit ends; 0 without a visit."""
        return self._now.watch.asks_in_ms(self._log.clock.read().boot_ms) if self._now else 0

    def start(self, site_id: str, language: str, *, stops_on_offer: int = 0, staff: bool = False) -> None:
        """Begin a visit; one that is still running ends first (``staff``).

        Args:
            stops_on_offer: How many stops the site has, 0 where unknown.
            staff: Staff trying the device: nothing is counted.
        """
        self.end("staff")
        reading = self._log.clock.read()
        self._now = _Now(
            secrets.token_hex(8), IdleWatch(reading.boot_ms), _slept_ms(reading), reading.boot_ms
        )
        values = {"site": site_id, "language": language, "stops_on_offer": stops_on_offer, "staff": staff}
        self._record("VisitStarted", **values)

    def preference_set(self, preference: str, value: str) -> None:
        """Note a setting: ``language`` (a tag), ``text-size``, ``contrast`` or ``speed``."""
        self._act("PreferenceSet", preference=preference, value=value)

    def open_stop(self, stop_id: str, by: str) -> None:
        """Open a stop; the one that is open closes. Opening the open one again is only a touch.

        Args:
            by: code, picture, number, place, list or suggestion.
        """
        if self._running.stop == stop_id:
            self.touch()
            return
        self.close_stop("next")
        self._running.on_page = (stop_id, by)
        self._running.stop = stop_id
        self._act("StopOpened", stop=stop_id, by=by)

    def close_stop(self, reason: str = "closed") -> None:
        """Close the open stop and what is being told of it; nothing happens where none is open."""
        now = self._running
        self.narration_ended("replaced" if reason == "next" else "stopped")
        if reason != "idle":
            now.on_page = None
        if now.stop is not None:
            stop, now.stop = now.stop, None
            self._record("StopClosed", stop=stop, reason=reason)

    def touch(self) -> None:
        """Take a touch of the screen. It answers "still there?": the stop on the page opens again."""
        if self._now is None:
            return
        reading = self._log.clock.read()
        if self._now.watch.touched(reading.boot_ms) and self._now.on_page and self._now.stop is None:
            self._now.stop, by = self._now.on_page
            self._act("StopOpened", stop=self._now.stop, by=by)
        elif reading.boot_ms - self._now.touch_logged_ms >= _TOUCH_EVERY_MS:
            self._act("Attention", sign="touch")

    def screen_off(self) -> None:
        """Note that the screen went dark: no attention until :meth:`screen_on`."""
        self._record("Attention", sign="screen-off")

    def screen_on(self) -> None:
        """Note that the screen is lit again."""
        self._record("Attention", sign="screen-on")

    def narration_started(
        self, stop_id: str, language: str, depth: str, kind: str, duration_ms: int
    ) -> None:
        """Note that a narration starts; one that is being told ends as ``replaced``.

        Args:
            kind: recording, speech or text.
            duration_ms: Its length in media ms, 0 where unknown.
        """
        self.narration_ended("replaced")
        length_ms = _bounded(duration_ms)
        at_ms = self._log.clock.read().boot_ms
        hearing = self._running.hearings.setdefault((stop_id, language, depth), Hearing(length_ms))
        hearing.start(at_ms)
        self._running.narration = _Narration(stop_id, hearing, logged_ms=at_ms)
        self._record(
            "NarrationStarted",
            stop=stop_id,
            language=language,
            depth=depth,
            kind=kind,
            duration_ms=length_ms,
        )
        self._watch_hearing(at_ms, 1.0)

    def narration_progress(self, position_ms: int, *, playing: bool = True, rate: float = 1.0) -> None:
        """Take the player's position (media ms): some times a second while it plays, at each pause and
        resume, and just before and just after a jump. Does nothing where nothing is being told.

        Args:
            playing: Whether the media advance from here on.
            rate: The speed since the last report, 1.0 is normal.
        """
        narration = self._now.narration if self._now else None
        if narration is None:
            return
        at_ms = self._log.clock.read().boot_ms
        turned = narration.hearing.is_playing != playing
        narration.rate = min(_FASTEST, max(_SLOWEST, rate))
        narration.hearing.report(at_ms, _bounded(position_ms), playing=playing, rate=narration.rate)
        if turned or at_ms - narration.logged_ms >= _PROGRESS_EVERY_MS:
            narration.logged_ms = at_ms
            self._record_heard("NarrationProgress", narration, position_ms=narration.hearing.position_ms)
        self._watch_hearing(at_ms, narration.rate)

    def narration_ended(self, reason: str, position_ms: int | None = None) -> None:
        """Note that the narration ended; nothing happens where none is being told.

        Args:
            reason: finished, stopped, replaced or failed.
            position_ms: Where it was, in media ms; None takes the last position reported.
        """
        narration = self._now.narration if self._now else None
        if narration is None:
            return
        if position_ms is not None:
            at_ms = self._log.clock.read().boot_ms
            narration.hearing.report(at_ms, _bounded(position_ms), playing=False, rate=narration.rate)
        self._running.narration = None
        self._record_heard("NarrationEnded", narration, reason=reason)
        self._running.watch.silenced(self._log.clock.read().boot_ms)

    def depth_changed(self, depth: str) -> None:
        """Note that the visitor chose another depth at the open stop."""
        if self._running.stop is not None:
            self._act("DepthChanged", stop=self._running.stop, depth=depth)

    def suggestion_shown(self, stop_id: str) -> None:
        """Note that a stop was suggested."""
        self._record("SuggestionShown", stop=stop_id)

    def suggestion_taken(self, stop_id: str) -> None:
        """Note that a suggestion was followed; open the stop next, by ``suggestion``."""
        self._act("SuggestionTaken", stop=stop_id)

    def scan_failed(self, kind: str) -> None:
        """Note a scan that led nowhere: unreadable, foreign, newer or unknown."""
        if self._now is not None:
            self._act("ScanFailed", kind=kind)

    def search_failed(self, kind: str) -> None:
        """Note a number or words that led nowhere (``number``, ``words``); what was typed is not kept."""
        if self._now is not None:
            self._act("SearchFailed", kind=kind)

    def incident(self, code: str) -> None:
        """Note in the device's diary that something went wrong; it is not linked to the visit."""
        self._log.append("Incident", code=code)

    def tick(self) -> Step | None:
        """Take the passing of time, about once a second.

        Returns:
            ASK when "still there?" must be shown (the stop has been closed), END when nobody answered
            (the visit has been ended), else None.
        """
        if self._now is None:
            return None
        reading = self._log.clock.read()
        self._notice_sleep(reading)
        step = self._now.watch.tick(reading.boot_ms)
        if step is Step.ASK:
            self.close_stop("idle")
        elif step is Step.END:
            self.end("idle")
        return step

    def end(self, reason: str) -> None:
        """End the visit: leave, idle, staff or charger. Nothing happens where none is running."""
        if self._now is None:
            return
        self.close_stop("ended")
        self._record("VisitEnded", reason=reason)
        self._now = None
        self._on_ended()

    @property
    def _running(self) -> _Now:
        if self._now is None:
            raise RuntimeError("no visit is running")
        return self._now

    def _act(self, name: str, **values: object) -> None:
        """Record an act of the visitor's: it counts as a touch."""
        at_ms = self._log.clock.read().boot_ms
        self._running.watch.touched(at_ms)
        self._running.touch_logged_ms = at_ms
        self._record(name, **values)

    def _record(self, name: str, **values: object) -> None:
        self._notice_sleep(self._log.clock.read())
        self._log.append(name, self._running.id, **values)

    def _record_heard(self, name: str, narration: _Narration, **values: object) -> None:
        hearing = narration.hearing
        heard = {"heard_ms": _bounded(hearing.heard_ms), "played_ms": _bounded(hearing.played_ms)}
        self._record(name, stop=narration.stop, **heard, **values)

    def _watch_hearing(self, at_ms: int, rate: float) -> None:
        narration = self._running.narration
        if narration is None or not narration.hearing.is_playing:
            self._running.watch.silenced(at_ms)
            return
        hearing = narration.hearing
        rest_ms = (
            (hearing.duration_ms - hearing.position_ms) / rate if hearing.duration_ms else _UNKNOWN_REST_MS
        )
        self._running.watch.hears_until(at_ms + max(0, round(rest_ms)))

    def _notice_sleep(self, reading: Reading) -> None:
        now = self._running
        slept_ms = _slept_ms(reading)
        lost_ms, now.slept_ms = slept_ms - now.slept_ms, slept_ms
        if lost_ms >= _SLEEP_MS:
            self._log.append("Attention", now.id, sign="slept", lost_ms=_bounded(lost_ms))
            if now.narration is not None:
                self._watch_hearing(reading.boot_ms, now.narration.rate)


def _slept_ms(reading: Reading) -> int:
    return reading.boot_ms - reading.awake_ms


def _bounded(ms: int) -> int:
    """Return ``ms`` within a day: positions and lengths come from media files and players."""
    return max(0, min(_MOST_MS, int(ms)))
