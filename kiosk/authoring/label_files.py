"""Single codes as files, for a designer's own signs: SVG or PNG, each read back before it is written."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.label_card import find_dark_runs
from kiosk.authoring.label_code import DOT_MM, QUIET_MODULES, LabelCode
from kiosk.authoring.label_pdf import refuse_to_write
from kiosk.authoring.label_plan import PlacedLabel, plan_labels
from kiosk.authoring.label_sheet import written_whole
from kiosk.authoring.label_wish import LabelWish
from kiosk.authoring.labels import Label
from kiosk.model.errors import KioskError

KINDS = ("svg", "png")
# The dots that a module is made of whole numbers of.
_PNG_DPI = 25.4 / DOT_MM
_LONGEST_NAME = 60


def write_code_files(labels: Sequence[Label], folder: Path, kind: str, wish: LabelWish) -> tuple[Path, ...]:
    """Write each label's code, with its white edge and nothing else, into ``folder``; return the files.

    Raises:
        KioskError: as :func:`~kiosk.authoring.label_sheet.write_label_sheet`.
    """
    plan = plan_labels(labels, wish)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse_to_write(folder, error.strerror or str(error)) from error
    files: dict[str, Path] = {}
    for placed in plan.placed:
        if placed.label.text in files:
            continue  # another copy
        png = draw_png(placed.code, plan.module_mm)
        _check(placed, png)
        content = png if kind == "png" else draw_svg(placed.code, plan.module_mm).encode("ascii")
        file = folder / f"{len(files) + 1:03}-{_name(placed.label)}.{kind}"
        with written_whole(file) as partial:
            partial.write_bytes(content)
        files[placed.label.text] = file
    return tuple(files.values())


def draw_svg(code: LabelCode, module_mm: float) -> str:
    """Return the code as SVG in its printed size, one path of bars on white."""
    bars = "".join(
        f"M{start + QUIET_MODULES} {row + QUIET_MODULES}h{length}v1h-{length}z"
        for row, modules in enumerate(code.modules)
        for start, length in find_dark_runs(modules)
    )
    side = f"{code.across * module_mm:.3f}mm"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {code.across} {code.across}"'
        f' shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="{bars}"/></svg>\n'
    )


def draw_png(code: LabelCode, module_mm: float) -> bytes:
    """Return the code as PNG, black and white, in whole dots, its printed size said in the file."""
    from PIL import Image

    dots = max(1, round(module_mm / DOT_MM))
    image = Image.new("1", (code.across, code.across), 1)
    for row, modules in enumerate(code.modules):
        for column, dark in enumerate(modules):
            if dark:
                image.putpixel((column + QUIET_MODULES, row + QUIET_MODULES), 0)
    drawn = io.BytesIO()
    side = code.across * dots
    image.resize((side, side), Image.Resampling.NEAREST).save(drawn, "PNG", dpi=(_PNG_DPI, _PNG_DPI))
    return drawn.getvalue()


def _check(placed: PlacedLabel, png: bytes) -> None:
    """Read the drawn code back."""
    import numpy as np
    from PIL import Image

    from kiosk.scanning.zxing_reader import ZxingReader

    with Image.open(io.BytesIO(png)) as image:
        plane = np.asarray(image.convert("L"))
    if [code.text for code in ZxingReader().read(plane)] != [placed.label.text]:
        raise KioskError(
            "The code was not written",
            thing=placed.label.name,
            expected="a code that can be read back",
            remedy="shorten label_host in the pack",
            code="authoring.label-unreadable",
        )


def _name(label: Label) -> str:
    """Return what a file is called after the stop's number and id, in letters that every disk takes."""
    plain = unicodedata.normalize("NFC", f"{label.number}-{label.stop_id}".strip("-"))
    return "".join(sign if sign.isalnum() else "-" for sign in plain)[:_LONGEST_NAME] or "stop"
