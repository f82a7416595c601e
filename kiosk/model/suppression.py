"""Small counts are hidden, and what is shown beside them does not give them away.

The rules, for a threshold ``under``: a count from 1 to ``under - 1`` is never shown; parts of a known
whole that are small go into one sum with the next smallest, without their names; a share is shown only
where neither those it counts nor the others are few; a percentile only where at least ``under`` lie on
either side. ``tests/model/test_suppression.py`` proves them by trying every table that could stand
behind what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

K = TypeVar("K", str, tuple[str, str])
HIDE_UNDER: Final = 5
# For whoever is not of the operator's house.
HIDE_UNDER_OUTSIDE: Final = 10
ROUND_UNDER: Final = 100
OTHERS: Final = "others"


def hide(count: int, under: int = HIDE_UNDER) -> int | None:
    """Return ``count``, or None where it is 1 to ``under - 1``; nobody is to be seen in a zero."""
    return None if is_few(count, under) else count


def is_few(count: int, under: int = HIDE_UNDER) -> bool:
    """Tell whether ``count`` is of somebody, and of too few to be shown."""
    return 0 < count < under


def hide_parts(counts: Mapping[str, int], under: int = HIDE_UNDER) -> dict[str, int | None]:
    """Return parts of a whole that may be known, largest first; the small ones are one sum, ``OTHERS``.

    Complementary suppression: as long as that sum is itself small, or the most that so many small ones
    can be, the next smallest part joins it, and all that are as large. The parts of the sum have no names
    and no number: were five parts of five in all named, each would be one. Where the whole is small, all
    that is returned is that something is hidden (``OTHERS``: None).
    """
    ascending = sorted((name for name in counts if counts[name] > 0), key=lambda name: (counts[name], name))
    joined = _count_joined([counts[name] for name in ascending], under)
    shown: dict[str, int | None] = {name: counts[name] for name in reversed(ascending[joined:])}
    if joined:
        shown[OTHERS] = hide(sum(counts[name] for name in ascending[:joined]), under)
    return shown


def _count_joined(ascending: Sequence[int], under: int) -> int:
    small = sum(count < under for count in ascending)
    joined = small
    while 0 < joined < len(ascending):
        hidden = sum(ascending[:joined])
        if hidden >= under and (joined > small or hidden < small * (under - 1)):
            break
        joined += ascending.count(ascending[joined])
    return joined


def hide_cells(counts: Mapping[K, int], under: int = HIDE_UNDER) -> dict[K, int]:
    """Return the counts that may be shown of cells whose whole is told nowhere, largest first."""
    kept = [name for name in counts if counts[name] >= under]
    return {name: counts[name] for name in sorted(kept, key=lambda name: (-counts[name], name))}


def merge_spans(counts: Sequence[int], under: int = HIDE_UNDER) -> list[tuple[int, int, int]]:
    """Return neighbouring spans of an ordered whole, joined until none is small: (first, last, count).

    What is left at the end joins the span before it. Nothing where the whole is small.
    """
    spans: list[tuple[int, int, int]] = []
    first, count = 0, 0
    for last, more in enumerate(counts):
        count += more
        if count >= under:
            spans.append((first, last, count))
            first, count = last + 1, 0
    if count and spans:
        begun, _end, before = spans.pop()
        spans.append((begun, len(counts) - 1, before + count))
    return spans


def may_tell_share(part: int, whole: int, under: int = HIDE_UNDER) -> bool:
    """Tell whether ``part`` of ``whole`` may be shown as a share: neither they nor the others are few."""
    return whole >= under and not is_few(part, under) and not is_few(whole - part, under)


def round_share(part: float, whole: int) -> float:
    """Return ``part / whole`` to a hundredth, of fewer than 100 to a twentieth.

    A finer one of so few would tell the exact number it was divided by, and is no better known.
    """
    return round(part / whole, 2) if whole >= ROUND_UNDER else round(20 * part / whole) / 20


def may_tell_whole(few: Sequence[int], nearly_all: Sequence[int], under: int = HIDE_UNDER) -> bool:
    """Tell whether the sum of a column may be told, of which some cells are hidden.

    ``few`` are the hidden cells, each known to be 1 to ``under - 1``; of ``nearly_all`` the same is known
    of what they lack. Their sum gives them away where there is one, or where it is the least or the most
    that it can be. Nothing else comes in: that it is not told would tell it.
    """
    cells = len(few) + len(nearly_all)
    told = sum(few) - sum(nearly_all)
    most = len(few) * (under - 1) - len(nearly_all)
    least = len(few) - len(nearly_all) * (under - 1)
    return cells == 0 or (cells > 1 and least < told < most)


def may_tell_median(count: int, under: int = HIDE_UNDER) -> bool:
    """Tell whether the median of ``count`` values may be shown: at least ``under`` lie on either side."""
    return count >= 2 * under


def may_tell_quartiles(count: int, under: int = HIDE_UNDER) -> bool:
    """Tell whether the quartiles of ``count`` values may be shown: at least ``under`` lie beyond either."""
    return count >= 4 * under


def round_down(count: int, under: int = HIDE_UNDER) -> int:
    """Return how many values a figure rests on, at least: a multiple of ``under``.

    The exact number would tell, beside that of the visits, how few are left out.
    """
    return count - count % under
