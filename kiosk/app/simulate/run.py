"""The simulation: devices at the installed sites, day by day, until the hub has all of it."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from kiosk.app.simulate.device import Habit, SimulatedDevice
from kiosk.app.simulate.door import Door
from kiosk.app.simulate.hub_place import MARK, HubPlace
from kiosk.app.simulate.opening import is_open, list_starts
from kiosk.app.simulate.paper import Circulation, sell_tickets
from kiosk.app.simulate.sites import VisitedSite
from kiosk.app.simulate.visit_script import VisitScript
from kiosk.app.simulate.visitor import make_visitor
from kiosk.model.device_status import ShownPack
from kiosk.model.errors import KioskError
from kiosk.sync.send_all import Sent

# One device in eight, beginning with the second, has no network and is sent by stick, once a week.
_BY_STICK_EVERY: Final = 8
_STICK_DAYS: Final = 7
_STATUS_DAYS: Final = 2
_TICKETS_A_WEEK: Final = 30
_LAST_WORDS: Final = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What to simulate: ``devices`` over ``days`` that end with ``until``; nothing after ``now_ms`` (UTC)."""

    devices: int
    days: int
    until: date
    seed: int
    now_ms: int

    @property
    def first_day(self) -> date:
        """The first of the days."""
        return self.until - timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Simulated:
    """What came of it.

    Attributes:
        visits: Visits that were played.
        facts: Facts that the devices made, by kind.
        by_network: How many of them the hub acknowledged over the network.
        by_stick: How many by stick.
        lost_answers: How often an answer was lost and the same facts went again.
        tickets: Tickets that the hub issued for it.
        refused: Tickets and vouchers that were shown and refused.
        gained: How many facts more the hub tells of than before; None where it does not tell.
        seconds: How long all of it took.
        sending_s: How long of it was spent on the way to the hub.
    """

    visits: int
    facts: Counter[str]
    by_network: int
    by_stick: int
    lost_answers: int
    tickets: int
    refused: int
    gained: int | None
    seconds: float
    sending_s: float

    def as_dict(self) -> dict[str, Any]:
        """Return it as a JSON-ready object."""
        told = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {**told, "facts": dict(sorted(self.facts.items())), "facts_in_all": self.facts.total()}


class Simulation:
    """Fills ``hub`` as ``plan`` says.

    Args:
        hub: The hub.
        sites: Where the devices stand, in turn.
        packs: What they show.
        plan: What to simulate.
        say: Is told the progress in words.
    """

    def __init__(
        self,
        hub: HubPlace,
        sites: Sequence[VisitedSite],
        packs: tuple[ShownPack, ...],
        plan: Plan,
        say: Callable[[str], object] = lambda _words: None,
    ) -> None:
        self._hub = hub
        self._sites = sites
        self._packs = packs
        self._plan = plan
        self._say = say
        self._paper = Circulation(plan.first_day)
        self._door = Door(self._paper, [site.id for site in sites])
        self._off_line_until: dict[str, date] = {}
        self._visits = 0
        self._sending_s = 0.0

    def run(self) -> Simulated:
        """Simulate all days, and send until the hub has everything.

        Raises:
            KioskError: ``app.simulation-cut-short`` where it has not; what enrolling may raise.
        """
        began_s, before = time.monotonic(), self._hub.count_facts()
        with tempfile.TemporaryDirectory(prefix="kiosk-simulate-") as folder, ExitStack() as parts:
            devices = [
                parts.enter_context(closing(self._make_device(Path(folder), number)))
                for number in range(1, self._plan.devices + 1)
            ]
            for device in devices:
                device.enrol(self._hub, self._packs)
            self._say(f"{len(devices)} devices are enrolled at {self._hub.address}")
            tickets = self._sell(devices)
            stick = Path(folder) / "stick"
            stick.mkdir()
            for index in range(self._plan.days):
                self._simulate_day(devices, index, stick, began_s)
            self._finish(devices, stick)
            seconds = time.monotonic() - began_s
            after = self._hub.count_facts()
            gained = None if before is None or after is None else after - before
            return self._sum_up(devices, tickets, gained, seconds)

    def _make_device(self, folder: Path, number: int) -> SimulatedDevice:
        site = self._sites[(number - 1) % len(self._sites)]
        rng = Random(f"{self._plan.seed} device {number}")
        habit = Habit(
            share=rng.lognormvariate(0, 0.35),
            by_stick=number % _BY_STICK_EVERY == 2 and self._hub.takes_sticks,
            off_line=rng.choice((0.01, 0.03, 0.08)),
        )
        start = datetime.combine(self._plan.first_day, datetime.min.time(), UTC) - timedelta(days=1)
        name = f"{MARK} {number:02} {site.id}"
        known = [one.id for one in self._sites]
        start_ms = int(start.timestamp() * 1000)
        return SimulatedDevice(folder / f"{number}", name, site, habit, start_ms, rng, known)

    def _sell(self, devices: Sequence[SimulatedDevice]) -> int:
        a_site = -(-len(devices) // len(self._sites))
        names = [site.id for site in self._sites[: len(devices)]]
        rng = Random(f"{self._plan.seed} tickets")
        return sell_tickets(self._hub, self._paper, names, self._plan.until, _TICKETS_A_WEEK * a_site, rng)

    def _simulate_day(
        self, devices: Sequence[SimulatedDevice], index: int, stick: Path, began_s: float
    ) -> None:
        day = self._plan.first_day + timedelta(days=index)
        for device in devices:
            self._play_day(device, day)
        for device in devices:
            self._deliver(device, index, day, stick)
        if (index + 1) % max(1, self._plan.days // _LAST_WORDS) == 0:
            self._tell(devices, day, time.monotonic() - began_s)

    def _play_day(self, device: SimulatedDevice, day: date) -> None:
        for start in list_starts(device.site, day, device.rng, device.habit.share):
            if start.timestamp() * 1000 > self._plan.now_ms:
                break
            device.log.clock.move_to(int(start.timestamp() * 1000))
            now = datetime.fromtimestamp(device.log.clock.wall_ms / 1000, UTC)
            if not is_open(device.site, now):
                break
            self._play_visit(device)
        device.facts.end_day(day.isoformat())
        device.hand_over(is_day_over=True)

    def _play_visit(self, device: SimulatedDevice) -> None:
        rng, brought = device.rng, []
        visitor = make_visitor(device.site, rng)
        script = VisitScript(device.log, device.site, visitor, rng)
        script.play(lambda visit: brought.append(self._door.come_in(device, visit, rng)))
        if script.seen:
            self._door.go_out(device, brought[0], visitor, script.seen, rng)
        device.facts.add(device.log.take_rows())
        device.hand_over()
        self._visits += 1

    def _deliver(self, device: SimulatedDevice, index: int, day: date, stick: Path) -> None:
        began_s = time.monotonic()
        if device.habit.by_stick:
            if index % _STICK_DAYS == _STICK_DAYS - 1:
                self._carry(device, stick)
        elif not self._is_off_line(device, day):
            device.send(with_status=index == 0 or self._plan.days - index <= _STATUS_DAYS)
        self._sending_s += time.monotonic() - began_s

    def _is_off_line(self, device: SimulatedDevice, day: date) -> bool:
        if device.rng.random() < device.habit.off_line:
            self._off_line_until[device.name] = day + timedelta(days=device.rng.randint(0, 4))
        return day <= self._off_line_until.get(device.name, date.min)

    def _carry(self, device: SimulatedDevice, stick: Path) -> None:
        device.carry(stick)
        self._hub.read_stick(stick)

    def _finish(self, devices: Sequence[SimulatedDevice], stick: Path) -> None:
        """Send the rest; a stick goes there and back once more, so that the hub's word on it comes home."""
        began_s = time.monotonic()
        for device in devices:
            sent = Sent(0, 0, "")
            if device.habit.by_stick:
                self._carry(device, stick)
                self._carry(device, stick)
            else:
                sent = device.send(with_status=True)
            if waiting := device.count_waiting():
                raise _cut_short(device.name, waiting, sent.why)
        self._sending_s += time.monotonic() - began_s

    def _tell(self, devices: Sequence[SimulatedDevice], day: date, seconds: float) -> None:
        facts = sum(device.facts.made.total() for device in devices)
        self._say(
            f"{day}: {self._visits:,} visits, {facts:,} facts, {facts / max(seconds, 0.001):,.0f} facts/s"
        )

    def _sum_up(
        self, devices: Sequence[SimulatedDevice], tickets: int, gained: int | None, seconds: float
    ) -> Simulated:
        return Simulated(
            visits=self._visits,
            facts=sum((device.facts.made for device in devices), Counter[str]()),
            by_network=sum(device.by_network for device in devices),
            by_stick=sum(device.by_stick for device in devices),
            lost_answers=sum(device.lost_answers for device in devices),
            tickets=tickets,
            refused=self._door.refused,
            gained=gained,
            seconds=round(seconds, 2),
            sending_s=round(self._sending_s, 2),
        )


def _cut_short(name: str, waiting: int, why: str) -> KioskError:
    return KioskError(
        "The simulation was cut short",
        thing=name,
        expected="a hub that takes every fact",
        found=f"{waiting} facts wait still: {why or 'no reason given'}",
        remedy="See whether the hub runs, then begin again with a new database",
        code="app.simulation-cut-short",
    )
