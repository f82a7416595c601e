"""Reads every code back from the finished pages: as printed, badly printed, and from its distance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.authoring.label_card import find_code_box
from kiosk.authoring.label_code import MODULE_PX, QUIET_MODULES
from kiosk.authoring.label_pdf import refuse_to_write, render_pages
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.authoring.label_box import Box
    from kiosk.authoring.label_plan import LabelPlan, PlacedLabel
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.zxing_reader import ZxingReader

_RENDERED_MODULE_PX = 6.0
_LEAST_DPI, _MOST_DPI = 72.0, 600.0
# Ink that runs, a worn drum, laminate: a blur of 0.4 modules. Every good code is read at 0.4, none at 0.6 (docs/adr/0106).
_SMEARED_MODULES = 0.4
_WHITE = 250
_EDGE_FAULT = "its white edge is not free"
_REMEDIES = {_EDGE_FAULT: "look at the stop's titles and number: their letters reach far beyond their line"}
_REMEDY = "shorten label_host in the pack, or take a larger paper: a shorter code has larger modules"


def prove_sheet(pdf: Path, plan: LabelPlan) -> int:
    """Read each code at its own place on the rendered pages; return how many there were.

    Each is read plainly, without the guide's second looks, so that those are left for what the field adds: as it was
    rendered, smeared, and as a camera sees it from the planned distance. Its quiet zone has to be white.

    Raises:
        KioskError: ``authoring.label-unreadable`` or ``authoring.sheet-not-written``.
    """
    from kiosk.scanning.zxing_reader import ZxingReader

    reader = ZxingReader()
    dots_per_inch = min(max(_RENDERED_MODULE_PX * 25.4 / plan.module_mm, _LEAST_DPI), _MOST_DPI)
    proved, faults = 0, []
    # A page for the test mark alone may come last.
    for page, labels in zip(render_pages(pdf, dots_per_inch), _group_by_page(plan), strict=False):
        for placed in labels:
            fault = _find_fault(page, placed, plan.module_mm, dots_per_inch / 25.4, reader)
            faults += [(placed, fault)] if fault else []
            proved += 1
    if faults:
        raise _unreadable(faults, proved)
    if proved < len(plan.placed):
        raise refuse_to_write(pdf, f"{len(plan.placed) - proved} labels were not found on its pages")
    return proved


def _group_by_page(plan: LabelPlan) -> list[list[PlacedLabel]]:
    pages: list[list[PlacedLabel]] = [[] for _ in range(plan.label_pages)]
    for label in plan.placed:
        pages[label.page].append(label)
    return pages


def _find_fault(
    page: Plane, placed: PlacedLabel, module_mm: float, px_per_mm: float, reader: ZxingReader
) -> str:
    """Return what is wrong with a code on its page, "" for nothing."""
    code = _crop(page, find_code_box(placed), px_per_mm)
    module_px = module_mm * px_per_mm
    if not _is_edge_white(code, module_px):
        return _EDGE_FAULT
    for way, view in _views(_crop(page, placed.box, px_per_mm), module_px):
        if placed.label.text not in [read.text for read in reader.read(view)]:
            return f"not read {way}"
    return ""


def _views(label: Plane, module_px: float) -> Iterator[tuple[str, Plane]]:
    from kiosk.scanning.opencv import load_cv2
    from kiosk.scanning.print_view import see_print

    yield "as it is printed", label
    yield "where the print is smeared", load_cv2().GaussianBlur(label, (0, 0), _SMEARED_MODULES * module_px)
    yield "from its distance", see_print(label, MODULE_PX / module_px)


def _crop(page: Plane, box: Box, px_per_mm: float) -> Plane:
    """Return what is printed in ``box``; what lies beyond the page is as white as the label there."""
    import numpy as np

    left, top, right, bottom = (
        round(edge * px_per_mm) for edge in (box.left, box.top, box.right, box.bottom)
    )
    height, width = page.shape
    beyond = ((max(0, -top), max(0, bottom - height)), (max(0, -left), max(0, right - width)))
    seen: Plane = np.pad(page[max(0, top) : bottom, max(0, left) : right], beyond, constant_values=255)
    return seen


def _is_edge_white(code: Plane, module_px: float) -> bool:
    """Tell whether nothing was printed into the quiet zone; a pixel of rounding is forgiven."""
    edge = int(QUIET_MODULES * module_px) - 1
    strips = (code[:edge], code[-edge:], code[:, :edge], code[:, -edge:])
    return all(int(strip.min()) >= _WHITE for strip in strips)


def _unreadable(faults: Sequence[tuple[PlacedLabel, str]], count: int) -> KioskError:
    placed, fault = faults[0]
    return KioskError(
        "The sheet was not written",
        thing=placed.label.name,
        expected="every code to be read back from the page",
        found=f"{fault}; {len(faults)} of {count} unreadable",
        remedy=_REMEDIES.get(fault, _REMEDY),
        code="authoring.label-unreadable",
    )
