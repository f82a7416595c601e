"""``kiosk guide evaluate``: how good suggestions and tours would be at a place whose visits were recorded."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.guide.evaluate.evaluation import Score
    from kiosk.guide.evaluate.trails import Trails

_EPILOG = (
    "With --json each way of suggesting gives {way, hr_1, hr_5, hr_10, mrr, coverage, tour_f1, tour_pairs_f1, counted_tour_f1,"
    " counted_tour_pairs_f1, moments, tours}: the first is the guide itself, as it runs on a device, then four plain ones. Every"
    " figure is 0 to 1, the mean of the parts. Tours: all ways are given the first stop of a visit and the same minutes, those"
    " that the visit is reckoned to take; the counted ones as many stops as it had."
)
_ASKED: Final = "Tours of all ways begin at a visit's first stop and take the minutes that it is reckoned to take; of n: they have as many stops."
_MOST_FOLDS: Final = 20
_MOST_TOURS: Final = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, and how it is tried."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "trails", type=Path, metavar="TRAILS.json", help="recorded visits: items, visits, visitor"
    )
    parser.add_argument(
        "--folds",
        type=_within(2, _MOST_FOLDS),
        default=5,
        metavar="N",
        help="put the visitors into so many parts; each is tried with what the others say (default: %(default)s)",
    )
    parser.add_argument(
        "--tours",
        type=_within(0, _MOST_TOURS),
        default=20,
        metavar="N",
        help="plan so many visits of each part as well, 0 for none (default: %(default)s)",
    )
    parser.add_argument(
        "--least",
        type=_within(1, 1_000),
        default=1,
        metavar="N",
        help="leave counts below this out of what is learnt, as a hub does with small ones (default: %(default)s)",
    )
    parser.add_argument(
        "--seed",
        type=_within(0, 10**9),
        default=0,
        metavar="N",
        help="which visitors go together (default: 0)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print a row for the guide and each of the plain ways; 0 where there was something to try, else 1."""
    from kiosk.guide.evaluate.evaluation import evaluate

    trails = _read(arguments.trails)
    for remark in _tell_left_out(trails):
        out.note(remark)
    scores = evaluate(trails, arguments.folds, arguments.seed, arguments.least, arguments.tours)
    if not scores[0].moments:
        raise KioskError(
            "Nothing was evaluated",
            thing=str(arguments.trails),
            expected="visits that go on from one item to another",
            found="none",
            remedy="record more visits",
            code="app.nothing-to-evaluate",
        )
    out.note(_head(trails, scores[0], arguments.folds))
    for score in scores:
        out.answer(score.as_dict(), _row(score))
    return 0


def _read(path: Path) -> Trails:
    from kiosk.guide.evaluate.trails import MAX_TRAILS_BYTES, parse_trails

    try:
        with path.open("rb") as file:
            content = file.read(MAX_TRAILS_BYTES + 1)
    except OSError as error:
        raise KioskError(
            "The trails were not read",
            thing=str(path),
            found=error.strerror or str(error),
            remedy="name a file in the form of docs/how-to/evaluate-suggestions.md",
            code="app.trails-not-read",
        ) from error
    return parse_trails(content, path.name)


def _tell_left_out(trails: Trails) -> list[str]:
    told = {
        f"{trails.unknown_items} stays were left out: their item is not in the list.": trails.unknown_items,
        f"{trails.bad_stays} stays were left out: they have no time.": trails.bad_stays,
        f"{trails.negative_stays} stays end before they begin: they count as short.": trails.negative_stays,
    }
    return [words for words, count in told.items() if count]


def _head(trails: Trails, score: Score, folds: int) -> str:
    visitors = len({trail.visitor for trail in trails.trails})
    about = (
        f"{trails.name}: {len(trails.items)} items, {len(trails.trails):,} visits of {visitors:,} visitors in {folds} parts;"
        f" {score.moments:,} steps and {score.tours_made:,} tours tried"
    )
    return f"{about}\n{_ASKED}\n{'':22}{'HR@1':>7}{'HR@5':>7}{'HR@10':>7}{'MRR':>7}{'coverage':>10}{'tour F1':>9}{'pairs-F1':>10}{'F1 of n':>9}{'pairs of n':>12}"


def _row(score: Score) -> str:
    rates = "".join(f"{score.hit_rate(cut):7.3f}" for cut in (1, 5, 10))
    found = (score.tour_f1(), score.pairs_f1(), score.tour_f1(counted=True), score.pairs_f1(counted=True))
    tours = "".join(
        f"{f'{one:.3f}' if score.tours_made else '-':>{width}}"
        for one, width in zip(found, (9, 10, 9, 12), strict=True)
    )
    return f"{score.name:22}{rates}{score.reciprocal_rank:7.3f}{score.coverage:10.2f}{tours}"


def _within(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text[:12]) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least} to {most}")

    return parse
