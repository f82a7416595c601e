"""When the camera works: while a page shows it, with no visit not at all; and its lamp no longer than that."""

from __future__ import annotations

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.frame import Frame
from kiosk.screens.rooms import Scanner
from kiosk.screens.visit_flow import VisitFlow

WATCHING_PAGES = frozenset({"home", "pass", "ticket"})
"""Pages that show what the camera sees: the one where every stop begins, and those that read a visitor's paper."""


class CameraDuty:
    """Starts, pauses and releases one scanner as the visit's pages change.

    Attributes:
        abilities: What the camera can do, as far as it has said.
        is_lit: Whether its lamp is on.
    """

    def __init__(self, scanner: Scanner | None, flow: VisitFlow) -> None:
        self._scanner = scanner
        self._flow = flow
        self._is_started = False
        self._is_watching = False
        self._is_held = False
        self.abilities = NO_ABILITIES
        self.is_lit = False

    @property
    def has_camera(self) -> bool:
        """Whether there is a scanner, and it was not closed."""
        return self._scanner is not None

    @property
    def is_watching(self) -> bool:
        """Whether it works now."""
        return self._is_watching

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._scanner.latest_frame() if self._scanner else None

    def follow(self, *, forget: bool) -> bool:
        """Do what the page that is shown asks for; True where the camera began or ceased to work.

        ``forget``: whether a code that is still in view acts again.
        """
        if self._scanner is None:
            return False
        is_turned = (self._flow.shown in WATCHING_PAGES) != self._is_watching
        if is_turned:
            self._is_watching = not self._is_watching
            if self._is_watching:
                self._begin(self._scanner, forget=forget)
            else:
                self._rest(self._scanner)
        if self._is_held and not self._flow.is_visiting:
            self._is_held = False
            self._scanner.pause(release_camera=True)
        return is_turned

    def toggle_light(self) -> None:
        """Switch the lamp on or off, where there is one."""
        if self._scanner is not None and self.abilities.has_torch:
            self.is_lit = not self.is_lit
            self._scanner.set_torch(self.is_lit)

    def note_started(self, abilities: CameraAbilities) -> None:
        """Take it that a camera was just started, its lamp off."""
        self.abilities, self.is_lit = abilities, False

    def note_lost(self) -> None:
        """Take it that there is no camera now."""
        self.note_started(NO_ABILITIES)

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        if self._scanner is not None:
            self._scanner.stop()
            self._scanner = None

    def _begin(self, scanner: Scanner, *, forget: bool) -> None:
        if not self._is_started:
            scanner.start()
            self._is_started = True
        self._is_held = True
        scanner.resume(forget=forget)

    def _rest(self, scanner: Scanner) -> None:
        if self.is_lit:
            self.is_lit = False
            scanner.set_torch(False)
        if self._flow.is_visiting:
            scanner.pause()
