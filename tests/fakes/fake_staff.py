"""A staff's desk without drives, processes or waiting: the test says what is plugged in and how far a copy is.

It keeps the promises of :class:`kiosk.screens.rooms.StaffDesk` (tests/contract/test_staff_desk.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, InstallJob, Offer, OfferState, Publisher, ShelfRelease

FREE_TRIES = 5
WAIT_S = 30.0
STICK = "/media/kiosk/MUSEUM"

MILL = Publisher("Mill Society", "7QK4 9XTE 2M0A HV3C PW58", trusted=True)


def make_release(version: int, *, shown: bool = False, **words: object) -> ShelfRelease:
    """Return a release of the mill on the device."""
    release = ShelfRelease(
        pack_id="se.norrby.mill",
        version=version,
        site_names=("Norrby Watermill",),
        publisher="Mill Society",
        reviewed_on="2026-03-12",
        languages=("en", "hi", "ar"),
        size_bytes=812_400_000,
        shown=shown,
    )
    return replace(release, **words)  # type: ignore[arg-type]  # a test's own words


def make_offer(version: int, state: OfferState = OfferState.NEWER, **words: object) -> Offer:
    """Return a release of the mill on a stick."""
    offer = Offer(
        pack_id="se.norrby.mill",
        version=version,
        site_names=("Norrby Watermill",),
        publisher="Mill Society",
        reviewed_on="2026-10-02",
        languages=("en", "hi", "ar"),
        parts=("video",),
        size_bytes=846_000_000,
        new_bytes=34_000_000,
        installed_version=6 if state is not OfferState.NEW else 0,
        state=state,
        fallback_language="en",
        part_bytes=(("lang-en", 4_000_000), ("lang-hi", 6_000_000), ("lang-ar", 5_000_000), ("video", 19_000_000)),
    )
    return replace(offer, **words)  # type: ignore[arg-type]  # a test's own words


def make_drive(*offers: Offer, publisher: Publisher | None = MILL, **words: object) -> DriveLook:
    """Return a stick that has been read."""
    look = DriveLook(
        name="MUSEUM",
        path=STICK,
        looking=False,
        publisher=publisher,
        offers=offers,
        free_bytes=12_400_000_000,
    )
    return replace(look, **words)  # type: ignore[arg-type]  # a test's own words


@dataclass
class FakeDesk:
    """The desk of a device; everything can be set and looked at."""

    pin: str = "2468"
    pin_wait_s: float = 0.0
    drives: tuple[DriveLook, ...] = ()
    shelf: tuple[ShelfRelease, ...] = ()
    job: InstallJob | None = None
    operator: Publisher | None = MILL
    in_visit: bool = False
    refuses: KioskError | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)
    _wrong: int = 0
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    @property
    def has_pin(self) -> bool:
        return bool(self.pin)

    def check_pin(self, typed: str) -> bool:
        if self.pin_wait_s > 0 or not self.pin:
            return False
        if typed == self.pin:
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            self.pin_wait_s = WAIT_S
        return False

    def set_pin(self, typed: str) -> None:
        self._refuse()
        if not (typed.isdecimal() and 4 <= len(typed) <= 8):
            raise KioskError(
                "The PIN was not set", expected="4 to 8 digits", found="others", code="app.pin-unfit"
            )
        self.pin = typed
        self._tell()

    def watch(self, on_change: Callable[[], None]) -> None:
        self._watchers.append(on_change)

    def look_again(self, drive: str) -> None:
        self._refuse()
        self.asked.append(("look_again", drive))

    def trust(self, drive: str, fingerprint: str) -> None:
        self._refuse()
        self.asked.append(("trust", drive, fingerprint))
        look = next(look for look in self.drives if look.path == drive)
        assert look.publisher is not None
        self.operator = replace(look.publisher, trusted=True)
        self.plug(replace(look, publisher=self.operator))

    def install(self, drive: str, pack_id: str, version: int, left_out: Collection[str]) -> None:
        self._refuse()
        self.asked.append(("install", drive, pack_id, version, tuple(sorted(left_out))))
        self.job = InstallJob(pack_id, version, words="Making ready")
        self._tell()

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def activate(self, pack_id: str, version: int) -> None:
        self._refuse()
        self.asked.append(("activate", pack_id, version))
        self._show(pack_id, version)

    def remove(self, pack_id: str, version: int) -> None:
        self._refuse()
        self.asked.append(("remove", pack_id, version))
        self.shelf = tuple(one for one in self.shelf if (one.pack_id, one.version) != (pack_id, version))
        self._tell()

    # What a test does to the device.

    def plug(self, *drives: DriveLook) -> None:
        """Let these drives, and no others, be plugged in."""
        self.drives = drives
        self._tell()

    def copy(self, done_bytes: int, total_bytes: int, remaining_s: float | None) -> None:
        """Let the install under way be so far."""
        assert self.job is not None
        self.job = replace(
            self.job,
            words="Copying",
            done_bytes=done_bytes,
            total_bytes=total_bytes,
            remaining_s=remaining_s,
        )
        self._tell()

    def end_install(self, result: str, message: str = "", code: str = "") -> None:
        """Let the install under way end so."""
        assert self.job is not None
        self.job = replace(self.job, result=result, message=message, code=code)
        if result == "installed":
            self.shelf = (make_release(self.job.version, waiting=self.in_visit), *self.shelf)
            if not self.in_visit:
                self._show(self.job.pack_id, self.job.version)
                return
        self._tell()

    def pass_wait(self) -> None:
        """Let the wait after too many wrong PINs be over."""
        self.pin_wait_s = 0.0

    def _show(self, pack_id: str, version: int) -> None:
        self.shelf = tuple(
            replace(one, shown=one.version == version) if one.pack_id == pack_id else one for one in self.shelf
        )
        self._tell()

    def _refuse(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()


def list_calls(desk: FakeDesk, name: str) -> Sequence[tuple[object, ...]]:
    """Return what the pages asked of the desk under this name."""
    return [call[1:] for call in desk.asked if call[0] == name]
