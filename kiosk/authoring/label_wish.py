"""What a person asks of labels, what a paper has room for, and the words where they do not meet."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from kiosk.authoring.label_code import DOT_MM, NEAREST_M, QUIET_MODULES, find_reach_m, fit_module_mm
from kiosk.authoring.label_layout import find_largest_side_mm
from kiosk.authoring.label_papers import CARDS, PAPERS, LabelPaper
from kiosk.model.errors import KioskError

# Visitors point from arm's length to a metre; reach beyond is better spent on what a worn code forgives.
ENOUGH_M = 1.0


@dataclass(frozen=True, slots=True)
class LabelWish:
    """What a person asks of the labels.

    Attributes:
        paper: What they are printed on.
        distance_m: From how far they have to be read; None: from as far as the paper allows.
        size_mm: The side of the code without its quiet zone; None: what the distance needs.
        is_behind_glass: Whether they hang behind glass, whose reflections cover part of a code.
        copies: How many of each.
        skipped: How many labels of the first sheet have been used already.
        has_test_mark: Whether a ruler and greys are printed beside the labels.
    """

    paper: LabelPaper = CARDS
    distance_m: float | None = None
    size_mm: float | None = None
    is_behind_glass: bool = False
    copies: int = 1
    skipped: int = 0
    has_test_mark: bool = False


def fit_size(size_mm: float, across: int) -> float:
    """Return the module of a code whose black square is ``size_mm`` wide."""
    return fit_module_mm(size_mm, across - 2 * QUIET_MODULES)


def find_largest_module_mm(paper: LabelPaper, across: int, titles: int) -> float:
    """Return the module of the largest code that this paper has room for beside so many titles."""
    return fit_module_mm(find_largest_side_mm(paper, titles), across)


def refuse_size(wish: LabelWish, across: int, titles: int, needed_mm: float, found_mm: float) -> KioskError:
    """Return the refusal, with what would do: another paper, or another distance on this one."""
    dark = across - 2 * QUIET_MODULES
    width, height = wish.paper.label_mm
    return KioskError(
        "No sheet was written",
        thing=f"{wish.paper.name}, labels of {width:.1f} x {height:.1f} mm",
        expected=f"a code of {needed_mm * dark:.0f} mm, which is read from {find_reach_m(needed_mm):.2f} m",
        found=f"{found_mm * dark:.0f} mm, which is read from {find_reach_m(found_mm):.2f} m",
        remedy="try " + ", or ".join(_find_ways(wish, across, titles, needed_mm)),
        code="authoring.label-too-small",
    )


def _find_ways(wish: LabelWish, across: int, titles: int, needed_mm: float) -> list[str]:
    """Return what a person may type instead."""
    largest_mm = find_largest_module_mm(wish.paper, across, titles)
    if wish.size_mm is not None and needed_mm <= largest_mm:
        return [f"--size {ceil(needed_mm * (across - 2 * QUIET_MODULES)):g}, or no --size"]
    least_mm = needed_mm - DOT_MM / 2
    fitting = [paper for paper in PAPERS if find_largest_module_mm(paper, across, titles) >= least_mm]
    # The smallest that will do, of the papers that people of this country have.
    fitting.sort(
        key=lambda paper: (paper.is_american != wish.paper.is_american, paper.label_mm[0] * paper.label_mm[1])
    )
    ways = [f"--paper {' or '.join(paper.name for paper in fitting[:3])}"] if fitting else []
    reach_m = floor(find_reach_m(largest_mm) * 20 + 1e-6) / 20
    if reach_m >= NEAREST_M:
        ways.append(f"--distance {reach_m:g} on this paper")
    return ways or ["a shorter label_host in the pack: its codes have fewer and larger modules"]
