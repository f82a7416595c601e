"""One install on its way: everything is copied and checked before a single switch shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.file_words import describe_file
from kiosk.packs.install import RESERVE_BYTES
from kiosk.packs.manifest import PackManifest
from kiosk.packs.open_pack import OpenPack, open_pack, verify_release
from kiosk.packs.part_choice import PartChoice, keep_parts
from kiosk.packs.progress import OnProgress, Pace, Progress
from kiosk.packs.refusals import make_older, make_reused, make_taken
from kiosk.packs.register import InstalledRelease, ReleaseRegister
from kiosk.packs.steps import OnStep
from kiosk.packs.tree import PackTree
from kiosk.packs.trust.state import Approval

# When progress through checking is told: often enough to be seen, seldom enough to cost nothing.
_TOLD_EVERY_FILES = 50


@dataclass(frozen=True, slots=True)
class Copied:
    """How many bytes of a release were copied, and how many were already on the device."""

    copied_bytes: int
    reused_bytes: int
    switched: bool


class Installation:
    """Copies one release into the store and switches to it; the caller holds the store's lock.

    Args:
        tree: Where the release comes from.
        manifest: The release, as ``approval`` vouches for it.
        approval: Who stands for it.
        choice: Which of its parts staff want.
        on_step: Told each step as it begins.

    Attributes:
        wanted: What of the release will be on this device.
    """

    def __init__(
        self,
        tree: PackTree,
        manifest: PackManifest,
        approval: Approval,
        choice: PartChoice,
        on_step: OnStep,
    ) -> None:
        self._on_step = on_step
        self._tree = tree
        self._manifest = manifest
        self._approval = approval
        self._choice = choice
        self._left_out = choice.left_out(manifest)
        self.wanted = keep_parts(manifest, self._left_out)

    def run(
        self,
        blobs: BlobStore,
        register: ReleaseRegister,
        on_progress: OnProgress,
        make_room: Callable[[], object],
    ) -> Copied:
        """Install. Killed at any point, the next run goes on where it stopped.

        ``make_room`` removes what nobody needs any more; it is called where there is not enough room.

        Raises:
            KioskError: With a code of this room; what was shown before is still shown.
        """
        self._on_step("check")
        here = self._check_version(register)
        missing = self._find_missing(blobs, on_progress, thorough=here is not None)
        self._check_space(blobs, missing, make_room)
        copied_bytes = self._copy(blobs, missing, on_progress)
        self._on_step("verify")
        total_bytes = self.wanted.total_bytes
        on_progress(Progress("Verifying", total_bytes, total_bytes))
        self._check_sites(blobs, register, _sites_of(verify_release(self.wanted, blobs)))
        switch = here is None or not here.active or not self._is_same(here)
        if missing or switch:
            self._on_step("sync-names")
            blobs.sync_names({sha256 for sha256, _ in self.wanted.files()}, self._tree.thing)
        if switch:
            self._on_step("switch")
            register.switch(self._manifest, self._approval, self._choice)
        on_progress(Progress("Installed", total_bytes, total_bytes, 0.0))
        return Copied(copied_bytes, total_bytes - copied_bytes, switch)

    def _is_same(self, here: InstalledRelease) -> bool:
        return here.vouched_by == self._approval.vouched_by and here.left_out == self._left_out

    def _check_version(self, register: ReleaseRegister) -> InstalledRelease | None:
        """Refuse a rollback and a version used twice; return this very release where it is here."""
        manifest, operator = self._manifest, self._approval.vouched_by
        highest = register.highest_version(manifest.id, operator)
        if manifest.version < highest:
            raise make_older(manifest, highest)
        here = register.find_release(manifest.id, manifest.version)
        # What another operator left here under this version has no say, and makes room.
        mine = here is not None and here.vouched_by == operator
        if here is not None and mine and here.manifest != manifest:
            raise make_reused(manifest)
        return here

    def _find_missing(self, blobs: BlobStore, on_progress: OnProgress, *, thorough: bool) -> dict[str, int]:
        """Return the files to copy. Installing what is here again is how damage is mended: read it all."""
        catalogues = {part.sha256 for part in self.wanted.parts}
        total_bytes, done_bytes, pace = self.wanted.total_bytes, 0, Pace()
        missing: dict[str, int] = {}
        for number, (sha256, size_bytes) in enumerate(self.wanted.files()):
            if number % _TOLD_EVERY_FILES == 0:
                left_s = pace.remaining_s(done_bytes, total_bytes)
                on_progress(Progress("Checking the pack", done_bytes, total_bytes, left_s))
            read = thorough or sha256 in catalogues
            if not (blobs.is_whole if read else blobs.has)(sha256, size_bytes):
                missing[sha256] = size_bytes
            done_bytes += size_bytes
        return missing

    def _check_space(
        self, blobs: BlobStore, missing: dict[str, int], make_room: Callable[[], object]
    ) -> None:
        if not missing:
            return
        needed_bytes = sum(missing.values()) - blobs.kept_bytes(missing) + RESERVE_BYTES
        if needed_bytes > blobs.free_bytes():
            make_room()
        free_bytes = blobs.free_bytes()
        if needed_bytes > free_bytes:
            raise KioskError(
                "The pack was not installed",
                thing=self._tree.thing,
                expected=f"{needed_bytes / 1e6:,.0f} MB free",
                found=f"{free_bytes / 1e6:,.0f} MB",
                remedy="remove packs that are no longer shown, or leave out languages or videos, and repeat",
                code="packs.no-space",
            )

    def _copy(self, blobs: BlobStore, missing: dict[str, int], on_progress: OnProgress) -> int:
        """Copy the missing files; return how many bytes were read for them."""
        from kiosk.packs.incoming import IncomingFiles  # its threads have no business at the guide's start

        if not missing:
            return 0
        total_bytes, done_bytes, pace = sum(missing.values()), 0, Pace()

        def on_piece(size_bytes: int) -> None:
            nonlocal done_bytes
            done_bytes += size_bytes
            left_s = pace.remaining_s(done_bytes, total_bytes)
            on_progress(Progress("Copying", done_bytes, total_bytes, left_s))

        try:
            with IncomingFiles(self._tree, blobs, on_piece, self._on_step) as incoming:
                for sha256, size_bytes in missing.items():
                    with self._naming(sha256):
                        incoming.take(sha256, size_bytes)
                incoming.finish()
        except KioskError as error:
            if error.code == "packs.no-space":
                blobs.empty_incoming()
            raise
        return incoming.copied_bytes

    @contextmanager
    def _naming(self, sha256: str) -> Iterator[None]:
        """Say of a file that is damaged or missing what it is: its hash tells staff nothing."""
        try:
            yield
        except KioskError as error:
            if error.code not in ("packs.hash-mismatch", "packs.tree-faulty"):
                raise
            thing = f"{error.thing}, {describe_file(self.wanted, sha256)}"
            raise KioskError(**{**error.as_dict(), "thing": thing}) from error

    def _check_sites(self, blobs: BlobStore, register: ReleaseRegister, mine: set[str]) -> None:
        """Refuse a site another pack of this operator brings: its stops would have the same names."""
        for release in register.releases():
            other = release.manifest
            if not release.active or release.vouched_by != self._approval.vouched_by:
                continue
            taken = mine & _find_sites(release, blobs) if other.id != self._manifest.id else set()
            if taken:
                raise make_taken(self._manifest, min(taken), other)


def _find_sites(release: InstalledRelease, blobs: BlobStore) -> set[str]:
    """Return the sites of a release that is here; none where it cannot be read."""
    if release.manifest.sites:
        return {site.id for site in release.manifest.sites}
    opened = open_pack(release.present, blobs, [])
    return _sites_of(opened) if opened else set()


def _sites_of(pack: OpenPack) -> set[str]:
    try:
        return {str(row[0]) for row in pack.core.rows("SELECT id FROM site")}
    finally:
        pack.close()
