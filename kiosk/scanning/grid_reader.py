"""Reads a code from its grid of modules: bent, leaning, dented or blurred ones that nobody else reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.finder_pairs import find_guessed_triples
from kiosk.scanning.finder_patterns import Finder, find_finders, find_hearts, merge_finders
from kiosk.scanning.finder_triples import Triple, find_triples, list_versions
from kiosk.scanning.module_grid import ModuleGrid
from kiosk.scanning.module_reading import is_likely, read_brightness
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.reader import Code
from kiosk.scanning.surfaces import fit_bent, fit_flat
from kiosk.scanning.symbol_layout import compute_dimension

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

_SMALLEST_SIDE_PX = 32
# How many ways of telling dark from light are tried before the grid is straightened, after, and after once more.
_WAYS_BY_ROUND = (1, 5, 15)


@dataclass(frozen=True, slots=True)
class GridRules:
    """Where finders are looked for, and how often a grid is laid.

    Attributes:
        times: How much larger the picture is made first.
        sides_px: The neighbourhoods (odd) whose mean dark and light are told apart by, one after another.
        triples: How many triples of finders are tried for each.
        guesses: How many triples whose third finder is guessed are tried after that.
    """

    times: float = 1
    sides_px: tuple[int, ...] = (31, 91)
    triples: int = 4
    guesses: int = 0


class GridReader:
    """Finds finder patterns by their shape, lays a grid through three of them, and reads its modules.

    ``may_go_on`` is asked before each costly step, so that reading keeps to the time there is.
    """

    def __init__(self, rules: GridRules | None = None) -> None:
        self._rules = rules or GridRules()

    def read(self, luminance: Plane, may_go_on: Callable[[], bool] = lambda: True) -> list[Code]:
        """Return the code read, or nothing. See Reader."""
        found = next((code for code in self.take_steps(luminance, may_go_on) if code is not None), None)
        return [] if found is None else [found]

    def take_steps(self, luminance: Plane, may_go_on: Callable[[], bool]) -> Iterator[Code | None]:
        """Read step by step: None after each that may take long; the code, where one is read, comes last."""
        if min(luminance.shape) < _SMALLEST_SIDE_PX:
            return
        for triple in self._list_triples(luminance):
            if triple is None:
                yield None
                continue
            code = _read_triple(luminance, triple, may_go_on)
            if code is not None:
                yield code
                return
            if not may_go_on():
                return

    def _list_triples(self, luminance: Plane) -> Iterator[Triple | None]:
        tried: set[tuple[int, ...]] = set()
        finders: list[Finder] = []
        scaled = _scale(luminance, self._rules.times)
        for side_px in self._rules.sides_px:
            dark = _darken(scaled, side_px)
            yield None
            hearts = find_hearts(dark)
            yield None
            found = find_finders(dark, hearts, 1 / self._rules.times)
            yield None
            finders = merge_finders((*finders, *found))
            yield from _leave_out(find_triples(finders, self._rules.triples), tried)
        yield from _leave_out(find_guessed_triples(finders)[: self._rules.guesses], tried)


def _leave_out(triples: Sequence[Triple], tried: set[tuple[int, ...]]) -> Iterator[Triple]:
    for triple in triples:
        if triple.place not in tried:
            tried.add(triple.place)
            yield triple


def _read_triple(luminance: Plane, triple: Triple, may_go_on: Callable[[], bool]) -> Code | None:
    for fit in (fit_flat, fit_bent):
        for version in list_versions(triple):
            surface = fit(triple, version)
            if surface is None:
                continue
            grid = ModuleGrid(luminance, surface, compute_dimension(version), triple.whole)
            code = _read_grid(grid, may_go_on)
            if code is not None or not may_go_on():
                return code
    return None


def _read_grid(grid: ModuleGrid, may_go_on: Callable[[], bool]) -> Code | None:
    """Read the modules, straighten the grid, read again; None where nothing is read or it is no code's grid."""
    for ways in _WAYS_BY_ROUND:
        brightness = grid.measure_modules()
        found = read_brightness(brightness, ways)
        if found is not None:
            return Code(found.text, grid.corners, "zxing", found.spare)
        if ways > _WAYS_BY_ROUND[0] and not is_likely(brightness):
            return None
        if not may_go_on():
            return None
        grid.straighten()
    return None


def _scale(luminance: Plane, times: float) -> Plane:
    if times == 1:
        return luminance
    cv2 = load_cv2()
    way = cv2.INTER_AREA if times < 1 else cv2.INTER_CUBIC
    scaled: Plane = cv2.resize(luminance, None, fx=times, fy=times, interpolation=way)
    return scaled


def _darken(luminance: Plane, side_px: int) -> Plane:
    """Return 255 where ``luminance`` is darker than its neighbourhood, else 0."""
    cv2 = load_cv2()
    dark: Plane = cv2.adaptiveThreshold(
        luminance, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, side_px, 3
    )
    return dark
