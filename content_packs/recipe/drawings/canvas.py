"""A sheet of paper: collects flat shapes and writes them as one self-contained SVG file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, in as few characters as it takes."""
    text = f"{value:.1f}".removesuffix(".0")
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def outline(points: Sequence[Point], *, closed: bool = True) -> str:
    """SVG path data of straight lines through the points, in steps from each to the next."""
    data, last, steps = "", (0, 0), 0
    for at, (x, y) in enumerate(points):
        place = (round(x * 10), round(y * 10))
        if at and place == last:
            continue
        dx, dy = number((place[0] - last[0]) / 10), number((place[1] - last[1]) / 10)
        # A letter says "line to" once for all the steps that follow; a minus sign parts numbers by itself.
        mark = "M" if not at else "l" if steps == 0 else "" if dx.startswith("-") else " "
        data += f"{mark}{dx}{'' if dy.startswith('-') else ' '}{dy}"
        steps += bool(at)
        last = place
    return data + ("Z" if closed and data else "")


class Sheet:
    """One drawing under way. Shapes lie over each other in the order in which they are added."""

    def __init__(self, width: int = 1600, height: int = 1200) -> None:
        self.width, self.height = width, height
        self._parts: list[str] = []
        self._defs: list[str] = []

    def raw(self, markup: str) -> None:
        """Add markup as it is."""
        self._parts.append(markup)

    def path(
        self, data: str, fill: str, *, opacity: float = 1.0, seam: float = 0.0, evenodd: bool = False
    ) -> None:
        """Fill path data; `seam` px of its own colour around it hide hairlines between neighbours."""
        if not data:
            return
        data = data.replace(" -", "-")
        more = f' fill-opacity="{opacity:.2g}"' if opacity < 1 else ""
        more += f' stroke="{fill}" stroke-width="{seam:g}"' if seam else ""
        more += ' fill-rule="evenodd"' if evenodd else ""
        self._parts.append(f'<path d="{data}" fill="{fill}"{more}/>')

    def polygon(self, points: Sequence[Point], fill: str, *, opacity: float = 1.0, seam: float = 0.0) -> None:
        """Fill one polygon."""
        self.path(outline(points), fill, opacity=opacity, seam=seam)

    def polygons(self, shapes: Iterable[Sequence[Point]], fill: str, *, opacity: float = 1.0) -> None:
        """Fill many polygons as one shape, so that overlaps are not seen."""
        self.path("".join(outline(shape) for shape in shapes), fill, opacity=opacity)

    def stroke(
        self, lines: Iterable[Sequence[Point]], colour: str, width: float, *, opacity: float = 1.0
    ) -> None:
        """Draw many open lines with one pen."""
        data = "".join(outline(line, closed=False) for line in lines)
        if data:
            more = f' stroke-opacity="{opacity:.2g}"' if opacity < 1 else ""
            self._parts.append(
                f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:.1f}" '
                f'stroke-linecap="round" stroke-linejoin="round"{more}/>'
            )

    def ellipse(self, centre: Point, radii: Point, fill: str, *, opacity: float = 1.0) -> None:
        """Fill an ellipse."""
        more = f' fill-opacity="{opacity:.2g}"' if opacity < 1 else ""
        self._parts.append(
            f'<ellipse cx="{number(centre[0])}" cy="{number(centre[1])}" rx="{number(radii[0])}" '
            f'ry="{number(radii[1])}" fill="{fill}"{more}/>'
        )

    def gradient(self, start: Point, end: Point, stops: Sequence[tuple[float, str, float]]) -> str:
        """A paint that runs from start to end (px); stops are (place 0..1, colour, opacity)."""
        name = f"g{len(self._defs)}"
        marks = "".join(
            f'<stop offset="{place:g}" stop-color="{colour}" stop-opacity="{opacity:g}"/>'
            for place, colour, opacity in stops
        )
        self._defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{number(start[0])}" '
            f'y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}">{marks}</linearGradient>'
        )
        return f"url(#{name})"

    def open_clip(self, points: Sequence[Point]) -> None:
        """Until `close_group`, show only what falls inside the polygon."""
        name = f"c{len(self._defs)}"
        self._defs.append(f'<clipPath id="{name}"><path d="{outline(points)}"/></clipPath>')
        self._parts.append(f'<g clip-path="url(#{name})">')

    def open_group(self, opacity: float) -> None:
        """Until `close_group`, lay everything on together with one opacity."""
        self._parts.append(f'<g opacity="{opacity:.2f}">')

    def close_group(self) -> None:
        """End the last opened clip or group."""
        self._parts.append("</g>")

    def save(self, path: Path) -> None:
        """Write the drawing."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}">'
        )
        defs = f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""
        path.write_text("\n".join([head + defs, *self._parts, "</svg>"]) + "\n", encoding="utf-8")
