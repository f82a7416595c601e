"""Devices, sticks, a network and a hub between which everything goes wrong that can, by chance and repeatable.

The real outboxes, the real seals, the real ingest on a real database. Nothing is timed: an act follows an act.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.device_tables import devices
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.hub_keys import provide_hub_keys
from kiosk.hub.ingest import ForkError, Ingest
from kiosk.hub.reports import Reports
from kiosk.hub.stick import StickReader
from kiosk.model.batch import Batch
from kiosk.model.device_status import DeviceStatus
from kiosk.model.errors import KioskError
from kiosk.model.letter import OUTBOX, ROOT
from kiosk.seals.device_keys import load_device_keys
from kiosk.sync.enrolment import Enrolment, keep_enrolment
from kiosk.sync.outbox import Outbox
from kiosk.sync.stick import StickMail
from tests.fakes.made_facts import make_lines

DEVICES: Final = ("a" * 32, "b" * 32)
MOST_TABLETS: Final = 5
NOW_MS: Final = 1_795_262_400_000
STATUS: Final = DeviceStatus(NOW_MS, "1.0")
MOST_ROUNDS: Final = 30


def make_template(folder: Path) -> Path:
    """Make a hub's database with its keys once: its tables take longer to make than a run."""
    template = folder / "template.db"
    with closing(open_database(str(template))) as database, database.writing() as connection:
        provide_hub_keys(connection, NOW_MS)
    return template


class SyncWorld:
    """One run. ``wanted`` are the facts that somebody still has, ``logged`` all that ever were."""

    def __init__(self, folder: Path, template: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self._next = 1
        self._parcels = 0
        self.logged: set[int] = set()
        self.wanted: set[int] = set()
        self._wire: list[Batch] = []
        self._backups = 0
        self._hub = folder / "hub.db"
        shutil.copy(template, self._hub)
        self._database: HubDatabase = open_database(str(self._hub))
        self._tablets = [self._make_tablet(device) for device in DEVICES]
        self._sticks = [folder / name for name in ("STICK-1", "STICK-2")]
        for stick in self._sticks:
            stick.mkdir()
        self._tablet_backups: list[tuple[Path, Path]] = []
        self._hub_backups: list[Path] = []
        self._stick_copies: list[Path] = []

    def close(self) -> None:
        """Let the database go."""
        self._database.close()

    def run(self, acts: int) -> None:
        """Let ``acts`` things happen."""
        weighted: list[tuple[int, Callable[[], None]]] = [
            (10, self._log),
            (12, self._send),
            (3, self._replay),
            (5, self._carry),
            (5, self._read_stick),
            (1, self._copy_stick),
            (1, self._bring_old_stick),
            (1, self._tear_stick),
            (1, self._clone),
            (1, self._back_up_tablet),
            (1, self._restore_tablet),
            (1, self._back_up_hub),
            (1, self._restore_hub),
        ]
        weights = [weight for weight, _ in weighted]
        for _, act in self._chance.choices(weighted, weights, k=acts):
            act()

    def settle(self) -> None:
        """Let all go well from now on, until nothing waits anywhere."""
        for tablet in self._tablets:
            self._log(tablet)  # by which a device sees that its hub was restored
        for _ in range(MOST_ROUNDS):
            for tablet in self._tablets:
                self._deliver(tablet)
            if all(self._count_waiting(tablet) == 0 for tablet in self._tablets):
                return
        raise AssertionError("facts still wait though all goes well")

    def at_hub(self) -> list[int]:
        """Return the numbers of the facts that count at the hub, a repeated one twice."""
        with self._database.reading() as connection:
            bodies = connection.scalars(select(facts.c.body).where(facts.c.body != ""))
            return sorted(_read_number(body) for body in bodies)

    def total(self) -> int:
        """Return how many facts the hub says it has."""
        return Reports(self._database).totals().facts

    # What devices do.

    def _log(self, tablet: Path | None = None) -> None:
        tablet = tablet or self._choose_tablet()
        count = self._chance.randint(1, 12)
        numbers = range(self._next, self._next + count)
        self._next += count
        self._parcels += 1
        with self._outbox(tablet) as outbox:
            outbox.accept(f"parcel-{self._parcels}", make_lines(count, numbers[0]))
        self.logged |= set(numbers)
        self.wanted |= set(numbers)

    def _send(self) -> None:
        with self._outbox(self._choose_tablet()) as outbox:
            batch = outbox.next_batch(self._chance.randint(1, 20))
            if batch is None:
                return
            self._wire.append(batch)
            what = self._chance.random()
            if what < 0.2:
                return  # lost on its way, or still on it
            self._take(batch, outbox if what < 0.75 else None)  # the answer may be lost

    def _replay(self) -> None:
        if self._wire:
            self._take(self._chance.choice(self._wire), None)

    def _carry(self) -> None:
        self._carry_by(self._choose_tablet(), self._chance.choice(self._sticks))

    def _carry_by(self, tablet: Path, stick: Path) -> None:
        with self._outbox(tablet) as outbox:
            StickMail(tablet, outbox, None).carry(stick, STATUS)

    def _clone(self) -> None:
        if len(self._tablets) < MOST_TABLETS:
            tablet = self._choose_tablet()
            clone = self._folder / f"tablet-{len(self._tablets)}"
            shutil.copytree(tablet, clone)
            self._tablets.append(clone)

    def _back_up_tablet(self) -> None:
        tablet = self._choose_tablet()
        self._tablet_backups.append((tablet, Path(shutil.copytree(tablet, self._name_backup()))))

    def _restore_tablet(self) -> None:
        if self._tablet_backups:
            tablet, backup = self._chance.choice(self._tablet_backups)
            shutil.rmtree(tablet)
            shutil.copytree(backup, tablet)
            self._forget_lost()

    # What the hub does.

    def _read_stick(self) -> None:
        StickReader(self._database).read(self._chance.choice(self._sticks))

    def _back_up_hub(self) -> None:
        self._hub_backups.append(self._copy_hub(self._name_backup()))

    def _restore_hub(self) -> None:
        if self._hub_backups:
            self._database.close()
            for suffix in ("", "-wal", "-shm"):
                self._hub.with_name(self._hub.name + suffix).unlink(missing_ok=True)
            shutil.copy(self._chance.choice(self._hub_backups), self._hub)
            self._database = open_database(str(self._hub))
            self._forget_lost()

    def _copy_hub(self, to: Path) -> Path:
        self._database.close()  # everything is in the one file then
        shutil.copy(self._hub, to)
        self._database = open_database(str(self._hub))
        return to

    # What happens to sticks.

    def _copy_stick(self) -> None:
        self._stick_copies.append(
            Path(shutil.copytree(self._chance.choice(self._sticks), self._name_backup()))
        )

    def _bring_old_stick(self) -> None:
        if self._stick_copies:
            stick = self._chance.choice(self._sticks)
            shutil.rmtree(stick)
            shutil.copytree(self._chance.choice(self._stick_copies), stick)

    def _tear_stick(self) -> None:
        letters = sorted((self._chance.choice(self._sticks) / ROOT / OUTBOX).glob("*.sealed"))
        if letters:
            letter = self._chance.choice(letters)
            content = letter.read_bytes()
            letter.write_bytes(content[: self._chance.randrange(len(content) + 1)])

    # How it is done.

    def _make_tablet(self, device: str) -> Path:
        data = self._folder / f"tablet-{device[0]}"
        data.mkdir()
        keys = load_device_keys(data).public
        with self._database.writing() as connection:
            hub = provide_hub_keys(connection, NOW_MS).public
            row = {"device": device, "name": data.name, "site": "qutb", "enrolled_at": NOW_MS}
            connection.execute(
                insert(devices).values(signing_key=keys.signing, sealing_key=keys.sealing, **row)
            )
        keep_enrolment(data, Enrolment("http://hub", device, data.name, "qutb", hub, NOW_MS))
        (data / "device-id").write_text(device)
        return data

    def _choose_tablet(self) -> Path:
        return self._chance.choice(self._tablets)

    def _outbox(self, tablet: Path) -> closing[Outbox]:
        return closing(Outbox(tablet / "outbox.db", (tablet / "device-id").read_text()))

    def _name_backup(self) -> Path:
        self._backups += 1
        return self._folder / f"backup-{self._backups}"

    def _count_waiting(self, tablet: Path) -> int:
        with self._outbox(tablet) as outbox:
            return outbox.waiting().facts

    def _deliver(self, tablet: Path) -> None:
        """Send all that waits, half of the time by a stick."""
        if self._chance.random() < 0.5:
            stick = self._chance.choice(self._sticks)
            self._carry_by(tablet, stick)
            StickReader(self._database).read(stick)
            self._carry_by(tablet, stick)
            return
        with self._outbox(tablet) as outbox:
            for _ in range(1_000):
                batch = outbox.next_batch(50)
                if batch is None:
                    return
                self._take(batch, outbox)
        raise AssertionError("a device sends for ever")

    def _take(self, batch: Batch, outbox: Outbox | None) -> None:
        try:
            taken = Ingest(self._database).take(batch)
        except ForkError as fork:
            if outbox is not None:
                outbox.reconcile(batch, fork.agreed_through, fork.head_hash)
            return
        if outbox is not None:
            outbox.acknowledge(batch, taken.acked_through, taken.head_hash)

    def _forget_lost(self) -> None:
        """After a restore: what neither the hub nor any device has any more cannot be asked for."""
        held = set(self.at_hub())
        for tablet in self._tablets:
            with self._outbox(tablet) as outbox:
                held |= {int(fact.values["id"], 16) for fact in outbox.read_facts()}
        self.wanted &= held


def run_world(folder: Path, template: Path, seed: int, acts: int = 60) -> tuple[int, int]:
    """Make one run; return how many facts it had, and how many of them were lost with a disk.

    Raises:
        AssertionError: The hub's totals are not the sum of what the devices logged.
    """
    folder.mkdir()
    world = SyncWorld(folder, template, seed)
    try:
        world.run(acts)
        world.settle()
        found = world.at_hub()
        assert len(found) == len(set(found)), f"seed {seed}: facts {_twice(found)} count twice"
        missing = world.wanted - set(found)
        assert not missing, f"seed {seed}: facts {sorted(missing)[:10]} are not at the hub"
        assert set(found) <= world.logged, f"seed {seed}: facts nobody logged"
        assert world.total() == len(found), f"seed {seed}: the hub says {world.total()} of {len(found)}"
    except KioskError as error:
        raise AssertionError(f"seed {seed}: {error}") from error
    finally:
        world.close()
        shutil.rmtree(folder)
    return len(found), len(world.logged) - len(world.wanted)


def _twice(found: list[int]) -> list[int]:
    return sorted({number for number in found if found.count(number) > 1})[:10]


def _read_number(body: str) -> int:
    at = body.index('"id":"') + 6
    return int(body[at : at + 16], 16)
