"""The ladder's rungs in the order in which they pay, each with what it costs."""

from __future__ import annotations

from functools import partial

from kiosk.scanning.grid_reader import GridReader, GridRules
from kiosk.scanning.looks import GridLook, Look, PreparedLook
from kiosk.scanning.preparations import (
    prepare_as_is,
    prepare_brightness,
    prepare_half,
    prepare_half_sharp,
    prepare_larger,
    prepare_near,
    prepare_parts,
    prepare_sharp,
    prepare_square,
    prepare_stretched,
    prepare_two_levels,
    prepare_two_levels_large,
)
from kiosk.scanning.pyzbar_reader import PyzbarReader
from kiosk.scanning.zxing_reader import ZxingReader


def make_looks() -> tuple[Look, ...]:
    """Return the looks in the order in which they pay (codes gained for time spent), best first.

    Each is kept because ``python -m tests.benchmarks.bench_scanning`` shows what it adds; the figure beside it is
    its median processor time for a megapixel, in milliseconds.
    """
    zxing = ZxingReader()
    return (
        PreparedLook("global", ZxingReader(is_global=True), prepare_as_is, 1.0),
        PreparedLook("square", zxing, prepare_square, 0.5),
        PreparedLook("half-dark", zxing, partial(prepare_half, 4.0), 0.7),
        GridLook("grid-half", GridReader(GridRules(times=0.5, sides_px=(31, 91), triples=2)), 8.0),
        PreparedLook("half-dim", zxing, partial(prepare_half, 2.0), 0.8),
        PreparedLook("near", zxing, partial(prepare_near, 1.5), 3.0),
        PreparedLook("half-sharp", zxing, prepare_half_sharp, 1.3),
        PreparedLook("bright", zxing, partial(prepare_brightness, 0.5), 2.4),
        PreparedLook("dark", zxing, partial(prepare_brightness, 3.0), 2.0),
        PreparedLook("parts", zxing, prepare_parts, 4.0),
        PreparedLook("wide", zxing, partial(prepare_stretched, 1.6, 1.0), 3.5),
        PreparedLook("two-levels", zxing, prepare_two_levels, 4.0),
        PreparedLook("nearer", zxing, partial(prepare_near, 2.0), 4.5),
        PreparedLook("tall", zxing, partial(prepare_stretched, 1.0, 1.6), 3.5),
        PreparedLook("soft", zxing, partial(prepare_sharp, 3.0), 6.0),
        PreparedLook("sharp", zxing, partial(prepare_sharp, 1.5), 4.5),
        PreparedLook("half-bright", ZxingReader(is_global=True), partial(prepare_half, 0.5), 0.6),
        GridLook("grid-guessed", GridReader(GridRules(times=0.5, triples=0, guesses=12)), 15.0),
        GridLook("grid", GridReader(GridRules(times=1, sides_px=(31, 91))), 30.0),
        PreparedLook("as-is", PyzbarReader(), prepare_as_is, 20.0),
        PreparedLook("two-levels-large", zxing, prepare_two_levels_large, 17.0),
        PreparedLook("larger", zxing, partial(prepare_larger, 1.5), 11.0),
        GridLook("grid-large", GridReader(GridRules(times=2, sides_px=(31, 61))), 110.0),
        GridLook("grid-guessed-large", GridReader(GridRules(times=2, triples=0, guesses=6)), 150.0),
    )
