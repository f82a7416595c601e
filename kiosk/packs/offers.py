"""A quick look at what a stick or file offers this device: signatures, lists and manifests are read, media are not."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError, make_printable
from kiosk.model.pack_offer import Offer, OfferState, Publisher
from kiosk.packs.blobs import BlobStore
from kiosk.packs.install import RESERVE_BYTES, check_manifest, open_source
from kiosk.packs.manifest import CORE, LANGUAGE_PREFIX, PackManifest
from kiosk.packs.refusals import make_older, make_reused, make_taken
from kiosk.packs.register import InstalledRelease, ReleaseRegister
from kiosk.packs.sources import find_sources, make_nothing_here
from kiosk.packs.store import PackStore
from kiosk.packs.tree import PackTree, Release, manifest_name

if TYPE_CHECKING:
    from kiosk.packs.trust.state import TrustState
    from kiosk.packs.trust.vouch import Vouched

MAX_RELEASES = 60
"""So many releases of one tree are looked at, the newest of each pack first."""

_STRANGERS = frozenset({"packs.foreign", "packs.no-trust"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a place: whose it is, what is offered, and why nothing is."""

    publisher: Publisher | None = None
    offers: tuple[Offer, ...] = ()
    problem: KioskError | None = None


class Looker:
    """Looks at sources for one device. A data folder that is not there is a device without packs.

    Nothing on the device is changed, except that :meth:`learn` keeps what a stick brings of newer signatures.

    Raises:
        KioskError: ``packs.state-unreadable`` where the device's own list cannot be read.
    """

    def __init__(self, data_folder: Path) -> None:
        self._scratch = None if data_folder.is_dir() else TemporaryDirectory(prefix="kiosk-look-")
        folder = data_folder if self._scratch is None else Path(self._scratch.name)
        self._store = PackStore(folder)
        self._register = ReleaseRegister(folder / "state.db")
        self._blobs = BlobStore(folder / "packs")
        self._here = self._store.list_releases()

    def close(self) -> None:
        """Let go of the device's lists."""
        self._register.close()
        self._store.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    def free_bytes(self) -> int:
        """Return the room on the device that content may take."""
        return max(0, self._blobs.free_bytes() - RESERVE_BYTES)

    def look(self, place: Path) -> Found:
        """Look at a drive, a folder with a tree, or an ``.hpack``. What is wrong comes back in words."""
        found: list[Found] = []
        for source in find_sources(place):
            try:
                with closing(open_source(source)) as tree:
                    found.append(self._look_at(tree, source))
            except KioskError as problem:
                found.append(Found(problem=problem))
        return _join(found) if found else Found(problem=make_nothing_here(place))

    def learn(self, place: Path) -> None:
        """Keep the newer signatures and withdrawals a place brings; what cannot be kept now comes another time."""
        for source in find_sources(place):
            try:
                with closing(open_source(source)) as tree:
                    self._store.trust.learn(tree)
            except KioskError:
                continue

    def _look_at(self, tree: PackTree, source: Path) -> Found:
        releases = _newest_first(tree.releases())[:MAX_RELEASES]
        vouched = self._store.trust.vouch(tree, releases)
        if vouched.problem is not None and vouched.problem.code in _STRANGERS:
            return self._look_at_strangers(tree, source, releases, vouched.problem)
        publisher = _read_publisher(tree, vouched.trust, trusted=True)
        offers = [self._judge(tree, source, release, vouched) for release in releases]
        return Found(publisher, _best_of_each(offers))

    def _look_at_strangers(
        self, tree: PackTree, source: Path, releases: Sequence[Release], refusal: KioskError
    ) -> Found:
        """Say what a publisher offers whom this device does not trust: only what their own signatures bear out."""
        from kiosk.packs.trust.adopt import adopt
        from kiosk.packs.trust.operator import read_chain
        from kiosk.packs.trust.vouch import vouch

        theirs = adopt(None, read_chain(tree))
        vouched = vouch(tree, theirs, self._store.trust.now(), releases)
        offers = _best_of_each([self._judge(tree, source, release, vouched) for release in releases])
        refused = tuple(one if one.code else _refuse(one, refusal) for one in offers)
        return Found(_read_publisher(tree, theirs, trusted=False), refused)

    def _judge(self, tree: PackTree, source: Path, release: Release, vouched: Vouched) -> Offer:
        """Tell what one release is to this device."""
        where = source if source.is_file() else source / manifest_name(release.pack_id, release.version)
        operator = vouched.trust.operator_id if vouched.trust else ""
        here = self._find_here(release, operator)
        try:
            raw = tree.read_manifest(release)
            vouched.check_manifest(release, raw, tree.thing, known=here is not None)
            manifest = check_manifest(raw, release, tree.thing)
        except KioskError as problem:
            return self._offer_unread(release, str(where), here, problem)
        offer = self._describe(manifest, str(where))
        refusal = self._find_refusal(manifest, here, operator)
        return _refuse(offer, refusal) if refusal else offer

    def _find_here(self, release: Release, operator: str) -> InstalledRelease | None:
        for one in self._here:
            if (one.manifest.id, one.manifest.version) == (release.pack_id, release.version):
                return one if one.vouched_by == operator else None
        return None

    def _offer_unread(
        self, release: Release, where: str, here: InstalledRelease | None, problem: KioskError
    ) -> Offer:
        """Tell of what nobody vouches for; what is installed is told from the device's own copy of the manifest."""
        if here is not None:
            offer = self._describe(here.manifest, where)
            # Expiry is for what is new: what is here may stay, and be mended.
            return offer if problem.code == "packs.metadata-expired" else _refuse(offer, problem)
        shown = self._shown_version(release.pack_id)
        unread = Offer(
            *(release.pack_id, release.version, (), "", "", (), (), 0, 0, shown),
            state=OfferState.REFUSED,
            source=where,
        )
        return _refuse(unread, problem)

    def _describe(self, manifest: PackManifest, where: str) -> Offer:
        lacking = {one: size for one, size in manifest.files() if not self._blobs.has(one, size)}
        shown = self._shown_version(manifest.id)
        return Offer(
            pack_id=manifest.id,
            version=manifest.version,
            # A stranger's words, too, stand beside the fingerprint that staff compare: they may not turn it round.
            site_names=tuple(
                make_printable(site.name(manifest.fallback_language, "")) for site in manifest.sites
            ),
            publisher=make_printable(manifest.publisher),
            reviewed_on=manifest.reviewed_on,
            languages=manifest.languages,
            parts=tuple(part.name for part in manifest.parts if _is_extra(part.name)),
            size_bytes=manifest.total_bytes,
            new_bytes=sum(lacking.values()),
            installed_version=shown,
            state=_compare(manifest.version, shown),
            fallback_language=manifest.fallback_language,
            part_bytes=_weigh_parts(manifest, lacking),
            left_out=tuple(sorted(self._register.choice(manifest.id).left_out(manifest))),
            source=where,
        )

    def _find_refusal(
        self, manifest: PackManifest, here: InstalledRelease | None, operator: str
    ) -> KioskError | None:
        """Return what an install would refuse, as far as a look can tell."""
        highest = self._register.highest_version(manifest.id, operator)
        if manifest.version < highest:
            return make_older(manifest, highest)
        if here is not None and here.manifest != manifest:
            return make_reused(manifest)
        mine = {site.id for site in manifest.sites}
        for other in (one for one in self._here if one.active and one.vouched_by == operator):
            taken = mine & {site.id for site in other.manifest.sites}
            if taken and other.manifest.id != manifest.id:
                return make_taken(manifest, min(taken), other.manifest)
        return None

    def _shown_version(self, pack_id: str) -> int:
        shown = (one.manifest.version for one in self._here if one.active and one.manifest.id == pack_id)
        return next(shown, 0)


def _newest_first(releases: Sequence[Release]) -> list[Release]:
    """Return the newest release of each pack, then the second newest of each, and so on."""
    ranks: dict[str, int] = {}
    ranked: list[tuple[int, Release]] = []
    for release in sorted(releases, reverse=True):
        ranks[release.pack_id] = rank = ranks.get(release.pack_id, -1) + 1
        ranked.append((rank, release))
    return [release for _, release in sorted(ranked)]


def _best_of_each(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return one offer a pack: the newest that can be installed or is here, else the newest."""
    best: dict[str, Offer] = {}
    for offer in offers:
        before = best.get(offer.pack_id)
        if before is None or (before.code and not offer.code):
            best[offer.pack_id] = offer
    return tuple(best[pack_id] for pack_id in sorted(best))


def _join(found: Sequence[Found]) -> Found:
    """Return what several sources on one drive offer together: of one release the first, of problems too."""
    publishers = [one.publisher for one in found if one.publisher]
    trusted = [one for one in publishers if one.trusted]
    offers: dict[tuple[str, int], Offer] = {}
    for offer in (offer for one in found for offer in one.offers):
        key = (offer.pack_id, offer.version)
        if key not in offers or (offers[key].code and not offer.code):
            offers[key] = offer
    problem = next((one.problem for one in found if one.problem), None)
    return Found(next(iter(trusted or publishers), None), tuple(offers.values()), None if offers else problem)


def _read_publisher(tree: PackTree, trust: TrustState | None, *, trusted: bool) -> Publisher | None:
    """Return whose the tree is; None where it carries no root at all."""
    from kiosk.packs.trust.operator import read_operator

    if trust is None or tree.read_metadata("1.root.json", 1) is None:
        return None
    operator = read_operator(trust.newest_root, tree.thing)
    return Publisher(operator.name, operator.fingerprint, trusted)


def _refuse(offer: Offer, refusal: KioskError) -> Offer:
    older = refusal.code == "packs.older-version"
    state = OfferState.OLDER if older else OfferState.REFUSED
    return replace(offer, state=state, refusal=refusal.format(), code=refusal.code)


def _compare(version: int, shown: int) -> OfferState:
    if shown == 0:
        return OfferState.NEW
    if version == shown:
        return OfferState.HERE
    return OfferState.NEWER if version > shown else OfferState.OLDER


def _is_extra(part_name: str) -> bool:
    return part_name != CORE and not part_name.startswith(LANGUAGE_PREFIX)


def _weigh_parts(manifest: PackManifest, lacking: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Return what this device lacks of each part that may be left out."""
    always = {CORE, LANGUAGE_PREFIX + manifest.fallback_language}
    return tuple(
        (part.name, sum(lacking.get(one, 0) for one in {part.sha256, *(blob.sha256 for blob in part.blobs)}))
        for part in manifest.parts
        if part.name not in always
    )
