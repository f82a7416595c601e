"""Visits put into parts so that nobody's visits are learnt from and tried on at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

from kiosk.guide.evaluate.trails import Trail
from kiosk.model.errors import KioskError

FOLDS: Final = 5

Fold = tuple[list[Trail], list[Trail]]


def split_by_visitor(trails: Sequence[Trail], folds: int = FOLDS, seed: int = 0) -> Iterator[Fold]:
    """Yield (to learn from, to try on) for each part; each visitor's visits are all in one part.

    Raises:
        KioskError: ``guide.too-few-visitors`` for fewer visitors than parts.
    """
    by_chance = sorted({trail.visitor for trail in trails}, key=lambda visitor: _draw(visitor, seed))
    if len(by_chance) < folds:
        raise KioskError(
            "Nothing was evaluated",
            expected=f"visits of at least {folds} visitors",
            found=str(len(by_chance)),
            remedy="record more visits, or name fewer parts with --folds",
            code="guide.too-few-visitors",
        )
    part = {visitor: number % folds for number, visitor in enumerate(by_chance)}
    for number in range(folds):
        yield (
            [trail for trail in trails if part[trail.visitor] != number],
            [trail for trail in trails if part[trail.visitor] == number],
        )


def _draw(visitor: str, seed: int) -> bytes:
    return sha256(f"{seed} {visitor}".encode("utf-8", "replace")).digest()
