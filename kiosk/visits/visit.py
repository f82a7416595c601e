"""One anonymous visit as it happens: every act is declared and logged durably."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from kiosk.visits.clock import Clock, Reading
from kiosk.visits.events import MOST_MESSAGES
from kiosk.visits.hearing import Hearing
from kiosk.visits.stays import Stays

_MOST_MS: Final = 86_400_000
_SLOWEST, _FASTEST = 0.25, 4.0
# A finger that drags touches sixty times a second: one row in 200 ms tells the same.
_TOUCH_EVERY_MS: Final = 200
_PROGRESS_EVERY_MS: Final = 5_000
# A sleep shorter than this cannot be told from the clocks' rounding.
_SLEEP_MS: Final = 1_000


class ActLog(Protocol):
    """Takes declared events; :class:`kiosk.visits.log.EventLog` keeps them on the disk."""

    @property
    def clock(self) -> Clock:
        """What tells when an event was."""
        ...

    def append(self, name: str, visit: str | None = None, /, **values: object) -> bool:
        """Take an event that an answer of the screen waits for; tell whether it is durable."""
        ...

    def note(self, name: str, visit: str | None = None, /, **values: object) -> None:
        """Take an event that nobody waits for."""
        ...


@dataclass(slots=True)
class _Narration:
    stop: str
    hearing: Hearing
    logged_ms: int
    rate: float = 1.0


@dataclass(slots=True)
class _Now:
    """The one visit that is running; dropped at its end."""

    id: str
    slept_ms: int
    seen_ms: int
    act_ms: int
    stop: str | None = None
    on_page: tuple[str, str] | None = None
    narration: _Narration | None = None
    messages: int = 0
    hearings: dict[tuple[str, str, str, int], Hearing] = field(default_factory=dict)
    stays: Stays = field(default_factory=Stays)


class Visit:
    """Records visits, one at a time; belongs to the interface's thread.

    What is reported while no visit is running is not recorded: the attract loop has touches and scans
    too, and they are nobody's.
    """

    def __init__(self, log: ActLog, on_ended: Callable[[], object] = lambda: None) -> None:
        """Record into ``log``; ``on_ended`` is called when a visit's end is in it (to fold and wipe it)."""
        self._log = log
        self._on_ended = on_ended
        self._now: _Now | None = None

    @property
    def id(self) -> str | None:
        """The running visit's random id, None in between. It never leaves the log."""
        return self._now.id if self._now else None

    @property
    def open_stop_id(self) -> str | None:
        """The stop whose dwell is counting, or None."""
        return self._now.stop if self._now else None

    @property
    def dwells_ms(self) -> tuple[tuple[str, int], ...]:
        """Each stop that this visitor has left with its dwell in ms; none where no visit is running."""
        return self._now.stays.dwells_ms if self._now else ()

    def start(
        self,
        site_id: str,
        language: str,
        stops_on_offer: int = 0,
        *,
        staff: bool = False,
        timezone: str | None = None,
    ) -> None:
        """Begin a visit; one that is still running ends first.

        Args:
            site_id: Where it is.
            language: A language tag.
            stops_on_offer: How many stops the site has, 0 where unknown.
            staff: Somebody is trying the device: nothing is counted.
            timezone: The site's, by its name in the tz database: hours and days of facts are those there. None: UTC.
        """
        self.end("leave")
        reading = self._log.clock.read()
        self._now = _Now(secrets.token_hex(8), _slept_ms(reading), reading.boot_ms, reading.boot_ms)
        where = {"site": site_id, "timezone": timezone or None}
        self._act("VisitStarted", **where, language=language, stops_on_offer=stops_on_offer, staff=staff)

    def ticket_accepted(self, product: int, party: int, price_class: int) -> None:
        """Note an accepted ticket (0..63, 1..16 people, 0..7); start the visit first."""
        self._act("TicketAccepted", product=product, party=party, price_class=price_class)

    def voucher_redeemed(self, from_site: str) -> None:
        """Note a voucher given by another site of the operator; start the visit first."""
        self._act("VoucherRedeemed", from_site=from_site)

    def pass_read(self, from_site: str, nth: str, after: str) -> None:
        """Note a visit pass made at ``from_site``; start the visit first.

        ``nth`` and ``after`` are of ``fact_kinds.NTH_VISITS`` and ``RETURN_SPANS``; nothing else of the
        pass is recorded.
        """
        self._act("PassRead", from_site=from_site, nth=nth, after=after)

    def answer_study(self, study: str, *, agreed: bool) -> None:
        """Note whether the visitor agrees to a study; the last answer before the visit's end holds."""
        self._act("StudyAnswered", study=study, agreed=agreed)

    def set_preference(self, preference: str, value: str) -> None:
        """Note a setting: one of ``events.PREFERENCES``; ``language`` is a tag, all others a word or a number."""
        self._act("PreferenceSet", preference=preference, value=value)

    def open_stop(self, stop_id: str, by: str) -> None:
        """Open a stop; the one that is open closes. Opening the open one again is only a touch.

        ``by`` is code, picture, number, place, list or suggestion.
        """
        if self._now is None:
            return
        if self._now.stop == stop_id:
            self.touch()
            return
        self.close_stop("next")
        self._now.stop, self._now.on_page = stop_id, (stop_id, by)
        self._act("StopOpened", stop=stop_id, by=by)

    def close_stop(self, reason: str = "closed") -> None:
        """Close the open stop and what is being told of it; nothing happens where none is open.

        ``reason`` is next, closed, idle or ended. After ``idle`` the next touch opens it again: its page
        is still on the screen.
        """
        if self._now is None:
            return
        self.narration_ended("replaced" if reason == "next" else "stopped")
        if reason != "idle":
            self._now.on_page = None
        if self._now.stop is not None:
            stop, self._now.stop = self._now.stop, None
            self._record("StopClosed", stop=stop, reason=reason)

    def touch(self) -> None:
        """Take a touch of the screen. After an idle close it opens the stop on the page again."""
        now = self._now
        if now is None:
            return
        if now.on_page is not None and now.stop is None:
            now.stop, by = now.on_page
            self._act("StopOpened", stop=now.stop, by=by)
        elif (at_ms := self._log.clock.read().boot_ms) - now.act_ms >= _TOUCH_EVERY_MS:
            now.act_ms = at_ms
            self._record("Attention", sign="touch")

    def tick(self) -> None:
        """Take the passing of time, about once a second: so a sleep of the device is placed where it was."""
        if self._now is not None:
            self._notice_sleep(self._now, self._log.clock.read())

    def screen_off(self) -> None:
        """Note that the screen went dark: no attention until :meth:`screen_on`."""
        self._record("Attention", sign="screen-off")

    def screen_on(self) -> None:
        """Note that the screen is lit again."""
        self._record("Attention", sign="screen-on")

    def narration_started(
        self, language: str, depth: str, kind: str, duration_ms: int, *, version: str = ""
    ) -> None:
        """Note that the open stop's narration starts; one that is being told ends as ``replaced``.

        ``kind`` is recording, speech or text; ``duration_ms`` its length in media ms, 0 where unknown;
        ``version`` "a" or "b" where two of this stop's are on trial, "" else.
        """
        self.narration_ended("replaced")
        if self._now is None or self._now.stop is None:
            return
        stop, length_ms = self._now.stop, _bounded(duration_ms)
        at_ms = self._log.clock.read().boot_ms
        hearing = self._now.hearings.setdefault((stop, language, depth, length_ms), Hearing(length_ms))
        hearing.start(at_ms)
        self._now.narration = _Narration(stop, hearing, at_ms)
        told = {"language": language, "depth": depth, "kind": kind, "duration_ms": length_ms}
        self._record("NarrationStarted", stop=stop, **told, **_given(version=version))

    def narration_progress(self, position_ms: int, *, playing: bool = True, rate: float = 1.0) -> None:
        """Take the player's position in media ms; nothing happens where nothing is being told.

        Report some times a second while it plays, at each pause and resume, and just before and just
        after a jump. ``playing`` says whether media advance from here on; ``rate`` is the speed since
        the last report (1.0 is normal).
        """
        now = self._now
        narration = now.narration if now else None
        if now is None or narration is None:
            return
        reading = self._log.clock.read()
        self._notice_sleep(now, reading)
        at_ms = reading.boot_ms
        turned = narration.hearing.is_playing != playing
        narration.rate = min(_FASTEST, max(_SLOWEST, rate))
        narration.hearing.report(at_ms, _bounded(position_ms), playing=playing, rate=narration.rate)
        if turned or at_ms - narration.logged_ms >= _PROGRESS_EVERY_MS:
            narration.logged_ms = at_ms
            self._record_heard("NarrationProgress", narration, position_ms=narration.hearing.position_ms)

    def narration_ended(self, reason: str, position_ms: int | None = None) -> None:
        """Note that the narration ended; nothing happens where none is being told.

        ``reason`` is finished, stopped, replaced or failed. ``position_ms`` is where it was; None takes
        the last position reported, or the end where it finished.
        """
        narration = self._now.narration if self._now else None
        if self._now is None or narration is None:
            return
        if position_ms is None and reason == "finished":
            position_ms = narration.hearing.duration_ms or None
        if position_ms is not None:
            at_ms = self._log.clock.read().boot_ms
            narration.hearing.report(at_ms, _bounded(position_ms), playing=False, rate=narration.rate)
        self._now.narration = None
        self._record_heard("NarrationEnded", narration, reason=reason)

    def change_depth(self, depth: str) -> None:
        """Note that the visitor chose another depth at the open stop."""
        if self.open_stop_id is not None:
            self._act("DepthChanged", stop=self.open_stop_id, depth=depth)

    def suggestion_shown(self, stop_id: str, slot: int = 1) -> None:
        """Note that a stop was suggested, as the first, second ... of several (``slot``, 1..20)."""
        self._record("SuggestionShown", stop=stop_id, slot=slot)

    def suggestion_withheld(self, stop_id: str, slot: int = 1) -> None:
        """Note that a stop was worked out for a slot and, at random, not shown in this visit, to compare with."""
        self._record("SuggestionShown", stop=stop_id, slot=slot, withheld=True)

    def suggestion_taken(self, stop_id: str) -> None:
        """Note that a suggestion was followed; open the stop next, by ``suggestion``."""
        self._act("SuggestionTaken", stop=stop_id)

    def rate(self, stars: int, stop_id: str = "") -> None:
        """Note how the visitor likes a stop, or the site ("" as ``stop_id``): 1 to 5 stars, the last of each holds."""
        self._act("Rated", stars=stars, **_given(stop=stop_id))

    def say(
        self, kind: str, *, language: str, text: str = "", sound: str = "", stop_id: str = ""
    ) -> int | None:
        """Take what the visitor sends; it is told apart from the visit at its end.

        ``kind`` is comment, story or question. Either ``text`` is given (as
        :func:`kiosk.model.visitor_words.clean_words` makes it) or ``sound``, a recording's SHA-256. ``stop_id`` is ""
        for the site as a whole.

        Returns:
            The number to take it back by; None where no visit is running or it has said enough
            (``events.MOST_MESSAGES``).

        Raises:
            ValueError: Neither text nor sound, or both; or one of them is out of bounds.
        """
        if bool(text) == bool(sound):
            raise ValueError("a message is either written or recorded")
        if self._now is None or self._now.messages >= MOST_MESSAGES:
            return None
        number = self._now.messages + 1
        what = _given(text=text, sound=sound, stop=stop_id)
        self._act("Said", message=number, kind=kind, language=language, **what)
        self._now.messages = number
        return number

    def take_back(self, message: int) -> None:
        """Note that the visitor took a message back, by the number that :meth:`say` returned."""
        self._act("TakenBack", message=message)

    def scan_failed(self, kind: str) -> None:
        """Note a scan that led nowhere: unreadable, foreign, newer or unknown."""
        self._act("ScanFailed", kind=kind)

    def search_failed(self, kind: str) -> None:
        """Note a number or words that led nowhere (``number``, ``words``); what was typed is not kept."""
        self._act("SearchFailed", kind=kind)

    def incident(self, code: str) -> None:
        """Note in the device's diary that something went wrong; it is not linked to any visit."""
        self._log.append("Incident", code=code)

    def end(self, reason: str) -> None:
        """End the visit: leave, idle, staff or charger. Nothing happens where none is running."""
        if self._now is None:
            return
        self.close_stop("ended")
        self._act("VisitEnded", reason=reason)
        self._now = None
        self._on_ended()

    def _act(self, name: str, **values: object) -> None:
        """Record an act of the visitor's, which counts as a touch; the screen's answer waits for the disk."""
        if self._now is not None:
            reading = self._log.clock.read()
            self._now.act_ms = reading.boot_ms
            self._notice_sleep(self._now, reading)
            self._now.stays.take(reading.boot_ms, name, values)
            self._log.append(name, self._now.id, **values)

    def _record(self, name: str, **values: object) -> None:
        """Record what goes with an act: on the disk with the next act's row at the latest, nobody waits."""
        if self._now is not None:
            reading = self._log.clock.read()
            self._notice_sleep(self._now, reading)
            self._now.stays.take(reading.boot_ms, name, values)
            self._log.note(name, self._now.id, **values)

    def _record_heard(self, name: str, narration: _Narration, **values: object) -> None:
        hearing = narration.hearing
        heard = {"heard_ms": _bounded(hearing.heard_ms), "played_ms": _bounded(hearing.played_ms)}
        self._record(name, stop=narration.stop, **heard, **values)

    def _notice_sleep(self, now: _Now, reading: Reading) -> None:
        slept_ms = _slept_ms(reading)
        lost_ms, unseen_ms = slept_ms - now.slept_ms, reading.boot_ms - now.seen_ms
        now.slept_ms, now.seen_ms = slept_ms, reading.boot_ms
        if lost_ms >= _SLEEP_MS:
            slept = {"sign": "slept", "lost_ms": _bounded(lost_ms), "unseen_ms": _bounded(unseen_ms)}
            now.stays.take(reading.boot_ms, "Attention", slept)
            self._log.note("Attention", now.id, **slept)


def _slept_ms(reading: Reading) -> int:
    return reading.boot_ms - reading.awake_ms


def _given(**values: str) -> dict[str, str]:
    """Return those values that there are: an optional datum is left out, not empty."""
    return {name: value for name, value in values.items() if value}


def _bounded(ms: int) -> int:
    """Return ``ms`` within a day: positions and lengths come from media files and players."""
    return max(0, min(_MOST_MS, int(ms)))
