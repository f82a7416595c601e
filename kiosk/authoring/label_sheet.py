"""A sheet of labels to print: planned, drawn as PDF, every code read back, and only then named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_card import draw_card
from kiosk.authoring.label_lettering import Lettering
from kiosk.authoring.label_marks import draw_cutting_marks, draw_outlines, draw_test_mark
from kiosk.authoring.label_papers import LabelPaper, find_mark_box
from kiosk.authoring.label_pdf import PARTIAL, PdfCanvas, refuse_to_write
from kiosk.authoring.label_plan import LabelPlan, plan_labels
from kiosk.authoring.label_proof import prove_sheet
from kiosk.authoring.label_wish import LabelWish
from kiosk.authoring.labels import Label
from kiosk.model.errors import KioskError

_CHECKED_LETTERS = 300


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """What was written.

    Attributes:
        plan: Where everything stands.
        pages: How many pages the file has.
        codes_read_back: How many codes were read on them.
        not_whole: Labels with the languages whose title had to be shortened or left out.
    """

    plan: LabelPlan
    pages: int
    codes_read_back: int
    not_whole: tuple[tuple[Label, tuple[str, ...]], ...] = ()


def write_label_sheet(labels: Sequence[Label], out: Path, wish: LabelWish | None = None) -> LabelSheet:
    """Write the labels to the PDF ``out``, once each code has been read from its pages.

    Raises:
        KioskError: ``authoring.no-labels``, ``authoring.label-too-small``, ``authoring.font-missing``,
            ``authoring.label-unreadable`` or ``authoring.sheet-not-written``.
    """
    plan = plan_labels(labels, wish or LabelWish())
    with written_whole(out) as partial:
        not_whole = _draw(partial, out.stem, plan)
        read_back = prove_sheet(partial, plan)
    return LabelSheet(plan, plan.pages, read_back, not_whole)


def write_trial_page(out: Path, paper: LabelPaper) -> None:
    """Write a page with the outlines of a paper's labels only, to see whether the printer meets them.

    Raises:
        KioskError: ``authoring.sheet-not-written``.
    """
    with written_whole(out) as partial, PdfCanvas(partial, out.stem, paper.page_mm) as canvas:
        canvas.new_page()
        draw_outlines(canvas, paper)


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Give a file to write beside ``out``, which takes its name only if nothing went wrong.

    Raises:
        KioskError: ``authoring.sheet-not-written``.
    """
    partial = out.with_name(f".{out.name}.{os.getpid()}{PARTIAL}")
    try:
        partial.touch(exist_ok=False)
        yield partial
        partial.replace(out)
    except OSError as error:
        raise refuse_to_write(out, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _draw(path: Path, title: str, plan: LabelPlan) -> tuple[tuple[Label, tuple[str, ...]], ...]:
    """Draw every page; return the labels whose titles are not there whole."""
    paper = plan.wish.paper
    mark = find_mark_box(paper) if plan.wish.has_test_mark else None
    not_whole: dict[Label, tuple[str, ...]] = {}
    page = -1
    with PdfCanvas(path, title, paper.page_mm) as canvas:
        _check_letters(canvas, plan)
        for placed in plan.placed:
            if placed.page != page:
                page = placed.page
                _begin_page(canvas, paper, mark)
            lost = draw_card(canvas, placed, plan.module_mm)
            if lost:
                not_whole[placed.label] = lost
        if plan.has_mark_page:
            canvas.new_page()
            draw_test_mark(canvas, Box(0, 0, *paper.page_mm).shrink(15))
    return tuple(not_whole.items())


def _check_letters(canvas: PdfCanvas, plan: LabelPlan) -> None:
    """Refuse what would be printed as empty boxes: nobody may notice before it hangs."""
    words = {
        (label.name, language, text[:_CHECKED_LETTERS])
        for label in (placed.label for placed in plan.placed)
        for language, text in (*label.titles, (label.site_language, label.site_name), ("", label.number))
    }
    for name, language, text in sorted(words):
        if not canvas.can_set(text, Lettering(5.0, language)):
            raise KioskError(
                "No sheet was written",
                thing=f"{name}, its words in {language}" if language else name,
                expected="a font of this machine to have all their letters",
                found=text[:60],
                remedy="install the script's Noto Sans font (Debian: fonts-noto-core or fonts-noto-cjk), or leave the language out with --languages",
                code="authoring.font-missing",
            )


def _begin_page(canvas: PdfCanvas, paper: LabelPaper, mark: Box | None) -> None:
    canvas.new_page()
    if paper.is_cut:
        draw_cutting_marks(canvas, paper)
    if mark is not None:
        draw_test_mark(canvas, mark)
