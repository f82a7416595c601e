"""The site's small emblem: an abstract tower in an arch, white on nothing."""

from __future__ import annotations

from arches import ogee, widened
from canvas import Point, Sheet
from space import box

WHITE = "#ffffff"


def wordmark() -> Sheet:
    """A tower of five storeys inside a pointed arch, on a base line."""
    sheet = Sheet(480, 480)

    def up(points: list[Point]) -> list[Point]:
        return [(x, 440 - y) for x, y in points]

    arch = ogee(240, 250, 190, 205)
    sheet.raw(f'<g fill="none" stroke="{WHITE}" stroke-linejoin="round" stroke-linecap="round">')
    for curve, pen in ((widened(arch, 38), 15), (widened(arch, 14), 5)):
        data = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in up(curve))
        sheet.raw(f'<path d="{data}" stroke-width="{pen}"/>')
    sheet.raw("</g>")
    low = 0.0
    for tall, foot, top in ((118, 33, 25), (64, 23, 18.5), (50, 17, 13.5), (32, 12.5, 10), (28, 9.5, 7)):
        for left, right in ((-1.0, -0.42), (-0.26, 0.26), (0.42, 1.0)):
            sheet.polygon(
                up(
                    [
                        (240 + left * foot, low),
                        (240 + left * top, low + tall),
                        (240 + right * top, low + tall),
                        (240 + right * foot, low),
                    ]
                ),
                WHITE,
            )
        ledge = top + 7
        sheet.polygon(up(box(240 - ledge, low + tall + 3, 240 + ledge, low + tall + 8)), WHITE)
        low += tall + 11
    sheet.polygon(up(box(62, -16, 418, -4)), WHITE)
    return sheet
