"""The staff's desk: the sticks that are plugged in, what is on them, and one task at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from pathlib import Path

from kiosk.app.staff.drive_looks import DriveLooks
from kiosk.app.staff.idle_scrub import IdleScrub
from kiosk.app.staff.live_content import LiveContent
from kiosk.app.staff.pin import StaffPin
from kiosk.app.staff.shelf import ReleaseKey, list_shelf
from kiosk.app.staff.task_process import Ask, Record, TaskProcess
from kiosk.app.staff.tasks import NOTHING_CHANGED, describe_end, describe_progress, make_gone, refuse
from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, InstallJob, Publisher, ShelfRelease, TaskKind
from kiosk.packs.drives.drive import DriveWatch
from kiosk.packs.register import InstalledRelease
from kiosk.packs.store import PackStore

OnDevice = tuple[tuple[InstalledRelease, ...], str]
"""The releases on the device, and who is trusted there (see TrustState); "" for nobody."""


class Desk:
    """A :class:`kiosk.screens.rooms.StaffDesk`. Lives on the interface thread.

    Whatever takes long, and whatever judges signatures (a third of a second to load), is done by ``kiosk`` commands in
    processes of their own: a visitor's page is not held up, and what dies there leaves the guide standing.

    Args:
        folder: The data folder.
        content: What visitors see.
        watch: Tells of drives.
        background: The way off the interface thread.
        ask: The way back to it.
        report: Given what went wrong where nobody at the desk asked for anything.
    """

    def __init__(
        self,
        folder: Path,
        content: LiveContent,
        watch: DriveWatch,
        background: Background,
        ask: Ask,
        report: Callable[[KioskError], None],
    ) -> None:
        self._folder = folder
        self._content = content
        self._watch = watch
        self._background = background
        self._ask = ask
        self._report = report
        self._pin = StaffPin(folder)
        self._looks = DriveLooks(folder, ask, self._tell)
        self._scrub = IdleScrub(folder, ask, report)
        # What is open is known without a look at the disk, which the first frame would wait for.
        self._on_device: OnDevice = (tuple(InstalledRelease(one, True) for one in content.releases), "")
        self._shelf: tuple[frozenset[ReleaseKey], tuple[ShelfRelease, ...]] | None = None
        self._withdrawn: frozenset[ReleaseKey] = frozenset()
        self._operator: Publisher | None = None
        self._job: InstallJob | None = None
        self._task: TaskProcess | None = None
        self._was_cancelled = False
        self._asking: TaskProcess | None = None
        self._asks_again = False
        self._watchers: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin to watch for drives; after the first frame, which nothing of this may keep waiting."""
        self.refresh()
        self._watch.start(lambda drives: self._ask(lambda: self._looks.take(drives)))

    def close(self) -> None:
        """End what is under way; a broken-off install goes on where it stopped when it is asked for again."""
        self._watch.close()
        self._looks.close()
        self._scrub.stop()
        for task in (self._task, self._asking):
            if task is not None:
                task.close()

    @property
    def has_pin(self) -> bool:
        """See StaffDesk."""
        return self._pin.is_set

    @property
    def pin_wait_s(self) -> float:
        """See StaffDesk."""
        return self._pin.wait_s

    @property
    def drives(self) -> Sequence[DriveLook]:
        """See StaffDesk."""
        return self._looks.all

    @property
    def shelf(self) -> Sequence[ShelfRelease]:
        """See StaffDesk."""
        # Asked for at each step of a copy's progress, and long for thousands of files: worked out when it changes.
        shown = self._content.shown
        if self._shelf is None or self._shelf[0] != shown:
            releases, operator_id = self._on_device
            self._shelf = shown, tuple(list_shelf(releases, shown, self._withdrawn, operator_id))
        return self._shelf[1]

    @property
    def job(self) -> InstallJob | None:
        """See StaffDesk."""
        return self._job

    @property
    def operator(self) -> Publisher | None:
        """See StaffDesk. Known as soon as the PIN was typed and a process has read it."""
        return self._operator

    def check_pin(self, typed: str) -> bool:
        """See StaffDesk."""
        is_right = self._pin.check(typed)
        if is_right:
            self._ask_whose()
        return is_right

    def set_pin(self, typed: str) -> None:
        """See StaffDesk."""
        self._pin.set(typed)
        self._ask_whose()
        self._tell()

    def watch(self, on_change: Callable[[], None]) -> None:
        """See StaffDesk."""
        self._watchers.append(on_change)

    def look_again(self, drive: str) -> None:
        """See StaffDesk."""
        self._looks.look_again(drive)

    def trust(self, drive: str, fingerprint: str) -> None:
        """See StaffDesk."""
        source = self._looks.find_root_source(drive)
        words = ("keys", "trust", source, "--fingerprint", fingerprint)
        self._begin(InstallJob("", 0, kind=TaskKind.TRUST), words)

    def install(self, drive: str, pack_id: str, version: int, left_out: Collection[str]) -> None:
        """See StaffDesk."""
        offer = self._looks.find_offer(drive, pack_id, version)
        job = InstallJob(pack_id, version, kind=TaskKind.INSTALL)
        if offer is None:
            self._refuse(job, make_gone(drive))
        else:
            parts = ("--languages", "all", "--without", ",".join(sorted(left_out)))
            self._begin(job, ("pack", "install", offer.source, "--pack", pack_id, "--progress", *parts))

    def cancel(self) -> None:
        """See StaffDesk."""
        if self._task is not None:
            self._was_cancelled = True
            self._task.kill()

    def activate(self, pack_id: str, version: int) -> None:
        """See StaffDesk."""
        job = InstallJob(pack_id, version, kind=TaskKind.ACTIVATE)
        self._begin(job, ("pack", "activate", pack_id, str(version)))

    def remove(self, pack_id: str, version: int) -> None:
        """See StaffDesk."""
        job = InstallJob(pack_id, version, kind=TaskKind.REMOVE)
        self._begin(job, ("pack", "remove", pack_id, str(version)))

    def look_after(self) -> None:
        """Use the time in which nobody needs the device; called now and then."""
        if self._task is None and not self._content.has_visitor:
            self._scrub.begin_if_due()

    def refresh(self) -> None:
        """Read the shelf anew: somebody has changed it, at the desk or from the command line."""
        self._background.submit(self._read_device, self._take_device, self._fail)

    def _begin(self, job: InstallJob, words: Sequence[str]) -> None:
        if self._task is not None:
            return
        self._scrub.stop()
        self._job, self._was_cancelled = job, False
        command = (*words, "--data", str(self._folder))
        self._task = TaskProcess(command, self._ask, self._follow, self._end)
        self._tell()

    def _refuse(self, job: InstallJob, problem: KioskError) -> None:
        if self._task is None:
            self._job = refuse(job, problem)
            self._tell()

    def _follow(self, record: Record) -> None:
        if self._job is not None and not self._job.result:
            self._job = describe_progress(self._job, record)
            self._tell()

    def _end(self, record: Record | None) -> None:
        assert self._job is not None
        self._task = None
        self._job = describe_end(self._job, record, was_cancelled=self._was_cancelled)
        if self._job.result not in NOTHING_CHANGED:
            self.refresh()
            self._content.renew(anew=self._job.kind is TaskKind.INSTALL)
            self._looks.look_again()
            self._ask_whose()
        self._tell()

    def _ask_whose(self) -> None:
        """Ask, in a process, whom this device trusts and what was withdrawn."""
        self._asks_again = self._asking is not None
        if self._asking is None:
            words = ("staff", "shelf", "--data", str(self._folder))
            self._asking = TaskProcess(words, self._ask, lambda _: None, self._take_whose)

    def _take_whose(self, record: Record | None) -> None:
        self._asking = None
        if self._asks_again:
            self._ask_whose()
        if record is None or "withdrawn" not in record:
            return
        operator = record["operator"]
        self._operator = Publisher(**operator) if operator else None
        self._withdrawn = frozenset((str(pack_id), int(version)) for pack_id, version in record["withdrawn"])
        self._shelf = None
        self._tell()

    def _read_device(self) -> OnDevice:
        with closing(PackStore(self._folder)) as store:
            trust = store.trust.state()
            return store.list_releases(), trust.operator_id if trust else ""

    def _take_device(self, on_device: OnDevice) -> None:
        self._on_device, self._shelf = on_device, None
        self._tell()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self._report(error)

    def _tell(self) -> None:
        for on_change in self._watchers:
            on_change()
