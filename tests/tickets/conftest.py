"""A ticket office over a real database, with a day and a clock that tests set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.tickets.book import TicketBook
from kiosk.tickets.desk_folder import DeskFolder
from kiosk.tickets.office import Surroundings, TicketOffice
from kiosk.tickets.reading import Paper
from kiosk.tickets.validity import KnownDay
from tests.fakes.made_tickets import TODAY, make_press, make_voucher_key

PAPER = Paper((make_press("mill").keys, make_press("fort").keys), (make_voucher_key(),), ("mill", "fort"))


class OfficeRoom:
    """One device's office; :meth:`restart` is a power cut and the next start."""

    def __init__(
        self, folder: Path, desk: Path | None = None, device: str = "a" * 32, most: int = 1_000
    ) -> None:
        self.folder = folder
        self.desk = DeskFolder(desk, device, patience_s=20) if desk is not None else None
        self.now_s = 0.0
        self.day = KnownDay(date(2026, 11, 21), TODAY)
        self.paper = PAPER
        self.paper_problem: KioskError | None = None
        self.told: list[KioskError] = []
        self._most = most
        self.restart()

    def restart(self) -> None:
        around = Surroundings(
            self._read_paper, lambda _site: self.day, lambda: self.now_s, self.told.append, self.now_s
        )
        self.book = TicketBook(self.folder, most=self._most)
        self.office = TicketOffice(self.book, around, self.desk)

    def _read_paper(self) -> Paper:
        if self.paper_problem is not None:
            raise self.paper_problem
        return self.paper

    @property
    def codes_told(self) -> list[str]:
        return [problem.code for problem in self.told]

    def redeem(self, text: str, site: str = "mill") -> str:
        """Return ``yes``, or in a word why not."""
        return str(self.office.redeem(site, text).refusal or "yes")

    def close(self) -> None:
        self.office.close()


MakeRoom = Callable[..., OfficeRoom]


@pytest.fixture
def make_room(tmp_path: Path) -> Iterator[MakeRoom]:
    rooms: list[OfficeRoom] = []

    def make(name: str = "one", **options: object) -> OfficeRoom:
        device = (name.encode().hex() + "0" * 32)[:32]
        room = OfficeRoom(tmp_path / name, device=device, **options)  # type: ignore[arg-type]  # as the class has them
        rooms.append(room)
        return room

    yield make
    for room in rooms:
        room.close()


@pytest.fixture
def room(make_room: MakeRoom) -> OfficeRoom:
    return make_room()
