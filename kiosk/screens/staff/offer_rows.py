"""What a drive offers, as the values QML binds to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from kiosk.model.pack_offer import Offer, OfferState, ShelfRelease
from kiosk.screens.languages import own_name

LANGUAGE_PART = "lang-"


def make_key(pack_id: str, version: int) -> str:
    """Return one name for a release: pack ids hold no space."""
    return f"{pack_id} {version}"


def make_offer_row(offer: Offer) -> dict[str, Any]:
    """Return what is shown of one release on a drive. Sizes are in bytes."""
    return {
        "key": make_key(offer.pack_id, offer.version),
        "pack_id": offer.pack_id,
        "version": offer.version,
        "sites": ", ".join(offer.site_names) or offer.pack_id,
        "publisher": offer.publisher,
        "reviewed_on": offer.reviewed_on,
        "languages": ", ".join(own_name(tag) for tag in offer.languages),
        "size_bytes": offer.size_bytes,
        "installed_version": offer.installed_version,
        "state": offer.state.value,
        "refusal": offer.refusal,
        "code": offer.code,
    }


def make_shelf_row(release: ShelfRelease) -> dict[str, Any]:
    """Return what is shown of one release on the device. Sizes are in bytes."""
    return {
        "key": make_key(release.pack_id, release.version),
        "pack_id": release.pack_id,
        "version": release.version,
        "sites": ", ".join(release.site_names) or release.pack_id,
        "publisher": release.publisher,
        "reviewed_on": release.reviewed_on,
        "languages": ", ".join(own_name(tag) for tag in release.languages),
        "size_bytes": release.size_bytes,
        "shown": release.shown,
        "waiting": release.waiting,
        "withdrawn": release.withdrawn,
        "foreign": release.foreign,
    }


def may_remove(release: ShelfRelease, shelf: Collection[ShelfRelease]) -> bool:
    """Tell whether a release may be removed: what visitors see only where nothing could be shown in its place."""
    if not (release.shown or release.waiting):
        return True
    return all(one.pack_id != release.pack_id or one.version == release.version for one in shelf)


def make_part_rows(offer: Offer, left_out: Collection[str]) -> list[dict[str, Any]]:
    """Return a row for each language and each further part: what is always copied, and what may be left out."""
    lacking = dict(offer.part_bytes)
    always = offer.fallback_language or next(iter(offer.languages), "")
    rows = [
        {"part": f"{LANGUAGE_PART}{tag}", "tag": tag, "name": own_name(tag), "always": tag == always}
        for tag in offer.languages
    ]
    rows += [{"part": part, "tag": "", "name": part, "always": False} for part in offer.parts]
    return [
        row
        | {"taken": row["always"] or row["part"] not in left_out, "bytes": lacking.get(str(row["part"]), 0)}
        for row in rows
    ]


def count_needed_bytes(offer: Offer, left_out: Collection[str]) -> int:
    """Return about how many bytes have to be copied; what parts share may make it a little more."""
    saved = sum(size_bytes for part, size_bytes in offer.part_bytes if part in left_out)
    return max(0, offer.new_bytes - saved)


def may_install(offer: Offer, left_out: Collection[str]) -> bool:
    """Tell whether installing would change anything: a newer release, or parts that were left out before."""
    if offer.state in (OfferState.NEW, OfferState.NEWER):
        return True
    return offer.state is OfferState.HERE and bool(set(offer.left_out) - set(left_out))


def choose_offer(offers: Collection[Offer]) -> Offer | None:
    """Return the release staff most likely came for: one that brings something, in the order of the drive."""
    wanted = {OfferState.NEWER: 0, OfferState.NEW: 1, OfferState.HERE: 2, OfferState.OLDER: 3}
    return min(offers, key=lambda offer: wanted.get(offer.state, 4), default=None)
