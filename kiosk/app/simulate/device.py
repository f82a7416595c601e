"""A simulated device: a folder of its own with keys, outbox and used tickets, enrolled as any other."""

from __future__ import annotations

import secrets
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from kiosk import __version__
from kiosk.app.simulate.fact_maker import FactMaker
from kiosk.app.simulate.hub_place import MARK, HubPlace, is_simulated
from kiosk.app.simulate.memory_log import MemoryLog, SteeredClock
from kiosk.app.simulate.sites import VisitedSite
from kiosk.model.device_status import DeviceStatus, IncidentCount, ShownPack
from kiosk.model.errors import KioskError
from kiosk.seals.paper_keys import PaperKeys, load_paper_keys
from kiosk.sync.enrol import enrol, parse_invitation
from kiosk.sync.exchange import Exchange
from kiosk.sync.open_exchange import open_exchange
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Outcome
from kiosk.sync.send_all import Sent, send_all
from kiosk.sync.status_errand import StatusErrand
from kiosk.sync.stick import StickMail
from kiosk.sync.ticket_errand import TicketErrand
from kiosk.tickets.book import TicketBook
from kiosk.tickets.office import Surroundings, TicketOffice
from kiosk.tickets.reading import Paper
from kiosk.tickets.validity import KnownDay
from kiosk.visits.identity import load_device

_KEPT: Final = 500
_STORAGE: Final = 64 * 10**9
# What a fleet shows in a week, and in how many of a hundred devices.
_TROUBLES: Final = (("narration.no-output", 6), ("scanning.camera-lost", 8), ("app.file-rotten", 2))


@dataclass(frozen=True, slots=True)
class Habit:
    """How a device is used: ``share`` of the usual visits, whether it is sent by stick, how often it is off line."""

    share: float
    by_stick: bool
    off_line: float


class SimulatedDevice:
    """One device from its enrolment to the last of its facts; everything it keeps is in ``folder``.

    Attributes:
        log: Where its visits are logged.
        facts: What its visits become.
        by_network: How many facts the hub acknowledged over the network.
        by_stick: How many by stick.
        lost_answers: How often an answer of the hub was lost on the way, so that the same facts went again.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        site: VisitedSite,
        habit: Habit,
        start_ms: int,
        rng: Random,
        known: list[str],
    ) -> None:
        folder.mkdir(parents=True)
        self.name = name
        self.site = site
        self.habit = habit
        self.rng = rng
        self.log = MemoryLog(SteeredClock(start_ms))
        self.facts = FactMaker(rng)
        self.by_network = self.by_stick = self.lost_answers = 0
        self._folder = folder
        self._known = known
        self._packs: tuple[ShownPack, ...] = ()
        self._paper_keys = PaperKeys()
        self._exchange: Exchange | None = None
        self._parts = ExitStack()
        self._outbox = self._parts.enter_context(
            closing(Outbox(folder / "outbox.db", load_device(folder), max_kept=_KEPT))
        )
        self._book = self._parts.enter_context(closing(TicketBook(folder)))
        around = Surroundings(
            self._paper, lambda _site: self._known_day(), lambda: 0.0, lambda _problem: None
        )
        self.office = TicketOffice(self._book, around)

    def close(self) -> None:
        """Close what is open in its folder."""
        self._parts.close()

    @property
    def day(self) -> date:
        """What day its clock shows, by the calendar of its site."""
        now = datetime.fromtimestamp(self.log.clock.wall_ms / 1000, UTC)
        return now.astimezone(ZoneInfo(self.site.timezone or "UTC")).date()

    @property
    def paper_keys(self) -> PaperKeys:
        """The operator's keys for tickets, vouchers and passes."""
        return self._paper_keys

    def enrol(self, hub: HubPlace, packs: tuple[ShownPack, ...]) -> None:
        """Come in at the hub.

        Raises:
            KioskError: ``sync.enrolment-refused``; ``app.simulation-refused`` where the hub calls it as a real device.
        """
        self._packs = packs
        invitation = parse_invitation(f"kiosk-enrol:{hub.address}#{hub.take_code(self.site.id, self.name)}")
        device = load_device(self._folder)
        known = enrol(self._folder, device, invitation, name=self.name, version=__version__)
        if not is_simulated(known.name):
            raise KioskError(
                "Nothing was simulated",
                thing=known.name,
                expected=f"a device whose name begins with {MARK}",
                found="a code that was made for another name",
                remedy=f"Shut it out (kiosk hub devices --revoke {device[:8]}), and make codes without --name",
                code="app.simulation-refused",
            )
        self._paper_keys = load_paper_keys(self._folder)
        self._exchange = open_exchange(self._folder, hub.address)

    def hand_over(self, *, is_day_over: bool = False) -> None:
        """Move facts that may leave to the outbox."""
        if facts := self.facts.take_parcel(is_day_over=is_day_over):
            self._outbox.accept(secrets.token_hex(16), facts)

    def send(self, *, with_status: bool) -> Sent:
        """Send what waits over the network, as the app does when it has one."""
        assert self._exchange is not None
        if self.rng.random() < 0.03:
            self._lose_answer(self._exchange)
        errands = [TicketErrand(self._book, self._has_used_tickets)]
        status = [StatusErrand(self._folder, self.read_status)] if with_status else []
        sent = send_all(self._outbox, self._exchange, [*status, *errands])
        self.by_network += sent.facts
        return sent

    def carry(self, stick: Path) -> None:
        """Take the hub's replies from a stick, and write to it what waits."""
        mail = StickMail(self._folder, self._outbox, self._book)
        self.by_stick += mail.carry(stick, self.read_status()).acknowledged

    def count_waiting(self) -> int:
        """Return how many facts the hub has not acknowledged."""
        return self._outbox.waiting().facts

    def read_status(self) -> DeviceStatus:
        """Return how it says it is."""
        rng, waiting = self.rng, self._outbox.waiting()
        troubles = [
            IncidentCount(code, rng.randint(1, 9)) for code, odds in _TROUBLES if rng.random() * 100 < odds
        ]
        is_charging = rng.random() < 0.4
        return DeviceStatus(
            at_ms=min(self.log.clock.wall_ms, time.time_ns() // 1_000_000),
            version=__version__,
            packs=self._packs,
            battery_percent=rng.randint(60, 100) if is_charging else rng.randint(18, 97),
            is_charging=is_charging,
            storage_free_bytes=int(_STORAGE * rng.uniform(0.2, 0.7)),
            storage_total_bytes=_STORAGE,
            waiting_facts=waiting.facts,
            waiting_since_ms=waiting.since_ms,
            incidents=tuple(troubles),
            paper_keys_version=self._paper_keys.version,
        )

    def _lose_answer(self, exchange: Exchange) -> None:
        """Send a batch and lose the hub's answer, as when a device is carried out of the network's reach."""
        batch = self._outbox.next_batch()
        if batch is not None and exchange.send(batch).outcome is Outcome.ACKNOWLEDGED:
            self.lost_answers += 1

    def _has_used_tickets(self) -> bool:
        return bool(self._book.list_untold("hub", 1))

    def _paper(self) -> Paper:
        return Paper(self._paper_keys.tickets, self._paper_keys.vouchers, self._known)

    def _known_day(self) -> KnownDay:
        return KnownDay(self.day, self.day)
