"""Decides before anything is drawn: how large the codes are, how strong, and whether that fits the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_code import (
    DOT_MM,
    NEAREST_M,
    LabelCode,
    find_module_mm,
    find_reach_m,
    make_label_code,
)
from kiosk.authoring.label_layout import LabelLayout, lay_out
from kiosk.authoring.label_papers import find_mark_box
from kiosk.authoring.label_wish import ENOUGH_M, LabelWish, find_largest_module_mm, fit_size, refuse_size
from kiosk.authoring.labels import Label
from kiosk.model.errors import KioskError
from kiosk.model.language import is_right_to_left


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """One label with its code and its place. ``page`` counts from 0; ``box`` is the label on its page."""

    label: Label
    code: LabelCode
    page: int
    box: Box
    layout: LabelLayout


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """What will be drawn: each code's modules are ``module_mm`` wide."""

    wish: LabelWish
    placed: tuple[PlacedLabel, ...]
    module_mm: float
    without_code: tuple[Label, ...] = ()

    @property
    def label_pages(self) -> int:
        """How many pages the labels take."""
        return self.placed[-1].page + 1

    @property
    def has_mark_page(self) -> bool:
        """Whether the test mark stands on a page of its own at the end: there is no room for it beside the labels."""
        return self.wish.has_test_mark and find_mark_box(self.wish.paper) is None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.label_pages + self.has_mark_page

    @property
    def size_mm(self) -> float:
        """The side of the widest code without its quiet zone."""
        return max(len(placed.code.modules) for placed in self.placed) * self.module_mm

    @property
    def reach_m(self) -> float:
        """How far away the codes are read."""
        return find_reach_m(self.module_mm)


def plan_labels(labels: Sequence[Label], wish: LabelWish) -> LabelPlan:
    """Return where each label comes to stand, and with which code. Stops without a code are left out, and told.

    Raises:
        KioskError: ``authoring.no-labels`` or ``authoring.label-too-small``.
    """
    printable = [label for label in labels if label.text]
    if not printable:
        raise KioskError(
            "No sheet was written",
            found="no stop with a code" if labels else "no stop",
            remedy="name a pack with stops",
            code="authoring.no-labels",
        )
    titles = max(len(label.titles) for label in printable)
    codes = _make_codes([label.text for label in printable], titles, wish)
    module_mm = _choose_module_mm(max(code.across for code in codes.values()), titles, wish)
    copies = [label for label in printable for _ in range(wish.copies)]
    used = wish.skipped % wish.paper.a_page  # whole sheets that are used up are not put into the printer
    placed = tuple(
        _place(label, codes[label.text], module_mm, wish, used + position)
        for position, label in enumerate(copies)
    )
    return LabelPlan(wish, placed, module_mm, tuple(label for label in labels if not label.text))


def _make_codes(texts: Sequence[str], titles: int, wish: LabelWish) -> dict[str, LabelCode]:
    """Return each text's code, its correction chosen for all of them."""
    level = _choose_level(max(texts, key=len), titles, wish)
    return {text: make_label_code(text, level) for text in texts}


def _choose_level(longest: str, titles: int, wish: LabelWish) -> str:
    """Return the correction; "" where the code itself chooses.

    H behind glass. Else the strongest that is still read from the stated distance, or from a metre, where visitors stand:
    it costs a ninth of the reach beyond, and forgives twice the dirt and glare (docs/adr/0106).
    """
    if wish.is_behind_glass:
        return "h"
    needed_mm = find_module_mm(ENOUGH_M if wish.distance_m is None else wish.distance_m)
    for level in ("h", "q"):
        across = make_label_code(longest, level).across
        module_mm = find_largest_module_mm(wish.paper, across, titles)
        if wish.size_mm is not None:
            module_mm = min(module_mm, fit_size(wish.size_mm, across))
        if module_mm >= needed_mm - DOT_MM / 2:
            return level
    return ""


def _choose_module_mm(across: int, titles: int, wish: LabelWish) -> float:
    """Return the module's side: what was asked for, else what the distance needs, else what there is room for."""
    largest_mm = find_largest_module_mm(wish.paper, across, titles)
    needed_mm = find_module_mm(NEAREST_M if wish.distance_m is None else wish.distance_m)
    chosen_mm = largest_mm if wish.distance_m is None else needed_mm
    if wish.size_mm is not None:
        chosen_mm = fit_size(wish.size_mm, across)
    if chosen_mm < needed_mm - DOT_MM / 2:
        raise refuse_size(wish, across, titles, needed_mm, chosen_mm)
    if chosen_mm > largest_mm + DOT_MM / 2:
        raise refuse_size(wish, across, titles, chosen_mm, largest_mm)
    return chosen_mm


def _place(label: Label, code: LabelCode, module_mm: float, wish: LabelWish, position: int) -> PlacedLabel:
    layout = lay_out(
        wish.paper,
        code.across * module_mm,
        has_number=bool(label.number),
        is_mirrored=is_right_to_left(label.titles[0][0] if label.titles else label.site_language),
    )
    return PlacedLabel(label, code, position // wish.paper.a_page, wish.paper.find_box(position), layout)
