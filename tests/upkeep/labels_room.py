"""The room of the labels over two small sites, with work that waits and a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.model.label_state import LabelState
from kiosk.model.marker import Marker, format_marker, is_genuine
from kiosk.upkeep.room import Upkeep
from tests.fakes.fake_background import QueuedBackground

MILL, TOWER = "mill", "tower"
KEY = b"the sites' label key"
HOST = "Q.NORRBY.EXAMPLE"
CODES = {f"{MILL}/{k}": f"AAAAAAA{k}" for k in range(1, 6)} | {
    f"{TOWER}/{k}": f"BBBBBBB{k}" for k in range(1, 3)
}
LABELS = {stop_id: format_marker(HOST, code, KEY) for stop_id, code in CODES.items()}
NOON = datetime(2026, 5, 4, 10, tzinfo=UTC)


class SmallLibrary:
    """Two sites under one address, one of them ahead of Greenwich."""

    def sites(self, language: str) -> list[Any]:
        return [self.get_site(site_id, language) for site_id in (MILL, TOWER)]

    def get_site(self, site_id: str, language: str) -> Any:
        if site_id not in (MILL, TOWER):
            raise KioskError("There is no such site", code="packs.no-such-site")
        zone = "Asia/Kolkata" if site_id == MILL else "Europe/Stockholm"
        return SimpleNamespace(id=site_id, timezone=zone, label_host=HOST, fallback_language="en")

    def stop_cards(self, site_id: str, language: str) -> list[Any]:
        self.get_site(site_id, language)
        return [SimpleNamespace(id=stop_id) for stop_id in CODES if stop_id.startswith(f"{site_id}/")]

    def find_by_marker(self, marker: Marker) -> Any:
        if marker.host != HOST or not is_genuine(marker, KEY):
            return SimpleNamespace(kind="foreign", stop_id="")
        stop_id = {code: stop_id for stop_id, code in CODES.items()}.get(marker.stop_code, "")
        return SimpleNamespace(kind="stop" if stop_id else "newer", stop_id=stop_id)


@dataclass
class LabelsRoom:
    """The room, and what moves it."""

    folder: Path
    wall: datetime | None = NOON
    boot_ms: int = 1_000_000
    told: list[KioskError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.background = QueuedBackground()
        self.upkeep = self._make()

    @property
    def codes(self) -> list[str]:
        """What staff were told, by its codes."""
        return [problem.code for problem in self.told]

    def state(self, stop_id: str) -> LabelState:
        """Return what staff see of one label, once all is written."""
        states = self.states(stop_id.partition("/")[0])
        return next(state for state in states if state.stop_id == stop_id)

    def states(self, site_id: str) -> tuple[LabelState, ...]:
        self.upkeep.rounds.forget()
        self.upkeep.rounds.states(site_id)
        self.background.run_all()
        return self.upkeep.rounds.states(site_id)

    def read(self, stop_id: str, times: int = 1, spare: float | None = 1.0) -> None:
        """Let visitors read a label."""
        for _ in range(times):
            self.upkeep.notes.code_read(stop_id, spare)
            self.upkeep.notes.stop_opened(stop_id, "code")

    def meet_stranger(
        self, stop_id: str, *, by: str = "number", text: str = "https://poster.example/a", after_s: float = 20
    ) -> None:
        """Let a visitor scan somebody else's code, and then find the stop another way."""
        self.upkeep.notes.code_refused("foreign", text)
        self.boot_ms += round(after_s * 1000)
        self.upkeep.notes.stop_opened(stop_id, by)

    def pass_days(self, days: int = 1) -> None:
        assert self.wall is not None
        self.wall += timedelta(days=days)
        self.boot_ms += days * 86_400_000

    def close(self) -> None:
        self.upkeep.close()

    def restart(self) -> None:
        """Close the guide and start it again."""
        self.close()
        self.background = QueuedBackground()
        self.upkeep = self._make()

    def _make(self) -> Upkeep:
        return Upkeep(
            self.folder,
            SmallLibrary(),
            self.background,
            lambda: self.boot_ms,
            lambda: None if self.wall is None else round(self.wall.timestamp() * 1000),
            self.told.append,
        )
