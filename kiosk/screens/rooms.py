"""What the screens ask of the other rooms: the parts are made by the app and handed in.

Each Protocol lists only what the screens call; the real classes have more. Tests hand in the fakes of
``tests/fakes/fake_rooms.py``, which pass the same contract suites as the real ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from kiosk.guide.nearby import NearbyPlace
    from kiosk.guide.next_stops import Suggestion
    from kiosk.model.background import Background
    from kiosk.model.content import Floor, NearbySite, Site, Stop, StopCard, Tour
    from kiosk.model.marker import Marker
    from kiosk.narration.choose import Narration
    from kiosk.narration.cues import Cue
    from kiosk.narration.listening import NarrationListener, NarrationState
    from kiosk.scanning.events import ScannerEvent
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.meaning import MarkerMatch
    from kiosk.visits.clock import Clock
    from kiosk.visits.visit import Visit


class Library(Protocol):
    """The content of every active pack (``kiosk.packs.library``); each call takes under 2 ms."""

    def sites(self, language: str) -> Sequence[Site]: ...
    def get_site(self, site_id: str, language: str) -> Site: ...
    def languages(self, site_id: str) -> Sequence[str]: ...
    def floors(self, site_id: str, language: str) -> Sequence[Floor]: ...
    def stop_cards(self, site_id: str, language: str) -> Sequence[StopCard]: ...
    def get_stop(self, stop_id: str, language: str) -> Stop: ...
    def find_by_number(self, site_id: str, typed: str) -> Sequence[str]: ...
    def tours(self, site_id: str, language: str) -> Sequence[Tour]: ...
    def nearby(self, site_id: str, language: str) -> Sequence[NearbySite]: ...
    def attract_images(self, site_id: str, language: str) -> Sequence[str]: ...
    def media_path(self, sha256: str) -> Path | None: ...
    def media_bytes(self, sha256: str) -> bytes | None: ...
    def search(self, site_id: str, language: str, text: str) -> Sequence[StopCard]: ...
    def find_by_marker(self, marker: Marker) -> MarkerMatch: ...


class Scanner(Protocol):
    """Reads codes from the camera on a thread of its own (``kiosk.scanning.scanner``)."""

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def pause(self, *, release_camera: bool = False) -> None: ...
    def resume(self, *, forget: bool = True) -> None: ...
    def latest_frame(self) -> Frame | None: ...


class Narrator(Protocol):
    """Tells a stop's story: one sound at a time (``kiosk.narration.narrator``)."""

    @property
    def state(self) -> NarrationState: ...
    @property
    def position_ms(self) -> int: ...
    @property
    def duration_ms(self) -> int: ...
    @property
    def cues(self) -> Sequence[Cue]: ...
    def tell(self, narration: Narration) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...
    def back(self, ms: int) -> None: ...
    def seek_ms(self, position_ms: int) -> None: ...
    def set_rate(self, rate: float) -> None: ...
    def add_listener(self, listener: NarrationListener) -> None: ...
    def remove_listener(self, listener: NarrationListener) -> None: ...


class SuggestNext(Protocol):
    """``kiosk.guide.next_stops.suggest_next``."""

    def __call__(
        self, stops: Sequence[StopCard], here: str | None, seen: Collection[str], count: int = 3
    ) -> Sequence[Suggestion]: ...


class FindNearby(Protocol):
    """``kiosk.guide.nearby.find_nearby``."""

    def __call__(
        self, sites: Sequence[NearbySite], lat: float | None, lon: float | None, within_m: float = 5_000.0
    ) -> Sequence[NearbyPlace]: ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """The parts of one running guide.

    Attributes:
        make_scanner: Makes the scanner that tells what it sees to the function given, on its own thread;
            the shell starts and stops it. None where the device has no camera.
        can_speak: Tells whether some voice speaks a language.
    """

    library: Library
    visit: Visit
    narrator: Narrator
    make_scanner: Callable[[Callable[[ScannerEvent], None]], Scanner] | None
    suggest: SuggestNext
    nearby: FindNearby
    background: Background
    clock: Clock
    can_speak: Callable[[str], bool]
