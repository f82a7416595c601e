"""How a look at a drive travels from the process that looked to the desk: one JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, Offer, OfferState, Publisher

_LISTS = ("site_names", "languages", "parts", "left_out")


def format_look(
    publisher: Publisher | None, offers: tuple[Offer, ...], free_bytes: int, problem: KioskError | None
) -> dict[str, Any]:
    """Return the record; the pair of :func:`parse_look`."""
    return {
        "publisher": asdict(publisher) if publisher else None,
        "offers": [asdict(offer) | {"state": offer.state.value} for offer in offers],
        "free_bytes": free_bytes,
        "problem": problem.as_dict() if problem else None,
    }


def parse_look(record: dict[str, Any], look: DriveLook) -> DriveLook:
    """Return ``look`` filled with what the record says.

    The record is this very program's; a KeyError, TypeError or ValueError here is a bug.
    """
    publisher, problem = record["publisher"], record["problem"]
    said = KioskError(**problem) if problem else None
    return DriveLook(
        name=look.name,
        path=look.path,
        looking=False,
        read_only=look.read_only,
        publisher=Publisher(**publisher) if publisher else None,
        offers=tuple(_parse_offer(offer) for offer in record["offers"]),
        free_bytes=int(record["free_bytes"]),
        problem=said.format() if said else "",
        code=said.code if said else "",
    )


def _parse_offer(record: dict[str, Any]) -> Offer:
    lists = {name: tuple(record[name]) for name in _LISTS}
    weights = tuple((str(name), int(size)) for name, size in record["part_bytes"])
    return Offer(**{**record, **lists, "part_bytes": weights, "state": OfferState(record["state"])})
