"""A staff's desk without drives, processes or waiting: the test says what is plugged in and how far a copy is.

It keeps the promises of :class:`kiosk.screens.rooms.StaffDesk` (tests/contract/test_staff_desk.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, InstallJob, Offer, OfferState, Publisher, ShelfRelease, TaskKind

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
        part_bytes=(
            ("lang-en", 4_000_000),
            ("lang-hi", 6_000_000),
            ("lang-ar", 5_000_000),
            ("video", 19_000_000),
        ),
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
        if not (typed.isdecimal() and 4 <= len(typed) <= 8):
            raise KioskError("The PIN was not set", expected="4 to 8 digits", code="app.pin-form")
        self.pin = typed
        self._tell()

    def watch(self, on_change: Callable[[], None]) -> None:
        self._watchers.append(on_change)

    def look_again(self, drive: str) -> None:
        self.asked.append(("look_again", drive))

    def trust(self, drive: str, fingerprint: str) -> None:
        self._begin(TaskKind.TRUST, "", 0, drive, fingerprint)

    def install(self, drive: str, pack_id: str, version: int, left_out: Collection[str]) -> None:
        self._begin(TaskKind.INSTALL, pack_id, version, drive, tuple(sorted(left_out)))

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def activate(self, pack_id: str, version: int) -> None:
        self._begin(TaskKind.ACTIVATE, pack_id, version)

    def remove(self, pack_id: str, version: int) -> None:
        self._begin(TaskKind.REMOVE, pack_id, version)

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

    def end(self, result: str, message: str = "", code: str = "") -> None:
        """Let what is being done end so, and have its effect."""
        assert self.job is not None
        job = self.job = replace(self.job, result=result, message=message, code=code)
        if result == "trusted":
            self._trust_all()
        elif result == "removed":
            self.shelf = tuple(
                one for one in self.shelf if (one.pack_id, one.version) != (job.pack_id, job.version)
            )
        elif result in ("installed", "activated"):
            if result == "installed":
                self.shelf = (make_release(job.version), *self.shelf)
            self._show(job.pack_id, job.version)
        self._tell()

    def end_visit(self) -> None:
        """Let the visit end that is under way elsewhere: what waits is shown."""
        self.in_visit = False
        for one in self.shelf:
            if one.waiting:
                self._show(one.pack_id, one.version)
        self._tell()

    def pass_wait(self) -> None:
        """Let the wait after too many wrong PINs be over."""
        self.pin_wait_s = 0.0

    def _begin(self, kind: TaskKind, pack_id: str, version: int, *words: object) -> None:
        if self.job is not None and not self.job.result:
            return
        self.asked.append((kind.value, *words, pack_id, version))
        self.job = InstallJob(pack_id, version, words="Making ready", kind=kind)
        self._tell()

    def _show(self, pack_id: str, version: int) -> None:
        """Show a release, at once or after the visit under way."""
        now = not self.in_visit
        self.shelf = tuple(
            replace(
                one,
                shown=one.version == version if now else one.shown,
                waiting=not now and one.version == version,
            )
            if one.pack_id == pack_id
            else one
            for one in self.shelf
        )

    def _trust_all(self) -> None:
        publishers = [look.publisher for look in self.drives if look.publisher is not None]
        self.operator = replace(publishers[-1], trusted=True)
        self.drives = tuple(replace(look, publisher=self.operator) for look in self.drives)

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()


def list_calls(desk: FakeDesk, name: str) -> Sequence[tuple[object, ...]]:
    """Return what the pages asked of the desk under this name."""
    return [call[1:] for call in desk.asked if call[0] == name]
