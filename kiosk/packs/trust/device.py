"""A device's trust at work: who is trusted, who stands for a release, and what each stick teaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import parse_manifest
from kiosk.packs.register import ReleaseRegister
from kiosk.packs.tree import PackTree, Release
from kiosk.packs.trust.reference_time import choose_reference_time, is_credible
from kiosk.packs.trust.state import Approval, Origin, Trusting, TrustState

if TYPE_CHECKING:
    # python-tuf and its signatures take a third of a second to load: only what judges a stick pays for them.
    from kiosk.packs.trust.operator import Operator
    from kiosk.packs.trust.vouch import Vouched

Judge = Callable[[bytes], Approval]
"""Told the bytes of a manifest, says who stands for them; raises KioskError where nobody does."""


class DeviceTrust:
    """Whom a device trusts, kept in its ``state.db``. Made by :class:`kiosk.packs.store.PackStore`.

    Attributes:
        trusting: Which packs are taken here.
    """

    def __init__(
        self,
        register: ReleaseRegister,
        trusting: Trusting,
        changing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self.trusting = trusting
        self._register = register
        self._changing = changing

    def state(self) -> TrustState | None:
        """Return what the device trusts; None for nobody."""
        return self._register.trust()

    def operator(self) -> Operator | None:
        """Return whom the device trusts; None for nobody."""
        from kiosk.packs.trust.operator import read_operator

        state = self.state()
        return None if state is None else read_operator(state.newest_root, "this device")

    def now(self) -> datetime:
        """Return the time that expiry is measured by."""
        return choose_reference_time(self._register.noted_time())

    def note_hub_time(self, at: datetime) -> None:
        """Remember a time that a hub told; one that cannot be now is passed over, and so is a day's difference.

        Raises:
            KioskError: ``packs.busy`` while packs are changed, or ``packs.state-not-written``.
        """
        if is_credible(at) and (at - self.now()).days >= 1:
            with self._changing():
                self._register.note_time(at)

    def adopt(
        self, source: Path, *, origin: Origin = Origin.OWN, fingerprint: str = "", replace: bool = False
    ) -> Operator:
        """Trust the operator who signed ``source``: an ``.hpack``, a folder with a tree, or a root's own file.

        See :func:`kiosk.packs.trust.adopt.adopt` for the arguments and who may take whose place.

        Raises:
            KioskError: ``packs.unsigned``, ``packs.metadata-faulty``, ``packs.fingerprint-differs``,
                ``packs.trust-taken`` or another of this room; nothing was changed.
        """
        from kiosk.packs.trust.adopt import NOT_TRUSTED, adopt
        from kiosk.packs.trust.operator import read_operator, read_source_chain

        try:
            chain = read_source_chain(source)
        except KioskError as error:
            raise KioskError(**{**error.as_dict(), "what": NOT_TRUSTED}) from error
        with self._changing():
            before = self.state()
            after = adopt(before, chain, origin=origin, fingerprint=fingerprint, replace=replace)
            if after != before:
                self._register.keep_trust(after)
        return read_operator(after.newest_root, source.name)

    def vouch(self, tree: PackTree, releases: Iterable[Release]) -> Vouched:
        """Say what the newest metadata known, on the device or in ``tree``, lists; nothing is kept."""
        from kiosk.packs.trust.vouch import vouch

        return vouch(tree, self.state(), self.now(), releases)

    def learn(self, tree: PackTree) -> Vouched:
        """Keep what a stick brings of newer roots, lists and withdrawals, whether or not anything is installed.

        Raises:
            KioskError: ``packs.busy`` or ``packs.state-not-written``.
        """
        with self._changing():
            vouched = self.vouch(tree, ())
            self._keep(vouched)
        return vouched

    def find_expiry(self) -> datetime | None:
        """Return when the first of the signatures known here runs out; None where no stick was seen yet.

        Raises:
            KioskError: ``packs.metadata-faulty`` where what is kept here is damaged.
        """
        from kiosk.packs.trust.vouch import find_expiry

        state = self.state()
        return None if state is None else find_expiry(state)

    def find_withdrawn(self) -> tuple[Release, ...]:
        """Return the releases here that the device's operator no longer lists, in the packs' order.

        Raises:
            KioskError: ``packs.metadata-faulty`` where what is kept here is damaged.
        """
        from kiosk.packs.trust.vouch import find_withdrawn

        state = self.state()
        if state is None:
            return ()
        theirs = (r for r in self._register.releases() if r.vouched_by == state.operator_id)
        return find_withdrawn(state, [Release(r.manifest.id, r.manifest.version) for r in theirs])

    def choose(self, tree: PackTree, newest: Release) -> Release:
        """Return the newest version of a pack in ``tree`` that somebody stands for; ``newest`` where there is none.

        A stick may hold a newer one that was taken back, or whose signature was never written: it was pulled out.
        """
        versions = [release for release in tree.releases() if release.pack_id == newest.pack_id]
        if self.trusting is Trusting.PREVIEW or len(versions) < 2:
            return newest
        listed = self.vouch(tree, versions).listed
        return max(
            (
                release
                for release, target in listed.items()
                if not (target is None or isinstance(target, KioskError))
            ),
            default=newest,
        )

    @contextmanager
    def judging(self, tree: PackTree, release: Release) -> Iterator[Judge]:
        """Give what judges a manifest of ``release``. What the stick teaches is kept where the install is refused.

        Where it is not, the install keeps it with the switch to the release: :attr:`Approval.trust`.
        """
        if self.trusting is Trusting.PREVIEW:
            self._check_preview()
            yield _approve_unsigned
            return
        vouched = self.vouch(tree, [release])
        try:
            yield lambda raw: self._approve(vouched, release, raw, tree.thing)
        except KioskError:
            # A withdrawal counts although this install failed; where it cannot be kept, the first reason is told.
            with suppress(KioskError):
                self._keep(vouched)
            raise
        self._keep(vouched)

    def _approve(self, vouched: Vouched, release: Release, raw: bytes, thing: str) -> Approval:
        here = self._register.find_release(release.pack_id, release.version)
        trust = vouched.trust
        known = here is not None and trust is not None and here.vouched_by == trust.operator_id
        try:
            vouched.check_manifest(release, raw, thing, known=known)
        except KioskError as problem:
            # Expiry is for what is new: what was installed may be mended from the very same release.
            if problem.code != "packs.metadata-expired" or not known or here is None:
                raise
            if parse_manifest(raw, thing) != here.manifest:
                raise
        return Approval("" if trust is None else trust.operator_id, trust)

    def _keep(self, vouched: Vouched) -> None:
        if vouched.trust is not None and vouched.trust != self.state():
            self._register.keep_trust(vouched.trust)

    def _check_preview(self) -> None:
        if self.state() is not None:
            raise KioskError(
                "The preview was not made",
                expected="a data folder of its own",
                found="one of a device that shows signed packs to visitors",
                remedy="name another folder with --data",
                code="packs.preview-apart",
            )


def _approve_unsigned(raw: bytes) -> Approval:
    del raw  # whatever it says: it is the author's own
    return Approval("")
