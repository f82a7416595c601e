"""The screens' surroundings for tests: the demo pack read from its source, the real visit log, no camera, no sound."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.pass_printing import PassPrinting
from kiosk.app.staff.closings import Closings
from kiosk.app.ticket_desk import TicketDesk, TicketFitting
from kiosk.guide.guide import Guide
from kiosk.model.errors import KioskError
from kiosk.narration.other_sounds import OtherSounds
from kiosk.scanning.events import ScannerEvent
from kiosk.screens.background import QtBackground
from kiosk.screens.rooms import Rooms
from kiosk.spoken.recorder import Recorder
from kiosk.spoken.shelf import SpokenShelf
from kiosk.visits.clock import Reading, WallQuality
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.fake_asides import FakeAsides
from tests.fakes.fake_guide import FakeGuide
from tests.fakes.fake_hub_link import FakeHubLink
from tests.fakes.fake_labels import FakeLabelCare
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_microphone import FakeMicrophone
from tests.fakes.fake_narrator import FakeNarrator
from tests.fakes.fake_place import FakePlace
from tests.fakes.fake_player import FakePlayer
from tests.fakes.fake_power import FakePower
from tests.fakes.fake_printer import FakePrinter
from tests.fakes.fake_rounds import FakeRounds
from tests.fakes.fake_scanner import FakeScanner
from tests.fakes.fake_staff import FakeDesk
from tests.fakes.fake_ticker import VirtualClock


class SteppedClock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now_ms = 1_000_000
        self.slept_ms = 0
        self.quality = WallQuality.SYNCED

    def read(self) -> Reading:
        awake_ms = self.now_ms - self.slept_ms
        return Reading("0" * 32, self.now_ms, awake_ms, 1_795_000_000_000 + self.now_ms, self.quality)

    def step(self, ms: int) -> None:
        self.now_ms += ms

    def sleep(self, ms: int) -> None:
        """Let time pass while the device sleeps."""
        self.step(ms)
        self.slept_ms += ms


@dataclass
class FakeRooms:
    """The rooms and, beside them, the fakes to steer them by."""

    folder: Path
    library: FakeLibrary = field(default_factory=FakeLibrary)
    camera: bool = True
    picture: Any = None
    can_speak: Callable[[str], bool] = lambda _language: True
    staff: FakeDesk | None = None
    hub: FakeHubLink | None = None
    place: FakePlace | None = None
    rounds: FakeRounds | None = None
    closes: bool = False
    known_things_at: Collection[str] = ()
    continue_after_s: int = 8
    volume_start: float = 0.9
    pass_keys: Sequence[tuple[int, bytes]] = ((1, b"k" * 32),)
    printer: FakePrinter | None = None
    study: str = ""
    power: FakePower | None = None
    tickets: TicketFitting | None = None
    microphone: FakeMicrophone | None = None
    wishes_first: bool = False
    chance: Callable[[], float] = lambda: 0.5
    guided: bool = True
    real_guide: bool = False

    def __post_init__(self) -> None:
        self.clock = SteppedClock()
        self.log = EventLog(self.folder / "events.db", "test-device", self.clock)
        self.visit = Visit(self.log)
        self.narrator = FakeNarrator()
        self.asides = FakeAsides(self.narrator)
        self.sound_clock = VirtualClock()
        self.sound_player = FakePlayer(self.sound_clock)
        self.sounds = OtherSounds(self.narrator, self.sound_player)
        self.labels = FakeLabelCare()
        self.spoken = SpokenShelf(self.folder)
        self.background = QtBackground()
        self.guide = FakeGuide(self.library)
        self.scanner: FakeScanner | None = None
        self.problems: list[KioskError] = []
        self.interface = InterfaceThread()
        self.press: PassPrinting | None = None
        if self.printer is not None:
            self.press = PassPrinting(self.printer, self.interface.ask, self.problems.append)
        self.ticket_desk: TicketDesk | None = None
        if self.tickets is not None:
            self.ticket_desk = TicketDesk(
                *(self.folder, "f" * 32, self.tickets, self.library, self.clock),
                *(self.background, self.problems.append),
            )
        self.closings = Closings(
            self.folder, lambda: self.clock.read().wall_ms, lambda _site: "Asia/Kolkata", self.problems.append
        )
        self.rooms = Rooms(
            library=self.library,
            visit=self.visit,
            narrator=self.narrator,
            make_scanner=self._make_scanner if self.camera else None,
            background=self.background,
            clock=self.clock,
            can_speak=self.can_speak,
            staff=self.staff,
            hub=self.hub,
            place=self.place,
            asides=self.asides,
            sounds=self.sounds,
            labels=self.labels,
            rounds=self.rounds,
            closings=self.closings if self.closes else None,
            can_recognise=self._can_recognise,
            continue_after_s=self.continue_after_s,
            volume_start=self.volume_start,
            pass_keys=lambda: self.pass_keys,
            press=self.press,
            study=self.study,
            power=self.power,
            recorder=None if self.microphone is None else Recorder(self.microphone),
            spoken=self.spoken,
            tickets=self.ticket_desk,
            guide=self._choose_guide(),
            wishes_first=self.wishes_first,
            chance=self.chance,
        )

    def _choose_guide(self) -> Guide | FakeGuide | None:
        if not self.guided:
            return None
        return Guide(self.library) if self.real_guide else self.guide

    def close(self) -> None:
        self.interface.close()
        if self.press is not None:
            self.press.close()
        self.background.close()
        if self.ticket_desk is not None:
            self.ticket_desk.close()
        self.log.close()

    def _can_recognise(self, site_id: str) -> bool:
        self.library.get_site(site_id, "en")  # of no other site anything can be said
        return site_id in self.known_things_at

    def _make_scanner(self, on_event: Callable[[ScannerEvent], None]) -> FakeScanner:
        self.scanner = FakeScanner(on_event, self.picture)
        return self.scanner
