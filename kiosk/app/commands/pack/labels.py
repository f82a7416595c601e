"""``kiosk pack labels``: the stops' codes to print."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.labels_told import as_record, in_words
from kiosk.app.commands.pack.opened import opened_pack
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.authoring.label_papers import LabelPaper
    from kiosk.authoring.label_wish import LabelWish
    from kiosk.authoring.labels import Label

_EPILOG = (
    "Papers: cards (four to an A4 page, to cut out), label sheets L7159 to L7169 and 5160 to 5164, and one sign a page:"
    " A6, A5, A4, A3, letter. Without --distance and --size a code is as large as the label has room for."
)
MOST_COPIES = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "pack", metavar="PACK", help="an .hpack file, a pack's source folder, or an installed pack's id"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the file to write")
    parser.add_argument(
        "--paper",
        metavar="NAME",
        help="the label paper, or A4, A5, A6 for signs (default: cards), or a description: 3x8:70x37",
    )
    parser.add_argument(
        "--single", action="store_true", help="one large sign a page, on A4 unless --paper says"
    )
    parser.add_argument(
        "--distance", type=_metres, metavar="M", help="from how far the codes have to be read, in metres"
    )
    parser.add_argument(
        "--size", type=_millimetres, metavar="MM", help="the side of the black square of the code"
    )
    parser.add_argument(
        "--glass", action="store_true", help="they hang behind glass: the strongest correction"
    )
    parser.add_argument(
        "--stops", type=_names, default=(), metavar="N,N", help="only these stops, by number or id"
    )
    parser.add_argument(
        "--languages",
        type=_names,
        default=(),
        metavar="TAG,TAG",
        help="titles in these languages, in this order",
    )
    parser.add_argument(
        "--copies", type=_copies, default=1, metavar="N", help="how many of each (default: 1)"
    )
    parser.add_argument(
        "--skip",
        type=_skipped,
        default=0,
        metavar="N",
        help="labels of the first sheet that are gone already",
    )
    parser.add_argument(
        "--shift",
        type=_shift,
        default=(0.0, 0.0),
        metavar="RIGHT,DOWN",
        help="print everything so many millimetres aside, where the printer does not meet the labels: --shift=-1,0.5 (up to 3)",
    )
    parser.add_argument(
        "--test-mark",
        action="store_true",
        help="a ruler and greys on each page, to see how the printer prints",
    )
    parser.add_argument(
        "--codes",
        choices=("svg", "png"),
        help="only the codes, a file each, into the folder --out: for signs of your own",
    )
    parser.add_argument(
        "--trial", action="store_true", help="only one page with the outlines of the labels, to try a paper"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the sheet, the codes or a trial page; every code has been read back."""
    from kiosk.authoring.labels import choose_labels

    paper = _choose_paper(arguments)
    if arguments.trial:
        return _write_trial(paper, arguments.out, out)
    labels = choose_labels(_collect(arguments), arguments.stops, arguments.languages)
    wish = _read_wish(arguments, paper)
    if arguments.codes:
        return _write_codes(labels, arguments, wish, out)
    return _write_sheet(labels, arguments.out, wish, out)


def _choose_paper(arguments: argparse.Namespace) -> LabelPaper:
    from kiosk.authoring.label_papers import CARDS, SIGN, get_paper

    standard = SIGN if arguments.single else CARDS
    paper = get_paper(arguments.paper) if arguments.paper else standard
    if arguments.single and paper.a_page > 1:
        raise _not_single(paper.name, paper.a_page)
    return replace(paper, shift_mm=arguments.shift)


def _read_wish(arguments: argparse.Namespace, paper: LabelPaper) -> LabelWish:
    from kiosk.authoring.label_wish import LabelWish

    return LabelWish(
        paper,
        distance_m=arguments.distance,
        size_mm=arguments.size,
        is_behind_glass=arguments.glass,
        copies=arguments.copies,
        skipped=arguments.skip,
        has_test_mark=arguments.test_mark,
    )


def _write_trial(paper: LabelPaper, file: Path, out: Output) -> int:
    from kiosk.authoring.label_sheet import write_trial_page

    write_trial_page(file, paper)
    words = f"Wrote the outlines of {paper.name} to {file}. Print it on plain paper and hold it against a sheet of labels."
    out.answer({"file": str(file), "paper": paper.name, "pages": 1}, words)
    return 0


def _write_codes(labels: Sequence[Label], arguments: argparse.Namespace, wish: LabelWish, out: Output) -> int:
    from kiosk.authoring.label_files import write_code_files

    files = write_code_files(labels, arguments.out, arguments.codes, wish)
    record = {"folder": str(arguments.out), "files": [file.name for file in files]}
    out.answer(record, f"Wrote {len(files)} codes into {arguments.out}; each was read back.")
    return 0


def _write_sheet(labels: Sequence[Label], file: Path, wish: LabelWish, out: Output) -> int:
    from kiosk.authoring.label_sheet import write_label_sheet

    sheet = write_label_sheet(labels, file, wish)
    out.answer(as_record(sheet, file), in_words(sheet, file))
    return 0


def _collect(arguments: argparse.Namespace) -> list[Label]:
    from kiosk.authoring.labels import collect_labels

    with opened_pack(arguments.pack, arguments.data) as (pack_id, library):
        sites = [site for site in library.sites("") if site.pack_id == pack_id]
        return [label for site in sites for label in collect_labels(library, site.id)]


def _not_single(name: str, a_page: int) -> KioskError:
    return KioskError(
        "No sheet was written",
        thing=f"paper {name}",
        expected="one label a page",
        found=f"{a_page}",
        remedy="leave --single out, or take A4, A5, A6, A3 or letter",
        code="authoring.paper-not-single",
    )


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("expected at least one, or several with commas between them")
    return names


def _metres(text: str) -> float:
    return _number(text, 0.25, 20.0, "metres")


def _millimetres(text: str) -> float:
    return _number(text, 5.0, 400.0, "millimetres")


def _number(text: str, least: float, most: float, unit: str) -> float:
    number = float(text)
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"expected {least:g} to {most:g} {unit}, found {text}")
    return number


def _shift(text: str) -> tuple[float, float]:
    right, down = (_number(part, -3.0, 3.0, "millimetres") for part in text.split(","))
    return right, down


def _copies(text: str) -> int:
    return _count(text, 1)


def _skipped(text: str) -> int:
    return _count(text, 0)


def _count(text: str, least: int) -> int:
    count = int(text)
    if not least <= count <= MOST_COPIES:
        raise argparse.ArgumentTypeError(f"expected {least} to {MOST_COPIES}, found {text}")
    return count
