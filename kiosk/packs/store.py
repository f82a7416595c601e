"""The packs on a device: install, list, go back, remove, and open for visitors."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.change_lock import hold_change_lock
from kiosk.packs.install import NOTHING_HERE, check_manifest, open_source, open_tree
from kiosk.packs.installation import Copied, Installation
from kiosk.packs.leases import LeaseBook
from kiosk.packs.library import Library
from kiosk.packs.manifest import PackManifest
from kiosk.packs.open_pack import open_pack
from kiosk.packs.opened_releases import open_releases
from kiosk.packs.part_choice import PartChoice
from kiosk.packs.progress import OnProgress, ignore_progress
from kiosk.packs.register import InstalledRelease, ReleaseRegister
from kiosk.packs.scrub import ScrubReport, find_rotten, mend, take_away
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import PackTree, Release
from kiosk.packs.trust.device import DeviceTrust
from kiosk.packs.trust.refusals import make_foreign, make_unsigned, make_withdrawn
from kiosk.packs.trust.state import Trusting

INSTALLED = "installed"
NOTHING_NEW = "nothing-new"
REFUSED = "refused"
ROOM_FOR_A_CHANGE_BYTES = 1_000_000
"""With less, the list of releases may not be written any more."""

Choose = Callable[[PartChoice], PartChoice]
"""Told which parts staff wanted of a pack until now, says which they want."""
SIGNED = Trusting.SIGNED
PREVIEW = Trusting.PREVIEW


@dataclass(frozen=True, slots=True)
class InstallOutcome:
    """What became of an install.

    ``result`` is installed, nothing-new or refused; ``code`` is the error's, "" when there is none, and ``error``
    the whole of it. ``pack`` is "" and ``version`` 0 where the file was refused before it could be read.
    """

    result: str
    pack: str
    version: int
    code: str = ""
    copied_bytes: int = 0
    reused_bytes: int = 0
    error: KioskError | None = None


class PackStore:
    """The folder ``packs`` and the packs' tables of ``state.db`` in a device's data folder.

    An ordinary store takes and shows what the device's operator signed. ``trusting=PREVIEW`` takes what nobody
    signed, for an author, in a folder of its own; an ordinary store never shows it.

    Args:
        data_folder: The device's; it is there.
        trusting: Which packs are taken and shown.
        on_step: Told each step of a change as it begins, so that tests can cut there.

    Attributes:
        trust: Whom this device trusts.
    """

    def __init__(self, data_folder: Path, trusting: Trusting = SIGNED, on_step: OnStep = ignore_step) -> None:
        folder = data_folder / "packs"
        self._on_step = on_step
        self._changing = partial(hold_change_lock, folder)
        self._blobs = BlobStore(folder)
        self._leases = LeaseBook(folder)
        self._register = ReleaseRegister(data_folder / "state.db")
        self.trust = DeviceTrust(self._register, trusting, self._changing)

    def close(self) -> None:
        """Close the database; libraries that were opened go on."""
        self._register.close()

    def install(
        self,
        source: Path,
        on_progress: OnProgress = ignore_progress,
        *,
        pack_id: str = "",
        choose: Choose | None = None,
    ) -> InstallOutcome:
        """Install the pack in ``source``: an ``.hpack``, a folder with a HERITAGE tree, or a manifest in one.

        What the world does wrong comes back as a refusal; afterwards the old release is shown, whole.

        Args:
            source: Where the pack is.
            on_progress: Told how far it is, after each megabyte at the latest.
            pack_id: Which pack, where there are several.
            choose: Says which parts are wanted; without it those that were wanted the last time.
        """
        release: Release | None = None
        try:
            with self._changing():
                self._on_step("open")
                tree, release = open_tree(source, pack_id)
                with closing(tree):
                    if source.suffix != ".json":  # nobody named a version
                        release = self.trust.choose(tree, release)
                    copied = self._install(tree, release, on_progress, choose)
        except KioskError as error:
            if error.code == NOTHING_HERE:
                self._learn(source)
            pack, version = (release.pack_id, release.version) if release else ("", 0)
            return InstallOutcome(REFUSED, pack, version, error.code, error=error)
        return InstallOutcome(
            INSTALLED if copied.switched or copied.copied_bytes else NOTHING_NEW,
            release.pack_id,
            release.version,
            copied_bytes=copied.copied_bytes,
            reused_bytes=copied.reused_bytes,
        )

    def _learn(self, source: Path) -> None:
        """Keep the withdrawals of a stick that brings nothing else; what cannot be kept comes another time."""
        with suppress(KioskError), closing(open_source(source)) as tree:
            self.trust.learn(tree)

    def _install(
        self, tree: PackTree, release: Release, on_progress: OnProgress, choose: Choose | None
    ) -> Copied:
        with self.trust.judging(tree, release) as judge:
            raw = tree.read_manifest(release)
            self._on_step("judge")
            approval = judge(raw)  # before a byte of it is read as anything else
            manifest = check_manifest(raw, release, tree.thing)
            choice = self._register.choice(manifest.id)
            if choose is not None:
                choice = choose(choice)
                choice.check(manifest)
            installation = Installation(tree, manifest, approval, choice, self._on_step)
            make_room = partial(self._collect_garbage, keeping=installation.wanted)
            copied = installation.run(self._blobs, self._register, on_progress, make_room)
        self._on_step("clear-up")
        with suppress(OSError, KioskError):  # the release is shown; what is left over goes the next time
            self._collect_garbage()
        return copied

    def list_releases(self) -> tuple[InstalledRelease, ...]:
        """Return the releases on this device, packs in the order they first came, each with its newest first."""
        return self._register.releases()

    def activate(self, pack_id: str, version: int) -> None:
        """Show another release of a pack that is here, say the previous one.

        Raises:
            KioskError: ``packs.not-installed``; ``packs.foreign`` or ``packs.unsigned`` for what the device's
                operator did not sign; ``packs.withdrawn`` for what they took back; or the release is not whole.
        """
        with self._changing():
            release = self._get_release(pack_id, version)
            try:
                self._check_operator(release)
            except KioskError as error:
                raise KioskError(**{**error.as_dict(), "what": "The release was not shown"}) from error
            problems: list[KioskError] = []
            opened = open_pack(release.present, self._blobs, problems)
            if opened is not None:
                opened.close()
            if problems:
                raise problems[0]
            self._on_step("activate")
            self._register.activate(pack_id, version)

    def remove(self, pack_id: str, version: int) -> int:
        """Remove a release and the files no other release needs; return the bytes freed.

        Raises:
            KioskError: ``packs.not-installed``; ``packs.still-shown`` where another could be shown instead.
        """
        with self._changing():
            release = self._get_release(pack_id, version)
            others = [
                r.manifest for r in self._register.releases() if r.manifest.id == pack_id and r != release
            ]
            if release.active and others:
                raise KioskError(
                    "The release was not removed",
                    thing=f"{pack_id} {version}",
                    found="it is the one visitors see",
                    remedy=f"show the other first: kiosk pack activate {pack_id} {others[0].version}",
                    code="packs.still-shown",
                )
            freed_bytes = 0
            if self._blobs.free_bytes() < ROOM_FOR_A_CHANGE_BYTES:
                self._on_step("make-room")
                freed_bytes = self._collect_garbage(giving_up=() if release.active else (release,))
                self._register.close()  # on a full disk it was opened for reading only
            self._on_step("remove")
            self._register.remove(pack_id, version)
            self._on_step("clear-up")
            return freed_bytes + self._collect_garbage()

    def scrub(self, source: Path | None = None, on_progress: OnProgress = ignore_progress) -> ScrubReport:
        """Read every installed file again; take away what is rotten, and fetch it from ``source`` where that has it.

        Reading holds nobody up: an install may go on beside it.
        A file that was taken away is shown around until it is fetched, by a scrub or an install.

        Raises:
            KioskError: ``packs.busy``, or what reading ``source`` or writing the store runs into.
        """
        self._on_step("read")
        report = find_rotten(self._list_present(), self._blobs, on_progress)
        if not report.rotten:
            return report
        with self._changing():
            self._on_step("take-away")
            rotten = take_away(report.rotten, self._list_present(), self._blobs)
            if source is not None:
                with closing(open_source(source)) as tree:
                    rotten = mend(rotten, tree, self._blobs, on_progress, self._on_step)
        return replace(report, rotten=rotten)

    def _list_present(self, giving_up: Collection[InstalledRelease] = ()) -> list[PackManifest]:
        return [release.present for release in self._register.releases() if release not in giving_up]

    def open_library(self) -> Library:
        """Open the active releases for visitors; what cannot be shown is in ``library.problems``.

        As long as the library is open, its files are not removed from under it, whatever is installed meanwhile.
        """
        while True:
            problems: list[KioskError] = []
            releases = self._find_releases(problems)
            shown = [release for release in releases if self._may_be_shown(release, problems)]
            packs = open_releases(shown, self._blobs, self._leases, problems)
            if self._find_releases([]) == releases:
                return Library(packs, self._blobs, problems)
            # Another process installed or removed something just now: files may have gone before they were held.
            for pack in packs:
                pack.close()

    def _find_releases(self, problems: list[KioskError]) -> tuple[InstalledRelease, ...]:
        try:
            return self._register.releases(problems)
        except KioskError as error:
            problems.append(error)
            return ()

    def _get_release(self, pack_id: str, version: int) -> InstalledRelease:
        release = self._register.find_release(pack_id, version)
        if release is None:
            raise KioskError(
                "There is no such release on this device",
                thing=f"{pack_id} {version}",
                remedy="see which there are: kiosk pack list",
                code="packs.not-installed",
            )
        return release

    def _may_be_shown(self, release: InstalledRelease, problems: list[KioskError]) -> bool:
        """Tell whether visitors may see a release: signed ones only, except in an author's preview.

        Which operator signed it was looked at when it was made the active one.
        """
        signed = bool(release.vouched_by) or self.trust.trusting is PREVIEW
        if not signed and release.active:
            problems.append(make_unsigned(f"{release.manifest.id} {release.manifest.version}"))
        return signed

    def _check_operator(self, release: InstalledRelease) -> None:
        if self.trust.trusting is PREVIEW:
            return
        name = f"{release.manifest.id} {release.manifest.version}"
        if not release.vouched_by:
            raise make_unsigned(name)
        shown = {r.vouched_by for r in self._register.releases() if r.active}
        state = self.trust.state()
        # Until the first release of a new operator comes, what the one before left goes on.
        if state is not None and release.vouched_by != state.operator_id and release.vouched_by not in shown:
            raise make_foreign(name, "this device's operator", "a release that the operator before left here")
        if not release.active and self._is_withdrawn(release):
            raise make_withdrawn(name)

    def _is_withdrawn(self, release: InstalledRelease) -> bool:
        try:
            withdrawn = self.trust.find_withdrawn()
        except KioskError:  # with lists that have rotted on this device nobody could go back to anything
            return False
        return Release(release.manifest.id, release.manifest.version) in withdrawn

    def _collect_garbage(
        self, keeping: PackManifest | None = None, giving_up: Collection[InstalledRelease] = ()
    ) -> int:
        """Remove files that no release needs and no running guide holds; return the bytes freed.

        Files of the install that is beginning are kept: it goes on with them. Those of releases that are
        ``giving_up`` go before the list says so, where the disk has no room for the list to say anything.
        """
        manifests = self._list_present(giving_up) + ([keeping] if keeping else [])
        # Leases are looked at after the list: who opens a library looks at the list once more after leasing.
        kept = self._leases.held_files()
        return self._blobs.remove_all_but(
            kept.union(sha256 for manifest in manifests for sha256, _ in manifest.files())
        )
