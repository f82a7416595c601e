"""Drawing in depth: a camera, a sun, flat faces and walls, all in metres (x right, y away, z up)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from canvas import Point, Sheet, outline
from colour import INK, Stuff

Spot = tuple[float, float, float]
NEAR_M = 0.2


def unit(vector: Spot) -> Spot:
    """The vector at length one."""
    length = math.sqrt(sum(part * part for part in vector)) or 1.0
    return (vector[0] / length, vector[1] / length, vector[2] / length)


def dot(first: Spot, second: Spot) -> float:
    """The scalar product."""
    return first[0] * second[0] + first[1] * second[1] + first[2] * second[2]


def hull(points: Sequence[Point]) -> list[Point]:
    """The convex outline of points, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))

    def half(line: Iterable[Point]) -> list[Point]:
        kept: list[Point] = []
        for x, y in line:
            while len(kept) > 1 and (kept[-1][0] - kept[-2][0]) * (y - kept[-2][1]) <= (
                kept[-1][1] - kept[-2][1]
            ) * (x - kept[-2][0]):
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return half(ordered) + half(reversed(ordered))


@dataclass(frozen=True)
class Camera:
    """Where the draughtsman stands. `yaw` 0 looks along +y; `pitch` above 0 looks up; `focal` in px."""

    eye: Spot
    focal: float
    centre: Point = (800.0, 600.0)
    yaw: float = 0.0
    pitch: float = 0.0

    def turn(self, spot: Spot) -> Spot:
        """The spot as (right, ahead, up) of the eye."""
        x, y, z = (spot[at] - self.eye[at] for at in range(3))
        cos_yaw, sin_yaw = math.cos(self.yaw), math.sin(self.yaw)
        x, y = x * cos_yaw - y * sin_yaw, x * sin_yaw + y * cos_yaw
        cos_pitch, sin_pitch = math.cos(self.pitch), math.sin(self.pitch)
        return (x, y * cos_pitch + z * sin_pitch, z * cos_pitch - y * sin_pitch)

    def project(self, spots: Sequence[Spot], *, closed: bool = True) -> list[Point]:
        """The spots on paper; what lies behind the eye is cut off."""
        turned = [self.turn(spot) for spot in spots]
        if any(spot[1] < NEAR_M for spot in turned):
            turned = _cut(turned, closed=closed)
        cx, cy = self.centre
        return [(cx + self.focal * x / y, cy - self.focal * z / y) for x, y, z in turned]


def _cut(spots: Sequence[Spot], *, closed: bool) -> list[Spot]:
    kept: list[Spot] = []
    for at, spot in enumerate(spots):
        before = spots[at - 1]
        if (at or closed) and (before[1] < NEAR_M) != (spot[1] < NEAR_M):
            share = (NEAR_M - before[1]) / (spot[1] - before[1])
            kept.append(
                (before[0] + (spot[0] - before[0]) * share, NEAR_M, before[2] + (spot[2] - before[2]) * share)
            )
        if spot[1] >= NEAR_M:
            kept.append(spot)
    return kept


class Scene:
    """A sheet, a camera and a sun (unit vector towards it)."""

    def __init__(self, sheet: Sheet, camera: Camera, sun: Spot = (-0.86, -0.3, 0.4)) -> None:
        self.sheet, self.camera, self.sun = sheet, camera, unit(sun)

    def light(self, normal: Spot) -> float:
        """How bright (0..1) a face is that looks along the normal."""
        towards = dot(unit(normal), self.sun)
        return 0.13 + 0.07 * max(0.0, unit(normal)[2]) + 0.8 * max(0.0, towards) + 0.06 * min(0.0, towards)

    def faces_eye(self, spot: Spot, normal: Spot) -> bool:
        """Whether the front of a face through the spot is seen."""
        eye = self.camera.eye
        return dot((eye[0] - spot[0], eye[1] - spot[1], eye[2] - spot[2]), normal) > 0

    def face(self, spots: Sequence[Spot], fill: str, *, opacity: float = 1.0, seam: float = 0.0) -> None:
        """Fill a polygon in space."""
        self.sheet.polygon(self.camera.project(spots), fill, opacity=opacity, seam=seam)

    def faces(self, shapes: Iterable[Sequence[Spot]], fill: str, *, opacity: float = 1.0) -> None:
        """Fill many polygons in space as one shape."""
        self.sheet.polygons([self.camera.project(shape) for shape in shapes], fill, opacity=opacity)

    def lines(
        self, lines: Iterable[Sequence[Spot]], colour: str, width: float, *, opacity: float = 1.0
    ) -> None:
        """Draw open lines in space; the pen's width is in px."""
        self.sheet.stroke(
            [self.camera.project(line, closed=False) for line in lines], colour, width, opacity=opacity
        )

    def cast(
        self, spots: Sequence[Spot], *, ground_m: float = 0.0, colour: str = INK, opacity: float = 0.42
    ) -> None:
        """Lay the shadow of a convex body, given by its corners, on level ground."""
        fallen = []
        for x, y, z in spots:
            run = (z - ground_m) / self.sun[2]
            fallen.append((x - self.sun[0] * run, y - self.sun[1] * run))
        self.face([(x, y, ground_m) for x, y in hull(fallen)], colour, opacity=opacity)


class Wall:
    """An upright face from `left` to `right` (as seen from outside), drawn in its own (u, v) metres."""

    def __init__(self, scene: Scene, left: Point, right: Point, foot_m: float = 0.0) -> None:
        self.scene, self.left, self.foot_m = scene, left, foot_m
        self.length_m = math.dist(left, right)
        self._along = ((right[0] - left[0]) / self.length_m, (right[1] - left[1]) / self.length_m)
        self.normal: Spot = (self._along[1], -self._along[0], 0.0)

    def spot(self, u: float, v: float, out: float = 0.0) -> Spot:
        """A place in space: u along, v above the foot, `out` before the face."""
        along, normal = self._along, self.normal
        return (
            self.left[0] + along[0] * u + normal[0] * out,
            self.left[1] + along[1] * u + normal[1] * out,
            self.foot_m + v,
        )

    def spots(self, points: Iterable[Point], out: float = 0.0) -> list[Spot]:
        """Places in space of (u, v) points."""
        return [self.spot(u, v, out) for u, v in points]

    @property
    def seen(self) -> bool:
        """Whether its outer side looks at the camera."""
        return self.scene.faces_eye(self.spot(0, 0), self.normal)

    @property
    def light(self) -> float:
        """How bright its face is, 0..1."""
        return self.scene.light(self.normal)

    def paper(self, points: Sequence[Point], out: float = 0.0, *, closed: bool = True) -> list[Point]:
        """(u, v) points on paper."""
        return self.scene.camera.project(self.spots(points, out), closed=closed)

    def fill(self, points: Sequence[Point], colour: str, *, out: float = 0.0, opacity: float = 1.0) -> None:
        """Fill a polygon on the wall."""
        self.scene.sheet.polygon(self.paper(points, out), colour, opacity=opacity)

    def fill_all(
        self, shapes: Iterable[Sequence[Point]], colour: str, *, out: float = 0.0, opacity: float = 1.0
    ) -> None:
        """Fill many polygons on the wall as one shape."""
        self.scene.sheet.polygons([self.paper(shape, out) for shape in shapes], colour, opacity=opacity)

    def pierced(self, points: Sequence[Point], holes: Iterable[Sequence[Point]], colour: str) -> None:
        """Fill a polygon that has openings."""
        data = "".join(outline(self.paper(shape)) for shape in (points, *holes))
        self.scene.sheet.path(data, colour, evenodd=True)

    def draw(
        self,
        lines: Iterable[Sequence[Point]],
        colour: str,
        width: float,
        *,
        opacity: float = 1.0,
        out: float = 0.0,
    ) -> None:
        """Draw open lines on the wall; the pen's width is in px."""
        papers = [self.paper(line, out, closed=False) for line in lines]
        self.scene.sheet.stroke(papers, colour, width, opacity=opacity)

    def reveal(
        self, curve: Sequence[Point], depth_m: float, stuff: Stuff, *, dim: float = 0.0, out: float = 0.0
    ) -> None:
        """Draw the thickness of the wall inside an opening whose outline runs from left foot over the top to the right."""
        for (u0, v0), (u1, v1) in itertools.pairwise(curve):
            inward = (v1 - v0, u0 - u1)
            normal = (self._along[0] * inward[0], self._along[1] * inward[0], inward[1])
            if self.scene.faces_eye(self.spot(u0, v0, out), normal):
                shape = [self.spot(u0, v0, out), self.spot(u1, v1, out), self.spot(u1, v1, out - depth_m)]
                shape.append(self.spot(u0, v0, out - depth_m))
                self.scene.face(shape, stuff.at(self.scene.light(normal) - dim), seam=0.8)


def box(u0: float, v0: float, u1: float, v1: float) -> list[Point]:
    """A rectangle's corners."""
    return [(u0, v0), (u0, v1), (u1, v1), (u1, v0)]
