"""What the guide reads: all active packs side by side, in a visitor's language, in under 2 ms a call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.model.content import Floor, NearbySite, Site, Stop, StopCard, Tour, VisitorVoice, Way
from kiosk.model.errors import KioskError
from kiosk.model.found import Found
from kiosk.model.marker import Marker, is_genuine
from kiosk.model.pronunciation import Pronunciation
from kiosk.model.site_sums import SiteSums
from kiosk.packs.blobs import BlobStore
from kiosk.packs.looks import PackLooks
from kiosk.packs.manifest import PackManifest
from kiosk.packs.names import SHA256
from kiosk.packs.open_pack import OpenPack
from kiosk.packs.search import SiteSearch
from kiosk.packs.site_reader import SiteReader

STOP = "stop"
NEWER = "newer"
FOREIGN = "foreign"
# A longer number is no number of ours; it is not worth looking at.
MAX_TYPED_NUMBER = 32
# A picture is read whole; players take the path of anything larger.
MAX_MEDIA_BYTES = 32_000_000
MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class MarkerMatch:
    """What a label's code is to this device.

    ``kind`` is "stop"; "newer" for a genuine label of one of our sites whose stop no pack here has yet; or
    "foreign". ``stop_id`` is "" unless it is a stop, ``site_id`` "" where it is foreign.
    """

    kind: str
    stop_id: str = ""
    site_id: str = ""


class Library:
    """The content on a device, read-only.

    Attributes:
        problems: What cannot be shown and why, for staff. Grows when damage is met later; visitors never see it.
    """

    def __init__(self, packs: Sequence[OpenPack], blobs: BlobStore, problems: list[KioskError]) -> None:
        self._packs = list(packs)
        self._blobs = blobs
        self.problems = problems
        self._sites: dict[str, SiteReader] = {}
        self._pack_files: dict[str, int] = {}
        note = partial(_note, problems)
        for pack in self._packs:
            self._pack_files.update(pack.manifest.files())
            for (site_id,) in SiteReader(pack, "", note).core_rows("SELECT id FROM site ORDER BY id"):
                self._sites.setdefault(site_id, SiteReader(pack, site_id, note))
        self._searches = {site_id: SiteSearch(reader) for site_id, reader in self._sites.items()}

    def close(self) -> None:
        """Close the catalogues. No call may follow."""
        for pack in self._packs:
            pack.close()

    @property
    def releases(self) -> tuple[PackManifest, ...]:
        """The releases that are open, in the order of their packs."""
        return tuple(pack.manifest for pack in self._packs)

    def take_over(self, fresh: Library) -> None:
        """Show what ``fresh`` shows from now on; what was shown until now is closed, and ``fresh`` is used up.

        Whoever was handed this library goes on with it: pages, voice and scanner need not be made anew.
        """
        # All of an open library is in its attributes: the two change places, and the old one is closed.
        self.__dict__, fresh.__dict__ = fresh.__dict__, self.__dict__
        fresh.close()

    def sites(self, language: str) -> tuple[Site, ...]:
        """Return every site: packs in the order they first came, sites by id within one."""
        return tuple(site.read_site(language) for site in self._sites.values())

    def get_site(self, site_id: str, language: str) -> Site:
        """Return a site.

        Raises:
            KioskError: ``packs.no-such-site``.
        """
        return self._site(site_id).read_site(language)

    def languages(self, site_id: str) -> tuple[str, ...]:
        """Return the languages a site is told in, in the author's order."""
        return self._site(site_id).languages

    def floors(self, site_id: str, language: str) -> tuple[Floor, ...]:
        """Return a site's floors from the lowest level up."""
        return self._site(site_id).read_floors(language)

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        """Return a site's stops in the curator's order."""
        return self._site(site_id).read_cards(language)

    def get_stop(self, stop_id: str, language: str, version: str = "") -> Stop:
        """Return a stop in full; each of its items in the best language there is for ``language``.

        Args:
            stop_id: The stop.
            language: What the visitor chose (BCP 47).
            version: "b" for the other version of its narration where two are on trial; else the first.

        Raises:
            KioskError: ``packs.no-such-stop`` or ``packs.no-such-site``.
        """
        stop = self._site(stop_id.partition("/")[0]).read_stop(stop_id, language, version)
        if stop is None:
            raise _unknown("There is no such stop", stop_id, "packs.no-such-stop")
        return stop

    def versions(self, stop_id: str) -> bool:
        """Tell whether two versions of a stop's narration are on trial.

        Raises:
            KioskError: ``packs.no-such-site``.
        """
        return self._site(stop_id.partition("/")[0]).has_versions(stop_id)

    def ways(self, site_id: str) -> tuple[Way, ...]:
        """Return the ways between a site's stops in the author's order; none where nobody wrote them down."""
        return self._site(site_id).guide.read_ways()

    def sums(self, site_id: str) -> SiteSums:
        """Return what is known of how a site is visited; ``NO_SUMS`` on its first day."""
        return self._site(site_id).guide.read_sums()

    def allows(self, site_id: str) -> frozenset[str]:
        """Return what visitors of a site may give back: rating, comment, question, story, recording."""
        return self._site(site_id).guide.read_allowed()

    def voices(self, site_id: str, language: str) -> tuple[VisitorVoice, ...]:
        """Return what visitors gave back about a site as a whole; what they said of a stop is the stop's."""
        return self._site(site_id).read_voices(language)

    def pronunciations(self, site_id: str, language: str) -> tuple[Pronunciation, ...]:
        """Return how names are said in a language; nothing where the site has no lexicon for it."""
        return self._site(site_id).read_pronunciations(language)

    def tours(self, site_id: str, language: str) -> tuple[Tour, ...]:
        """Return a site's ready-made tours in the author's order."""
        return self._site(site_id).read_tours(language)

    def tags(self, site_id: str, language: str) -> dict[str, str]:
        """Return the words a site's stops are grouped by: id to name, in the author's order."""
        return self._site(site_id).read_tags(language)

    def glances(self, site_id: str, language: str) -> dict[str, str]:
        """Return what is told of a site's stops in short, by id: in one language, so that they can be compared.

        Some 4 ms for 2,000 stops: for what is worked out once.
        """
        return self._site(site_id).read_glances(language)

    def nearby(self, site_id: str, language: str) -> tuple[NearbySite, ...]:
        """Return the places worth going on to from a site, in the author's order."""
        return self._site(site_id).read_nearby(language)

    def attract_images(self, site_id: str, language: str) -> tuple[str, ...]:
        """Return the SHA-256 of the pictures that invite people in."""
        del language  # they carry no words: the same in every language
        rows = self._site(site_id).core_rows(
            "SELECT sha256 FROM attract WHERE site_id = ? ORDER BY position", site_id
        )
        return tuple(sha256 for (sha256,) in rows)

    def wordmark(self, site_id: str) -> str:
        """Return the SHA-256 of the site's wordmark; "" where it has none."""
        rows = self._site(site_id).core_rows("SELECT wordmark FROM site WHERE id = ?", site_id)
        return str(rows[0][0]) if rows else ""

    def label_key(self, site_id: str) -> bytes:
        """Return the key that a site's labels are made with."""
        rows = self._site(site_id).core_rows("SELECT label_key FROM site WHERE id = ?", site_id)
        return bytes(rows[0][0]) if rows else b""

    def find_by_marker(self, marker: Marker) -> MarkerMatch:
        """Tell whether a label is a stop's, one of ours that is newer than the packs here, or somebody else's."""
        newer = MarkerMatch(FOREIGN)
        for site_id, site in self._sites.items():
            hosts = site.core_rows("SELECT label_host FROM site WHERE id = ?", site_id)
            if [(marker.host,)] != hosts or not is_genuine(marker, self.label_key(site_id)):
                continue
            sql = "SELECT id FROM stop WHERE code = ? AND site_id = ?"
            for (stop_id,) in site.core_rows(sql, marker.stop_code, site_id):
                return MarkerMatch(STOP, stop_id, site_id)
            newer = MarkerMatch(NEWER, "", site_id)
        return newer

    def find_by_number(self, site_id: str, typed: str) -> tuple[str, ...]:
        """Return the ids of the stops with this number, several where a site used it twice.

        Blanks, leading zeros and the digits of any script are forgiven.
        """
        site = self._site(site_id)
        return site.find_by_number(typed) if 0 < len(typed) <= MAX_TYPED_NUMBER else ()

    def search(self, site_id: str, language: str, text: str) -> Found:
        """Return the stops, tours and sites near by in which every typed word occurs, the likeliest first.

        Case, accents and the ways of a script are forgiven, and slips in words that occur nowhere.
        """
        self._site(site_id)
        return self._searches[site_id].find(language, text)

    def media_path(self, sha256: str) -> Path | None:
        """Return the file of a medium; None where it is missing or lives in a catalogue (see media_bytes)."""
        size_bytes = self._pack_files.get(sha256)
        if size_bytes is None or not self._blobs.has(sha256, size_bytes):
            return None
        return self._blobs.path(sha256)

    def media_bytes(self, sha256: str) -> bytes | None:
        """Return a medium's bytes from a catalogue or its file; None where it is missing or larger than 32 MB."""
        if not SHA256.fullmatch(sha256):
            return None
        for site in self._sites.values():
            for (data,) in site.core_rows(
                "SELECT data FROM media WHERE sha256 = ? AND data IS NOT NULL", sha256
            ):
                return bytes(data)
        path = self.media_path(sha256)
        if path is None or self._pack_files[sha256] > MAX_MEDIA_BYTES:
            return None
        try:
            return path.read_bytes()
        except OSError:
            return None

    def looks(self) -> tuple[PackLooks, ...]:
        """Return what a camera knows the pictures of each pack by; packs without recognition are left out.

        The same objects as long as the same releases are open. May be called from any thread.
        """
        return tuple(pack.looks for pack in self._packs if pack.looks is not None)

    def recognised_stops(self, site_id: str) -> frozenset[str]:
        """Return the stops of a site that a camera can know by their pictures; none where that part is not here."""
        looks = self._site(site_id).pack.looks
        known = looks.known_stops() if looks is not None else frozenset()
        return frozenset(stop for stop in known if stop.partition("/")[0] == site_id)

    def _site(self, site_id: str) -> SiteReader:
        site = self._sites.get(site_id)
        if site is None:
            raise _unknown("There is no such site", site_id, "packs.no-such-site")
        return site


def _note(problems: list[KioskError], problem: KioskError) -> None:
    if len(problems) < MAX_PROBLEMS:
        problems.append(problem)


def _unknown(what: str, thing: str, code: str) -> KioskError:
    return KioskError(what, thing=thing[:80], remedy="see which packs are here: kiosk pack list", code=code)
