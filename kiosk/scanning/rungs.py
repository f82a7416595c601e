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
        PreparedLook("global", ZxingReader(is_global=True), prepare_as_is, 0.9),
        PreparedLook("half-dark", zxing, partial(prepare_half, 4.0), 0.6),
        GridLook("grid-half", GridReader(GridRules(times=0.5, sides_px=(31, 91), triples=2)), 5.0),
        PreparedLook("near", zxing, partial(prepare_near, 1.5), 3.0),
        PreparedLook("half-sharp", zxing, prepare_half_sharp, 1.0),
        PreparedLook("wide", zxing, partial(prepare_stretched, 1.6, 1.0), 3.2),
        PreparedLook("tall", zxing, partial(prepare_stretched, 1.0, 1.6), 3.2),
        PreparedLook("square", zxing, prepare_square, 3.0),
        GridLook("grid", GridReader(GridRules(times=1, sides_px=(31, 91))), 18.0),
        PreparedLook("two-levels", zxing, prepare_two_levels, 3.2),
        PreparedLook("dark", zxing, partial(prepare_brightness, 3.0), 1.8),
        PreparedLook("bright", zxing, partial(prepare_brightness, 0.5), 2.2),
        PreparedLook("nearer", zxing, partial(prepare_near, 2.0), 4.5),
        PreparedLook("half-dim", zxing, partial(prepare_half, 2.0), 0.6),
        PreparedLook("half-bright", ZxingReader(is_global=True), partial(prepare_half, 0.5), 0.6),
        PreparedLook("sharp", zxing, partial(prepare_sharp, 1.5), 4.5),
        PreparedLook("soft", zxing, partial(prepare_sharp, 3.0), 6.0),
        PreparedLook("larger", zxing, partial(prepare_larger, 1.5), 12.0),
        PreparedLook("as-is", PyzbarReader(), prepare_as_is, 20.0),
        PreparedLook("two-levels-large", zxing, prepare_two_levels_large, 14.0),
        GridLook("grid-large", GridReader(GridRules(times=2, sides_px=(31, 61))), 70.0),
        GridLook("grid-guessed", GridReader(GridRules(times=0.5, triples=0, guesses=12)), 40.0),
        GridLook("grid-guessed-large", GridReader(GridRules(times=2, triples=0, guesses=6)), 100.0),
    )
