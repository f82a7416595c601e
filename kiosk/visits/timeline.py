"""Reading a visit's logged rows back: which stops, when, what was heard, and when there was attention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from kiosk.model.dwell import Playback, Span, Timeline
from kiosk.visits.history import HeardNarration, LoggedEvent, StopHistory, SuggestionHistory, VisitHistory

# The visitor's own acts: each is a touch, whatever its meaning.
_ACTS: Final = frozenset(
    {
        "VisitStarted",
        "TicketAccepted",
        "VoucherRedeemed",
        "PassRead",
        "StudyAnswered",
        "PreferenceSet",
        "StopOpened",
        "DepthChanged",
        "SuggestionTaken",
        "Rated",
        "Said",
        "TakenBack",
        "ScanFailed",
        "SearchFailed",
    }
)
_FAILED_AT: Final = {"ScanFailed": "scan", "SearchFailed": "search"}
_FOREVER_MS: Final = 2**62


def read_visit(events: Sequence[LoggedEvent]) -> VisitHistory | None:
    """Return what the rows of one visit tell, in their logged order; None where its start is missing.

    Rows of a later boot are left out: no visit spans two boots, and boot times of two boots cannot
    be compared.
    """
    if not events or events[0].name != "VisitStarted":
        return None
    boot_id = events[0].boot_id
    reader = _Reader()
    for event in events:
        if event.boot_id == boot_id:
            reader.take(event)
    return reader.finish()


class _Reader:
    def __init__(self) -> None:
        self._visit = VisitHistory()
        self._touches: list[int] = []
        self._played: list[Playback] = []
        self._away: list[Span] = []
        self._off_since: int | None = None
        self._open: StopHistory | None = None
        self._last_stop: str | None = None
        self._narration: HeardNarration | None = None
        self._reported = (0, 0)
        self._readers: dict[str, Callable[[LoggedEvent], None]] = {
            "VisitStarted": self._on_visit_started,
            "TicketAccepted": self._on_admitted,
            "VoucherRedeemed": self._on_admitted,
            "PassRead": self._on_admitted,
            "StudyAnswered": self._on_study_answered,
            "ScanFailed": self._on_failed,
            "SearchFailed": self._on_failed,
            "PreferenceSet": self._on_preference_set,
            "StopOpened": self._on_stop_opened,
            "StopClosed": self._on_stop_closed,
            "NarrationStarted": self._on_narration_started,
            "NarrationProgress": self._on_narration_progress,
            "NarrationEnded": self._on_narration_ended,
            "SuggestionShown": self._on_suggestion_shown,
            "SuggestionTaken": self._on_suggestion_taken,
            "Rated": self._on_rated,
            "Said": self._on_said,
            "TakenBack": self._on_taken_back,
            "Attention": self._on_attention,
        }

    def take(self, event: LoggedEvent) -> None:
        self._visit.ended_ms = max(self._visit.ended_ms, event.boot_ms)
        if event.name in _ACTS:
            self._touches.append(event.boot_ms)
        if reader := self._readers.get(event.name):
            reader(event)

    def finish(self) -> VisitHistory:
        if self._off_since is not None:
            self._away.append(Span(self._off_since, _FOREVER_MS))
        self._visit.timeline = Timeline(tuple(self._touches), tuple(self._played), tuple(self._away))
        return self._visit

    def _on_visit_started(self, event: LoggedEvent) -> None:
        visit, values = self._visit, event.values
        visit.site, visit.language, visit.staff = values["site"], values["language"], values["staff"]
        visit.timezone = values.get("timezone") or ""
        visit.stops_on_offer, visit.hour, visit.started_ms = (
            values["stops_on_offer"],
            event.hour,
            event.boot_ms,
        )

    def _on_admitted(self, event: LoggedEvent) -> None:
        self._visit.admitted.append((event.name, event.values))

    def _on_study_answered(self, event: LoggedEvent) -> None:
        self._visit.study = event.values["study"] if event.values["agreed"] else None

    def _on_failed(self, event: LoggedEvent) -> None:
        self._visit.failures.append(f"{_FAILED_AT[event.name]}-{event.values['kind']}")

    def _on_preference_set(self, event: LoggedEvent) -> None:
        preference, value = event.values["preference"], event.values["value"]
        if preference == "language":
            self._visit.language = value
        else:
            self._visit.settings[preference] = value

    def _on_stop_opened(self, event: LoggedEvent) -> None:
        stop = event.values["stop"]
        if self._last_stop is not None and self._last_stop != stop:
            self._visit.moves.append((self._last_stop, stop))
        self._last_stop = stop
        by = event.values["by"]
        self._open = self._visit.stops.setdefault(stop, StopHistory(stop, by, event.hour))
        self._visit.opened.append((stop, len(self._open.openings), by))
        self._open.openings.append((event.boot_ms, None))
        if suggestion := self._visit.suggestions.get(stop):
            suggestion.opened = True

    def _on_stop_closed(self, event: LoggedEvent) -> None:
        history = self._visit.stops.get(event.values["stop"])
        if history is not None and history.openings[-1][1] is None:
            history.openings[-1] = (history.openings[-1][0], event.boot_ms)
        self._open = None

    def _on_narration_started(self, event: LoggedEvent) -> None:
        values = event.values
        self._narration = HeardNarration(
            values["language"], values["depth"], values["kind"], values["duration_ms"], values.get("version")
        )
        self._reported = (event.boot_ms, 0)
        if history := self._visit.stops.get(values["stop"]):
            history.narrations.append(self._narration)

    def _on_narration_progress(self, event: LoggedEvent) -> None:
        if self._narration is None:
            return
        since_ms, before_ms = self._reported
        played_ms = event.values["played_ms"]
        self._played.append(Playback(since_ms, event.boot_ms, played_ms - before_ms))
        self._narration.heard_ms = max(self._narration.heard_ms, event.values["heard_ms"])
        self._reported = (event.boot_ms, played_ms)

    def _on_narration_ended(self, event: LoggedEvent) -> None:
        self._on_narration_progress(event)
        self._narration = None

    def _on_suggestion_shown(self, event: LoggedEvent) -> None:
        withheld = bool(event.values.get("withheld"))
        self._visit.suggestions_shown += not withheld
        stop, slot = event.values["stop"], event.values["slot"]
        known = self._visit.suggestions.setdefault(stop, SuggestionHistory(stop, slot, withheld))
        known.slot = min(known.slot, slot)

    def _on_suggestion_taken(self, event: LoggedEvent) -> None:
        self._visit.suggestions_taken += 1
        if suggestion := self._visit.suggestions.get(event.values["stop"]):
            suggestion.taken = True

    def _on_rated(self, event: LoggedEvent) -> None:
        self._visit.ratings[event.values.get("stop")] = event.values["stars"]

    def _on_said(self, event: LoggedEvent) -> None:
        self._visit.messages[event.values["message"]] = event.values
        if sound := event.values.get("sound"):
            self._visit.sounds.add(sound)

    def _on_taken_back(self, event: LoggedEvent) -> None:
        self._visit.messages.pop(event.values["message"], None)

    def _on_attention(self, event: LoggedEvent) -> None:
        sign, at_ms = event.values["sign"], event.boot_ms
        if sign == "touch":
            self._touches.append(at_ms)
        elif sign == "slept":
            # It fell asleep at some time after the clocks were last read: laid right there, it can only
            # make the dwell shorter than it was, never longer.
            since_ms = at_ms - event.values["unseen_ms"]
            self._away.append(Span(since_ms, since_ms + event.values["lost_ms"]))
        elif sign == "screen-off" and self._off_since is None:
            self._off_since = at_ms
        elif sign == "screen-on" and self._off_since is not None:
            self._away.append(Span(self._off_since, at_ms))
            self._off_since = None
