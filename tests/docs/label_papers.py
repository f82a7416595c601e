"""Writes the table of docs/reference/label-papers.md: ``python -m tests.docs.label_papers``."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.label_papers import PAPERS
from kiosk.authoring.label_plan import plan_labels
from kiosk.authoring.label_wish import LabelWish
from tests.authoring.label_makers import make_labels
from tests.house.repository import HOUSE

PAGE = HOUSE / "docs" / "reference" / "label-papers.md"
HEAD = "| `--paper` | also sold as | a page | a label | a code | read from | correction |"


def make_table() -> str:
    """Return a row for each paper, with labels of a usual host and three titles."""
    return "\n".join((HEAD, "|---|---|---|---|---|---|---|", *_make_rows())) + "\n"


def _make_rows() -> Iterator[str]:
    labels = make_labels(1)
    for paper in PAPERS:
        plan = plan_labels(labels, LabelWish(paper))
        width, height = paper.label_mm
        also = ", ".join(name for name in paper.equal_to if not name.isdigit() or paper.is_american) or " "
        cells = (
            f"`{paper.name}`",
            also,
            f"{paper.columns} x {paper.rows}",
            f"{width:.1f} x {height:.1f} mm",
            f"{plan.size_mm:.0f} mm",
            f"{plan.reach_m:.2f} m",
            plan.placed[0].code.correction,
        )
        yield f"| {' | '.join(cells)} |"


def write_page() -> None:
    """Put the table in the place of the one that stands on the page."""
    text = PAGE.read_text(encoding="utf-8")
    begin = text.index(HEAD)
    end = text.index("\n\n", begin) + 1
    PAGE.write_text(text[:begin] + make_table() + text[end:], encoding="utf-8")


if __name__ == "__main__":
    write_page()
