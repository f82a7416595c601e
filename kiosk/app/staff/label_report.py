"""What is known of the labels, for the command line and the doctor: read from the disk while a guide may run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.model.content import Site, StopCard
from kiosk.model.label_state import LabelState
from kiosk.packs.library import Library
from kiosk.upkeep.book import read_book
from kiosk.upkeep.judge import judge_labels
from kiosk.upkeep.rows import read_records, read_round
from kiosk.upkeep.site_days import SiteDays
from kiosk.visits.clock import SystemClock, WallQuality


@dataclass(frozen=True, slots=True)
class LabelReport:
    """The labels of one site.

    Attributes:
        site: The site.
        states: Its labels, what needs somebody first.
        cards: Its stops by their ids.
        today: The day at the site; "" where the clock is not set.
        confirmed: Stops that the round under way has confirmed; None where no round is under way there.
    """

    site: Site
    states: tuple[LabelState, ...]
    cards: Mapping[str, StopCard]
    today: str
    confirmed: tuple[str, ...] | None

    def as_dict(self) -> dict[str, Any]:
        """Return the report JSON-ready."""
        labels = [
            {"stop": state.stop_id, "number": self.number(state), "title": self.cards[state.stop_id].title}
            | {name: value for name, value in asdict(state).items() if name != "stop_id"}
            | {"words": self.describe(state)}
            for state in self.states
        ]
        under_way = None
        if self.confirmed is not None:
            missing = [stop_id for stop_id in self.cards if stop_id not in self.confirmed]
            under_way = {"confirmed": list(self.confirmed), "missing": missing}
        return {"site": self.site.id, "name": self.site.name, "labels": labels, "round": under_way}

    def list_needing(self) -> list[str]:
        """Return a line of words for each label that somebody should look at."""
        return [self.describe(state) for state in self.states if state.needs_somebody]

    def describe(self, state: LabelState) -> str:
        """Return in words what is the matter with a label; "" where nothing is."""
        stop = f"stop {self.number(state)}"
        on = "today" if state.foreign_on == self.today else f"on {state.foreign_on or 'an unknown day'}"
        if state.is_covered:
            forged = f", {state.forged} of them made to look like yours" if state.forged else ""
            return f"code at {stop} seems covered: {state.foreign} foreign scans {on}{forged}"
        if state.forged:
            return f"code at {stop}: {_count(state.forged, 'scan')} of a code that imitates yours"
        if state.is_unread:
            return f"code at {stop} was not read since {state.read_on}, while others were"
        if state.is_wearing:
            return f"code at {stop} is wearing out: {self._describe_wear(state)}"
        if state.foreign:
            return f"code at {stop}: {_count(state.foreign, 'foreign scan')} {on}"
        return ""

    def number(self, state: LabelState) -> str:
        """Return what is printed on a label: its number, or the stop's title where it has none."""
        card = self.cards[state.stop_id]
        return card.number or card.title

    def _describe_wear(self, state: LabelState) -> str:
        if state.spare is None:
            return f"{_count(state.failed, 'time')} in 30 days it could not be read"
        before = "" if state.spare_before is None else f", at first {state.spare_before:.0%}"
        return f"{state.spare:.0%} of its error correction is left when it is read{before}"


def read_label_report(data_folder: Path, library: Library, site: Site) -> LabelReport:
    """Return what is known of a site's labels.

    Raises:
        KioskError: ``upkeep.labels-not-read``.
    """
    kept = read_book(
        data_folder, lambda connection: (read_records(connection, site.id), read_round(connection))
    )
    records, (round_site, confirmed) = kept or ({}, ("", ()))
    cards = {card.id: card for card in library.stop_cards(site.id, site.fallback_language)}
    today = SiteDays(library, _read_wall_ms).find_today(site.id)
    return LabelReport(
        site,
        judge_labels(cards, records, today),
        cards,
        today,
        tuple(stop_id for stop_id in confirmed if stop_id in cards) if round_site == site.id else None,
    )


def _read_wall_ms() -> int | None:
    reading = SystemClock().read()
    return None if reading.quality is WallQuality.UNSET else reading.wall_ms


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
