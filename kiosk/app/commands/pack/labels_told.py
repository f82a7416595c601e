"""How ``kiosk pack labels`` tells of a sheet: to programs, and to people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.authoring.label_sheet import LabelSheet

_MOST_TOLD = 10


def as_record(sheet: LabelSheet, file: Path) -> dict[str, object]:
    """Return what a program is told."""
    plan = sheet.plan
    return {
        "file": str(file),
        "paper": plan.wish.paper.name,
        "labels": len(plan.placed),
        "pages": sheet.pages,
        "module_mm": round(plan.module_mm, 3),
        "size_mm": round(plan.size_mm, 1),
        "correction": sorted({placed.code.correction for placed in plan.placed}),
        "distance_m": round(plan.reach_m, 2),
        "codes_read_back": sheet.codes_read_back,
        "not_whole": [{"stop": label.stop_id, "languages": list(tags)} for label, tags in sheet.not_whole],
        "without_code": [label.stop_id for label in plan.without_code],
    }


def in_words(sheet: LabelSheet, file: Path) -> str:
    """Return what a person is told: the size, the reach, and what is not on the labels."""
    plan = sheet.plan
    size = f"a code is {plan.size_mm:.0f} mm wide, a module {plan.module_mm:.2f} mm"
    lines = [
        f"Wrote {len(plan.placed)} labels on {sheet.pages} pages to {file}; each code was read back.",
        f"Paper {plan.wish.paper.name}: {size}; it is read from {plan.reach_m:.2f} m.",
    ]
    for label, tags in sheet.not_whole[:_MOST_TOLD]:
        lines.append(f"{label.name}: the title is not there whole in {', '.join(tags)}")
    if len(sheet.not_whole) > _MOST_TOLD:
        lines.append(f"... and of {len(sheet.not_whole) - _MOST_TOLD} more")
    if sheet.not_whole:
        lines.append("Name fewer --languages, or take a larger paper or a smaller --size.")
    lines += [f"{label.name}: left out, it has no code" for label in plan.without_code[:_MOST_TOLD]]
    return "\n".join(lines)
