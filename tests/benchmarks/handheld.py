"""Pictures as a hand-held camera sees them hang on a wall: turned, near or far, dim, blurred, cut off, covered, with glare."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import cos, pi, radians, sin
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kiosk.scanning.optics import Optics, expose

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

FRAME_PX = (1280, 720)
WAYS = ("plain", "view", "scale", "light", "blur", "partial", "covered", "glare", "everything")
_FOCAL_PX = 1000.0  # of a tablet's camera: 65 degrees across 1280 px


@dataclass(frozen=True, slots=True)
class Shot:
    """How a picture is taken.

    Attributes:
        tilt_deg: Between the camera's axis and the picture's normal.
        tilt_towards_deg: In which direction the picture leans away.
        roll_deg: How far the camera is turned about its own axis.
        fill: The picture's longer side relative to the frame's, before the tilt.
        shift: Where its middle is, in frames from the frame's middle (x, y).
        covered: The share of the picture behind somebody or something.
        optics: What the lens and the sensor do.
        contrast: 1 as it is; less for a faded or hazy view.
        shade: How much darker one side is than the other, 0 to 1.
    """

    tilt_deg: float = 0.0
    tilt_towards_deg: float = 0.0
    roll_deg: float = 0.0
    fill: float = 0.8
    shift: tuple[float, float] = (0.0, 0.0)
    covered: float = 0.0
    optics: Optics = field(default_factory=Optics)
    contrast: float = 1.0
    shade: float = 0.0


def draw_shot(way: str, random: np.random.Generator) -> Shot:
    """Return a shot with one difficulty (``view`` ... ``glare``), with none, or with a little of ``everything``."""
    base = Shot(
        tilt_deg=random.uniform(0, 15),
        tilt_towards_deg=random.uniform(0, 360),
        roll_deg=random.uniform(-8, 8),
        fill=random.uniform(0.6, 0.9),
        shift=(random.uniform(-0.06, 0.06), random.uniform(-0.06, 0.06)),
        optics=Optics(
            light=random.uniform(0.6, 1.1), defocus_px=random.uniform(0, 0.8), grain=random.uniform(2, 4)
        ),
    )
    optics = base.optics
    match way:
        case "view":
            return replace(base, tilt_deg=random.uniform(20, 40), roll_deg=random.uniform(-25, 25))
        case "scale":
            return replace(
                base, fill=float(random.choice((random.uniform(0.3, 0.5), random.uniform(1.1, 1.6))))
            )
        case "light":
            dim = replace(optics, light=random.uniform(0.12, 0.4), grain=random.uniform(3, 5))
            return replace(base, optics=dim, shade=random.uniform(0.3, 0.8), contrast=random.uniform(0.5, 1))
        case "blur":
            moved = replace(
                optics,
                defocus_px=random.uniform(0.8, 2.5),
                motion_px=random.uniform(0, 10),
                motion_deg=random.uniform(0, 180),
            )
            return replace(base, optics=moved)
        case "partial":
            turn = random.uniform(0, 2 * pi)
            return replace(base, fill=random.uniform(0.9, 1.3), shift=(0.4 * cos(turn), 0.4 * sin(turn)))
        case "covered":
            return replace(base, covered=0.2)
        case "glare":
            lamp = replace(
                optics,
                glare=random.uniform(0.6, 1),
                glare_x=random.uniform(0.3, 0.7),
                glare_y=random.uniform(0.3, 0.7),
            )
            return replace(base, optics=lamp)
        case "everything":
            mixed = replace(
                optics,
                light=random.uniform(0.3, 1),
                defocus_px=random.uniform(0.3, 1.5),
                motion_px=random.uniform(0, 5),
                motion_deg=random.uniform(0, 180),
                glare=random.choice((0, 0, random.uniform(0.3, 0.8))),
                glare_x=random.uniform(0.2, 0.8),
                glare_y=random.uniform(0.2, 0.8),
            )
            return replace(
                base,
                tilt_deg=random.uniform(0, 35),
                roll_deg=random.uniform(-15, 15),
                fill=random.uniform(0.45, 1.1),
                shift=(random.uniform(-0.15, 0.15), random.uniform(-0.15, 0.15)),
                covered=float(random.choice((0, 0.1, 0.2))),
                optics=mixed,
                shade=random.uniform(0, 0.5),
            )
    return base


def photograph(picture: Plane, shot: Shot, random: np.random.Generator) -> Plane:
    """Return the frame's luminance, 720 by 1280, in which ``picture`` ((height, width, 3), blue first) hangs on a wall."""
    scene = _paint_wall(random)
    hung = _cover(picture, shot.covered, random)
    across = _project(picture.shape[1], picture.shape[0], shot)
    inside = cv2.warpPerspective(np.full(picture.shape[:2], 255, np.uint8), across, FRAME_PX)
    # Shrunk by its Gaussian levels first: a lens averages what one of its pixels sees.
    warped = cv2.warpPerspective(_smooth_for(hung, across), across, FRAME_PX, flags=cv2.INTER_LINEAR)
    alpha = inside[..., None].astype(np.float32) / 255
    mixed = scene * (1 - alpha) + warped * alpha
    lean = np.linspace(1 - shot.shade, 1, FRAME_PX[0], dtype=np.float32)[None, :, None]
    mixed = (mixed - 110) * shot.contrast + 110
    lit = np.clip(mixed * (lean if random.random() < 0.5 else lean[:, ::-1]), 0, 255).astype(np.uint8)
    frame = cv2.cvtColor(expose(lit, shot.optics, random), cv2.COLOR_BGR2GRAY)
    packed = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(75, 95))])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)


def _project(width_px: int, height_px: int, shot: Shot) -> np.ndarray:
    frame_w, frame_h = FRAME_PX
    scale = min(frame_w * shot.fill / width_px, frame_h * shot.fill / height_px)
    away, roll, tilt = radians(shot.tilt_towards_deg), radians(shot.roll_deg), radians(shot.tilt_deg)
    axis = np.array([cos(away), sin(away), 0.0])
    turn = cv2.Rodrigues(axis * tilt)[0] @ cv2.Rodrigues(np.array([0.0, 0.0, roll]))[0]
    corners = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float32)
    centred = np.c_[(corners - (width_px / 2, height_px / 2)) * scale, np.zeros(4)] @ turn.T
    depth = _FOCAL_PX + centred[:, 2]
    middle = np.array([frame_w * (0.5 + shot.shift[0]), frame_h * (0.5 + shot.shift[1])])
    seen = (centred[:, :2] * (_FOCAL_PX / depth)[:, None] + middle).astype(np.float32)
    across: np.ndarray = cv2.getPerspectiveTransform(corners, seen)
    return across


def _smooth_for(picture: Plane, across: np.ndarray) -> Plane:
    corners = np.array([[[0, 0], [1, 0]]], np.float32) + np.array(picture.shape[1::-1], np.float32) / 2
    seen = cv2.perspectiveTransform(corners, across)[0]
    shrink = 1 / max(1e-3, float(np.linalg.norm(seen[1] - seen[0])))
    return picture if shrink < 1.3 else np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.4 * shrink), np.uint8)


def _cover(picture: Plane, share: float, random: np.random.Generator) -> Plane:
    """Return ``picture`` with ``share`` of it behind a head, an arm or a post."""
    if share <= 0:
        return picture
    height_px, width_px = picture.shape[:2]
    covered = picture.copy()
    colour = tuple(int(value) for value in random.integers(20, 200, 3))
    if random.random() < 0.5:
        wide = round(width_px * share)
        left = int(random.integers(0, width_px - wide))
        cv2.rectangle(covered, (left, 0), (left + wide, height_px), colour, -1)
    else:
        radius = round((share * width_px * height_px / pi) ** 0.5)
        where = (
            int(random.integers(radius, width_px - radius + 1)) if width_px > 2 * radius else width_px // 2,
            int(random.integers(radius, height_px - radius + 1))
            if height_px > 2 * radius
            else height_px // 2,
        )
        cv2.circle(covered, where, radius, colour, -1)
    return covered


def _paint_wall(random: np.random.Generator) -> Plane:
    width_px, height_px = FRAME_PX
    base = random.integers(60, 200, 3).astype(np.float32)
    rough = random.normal(0, random.uniform(2, 14), (height_px // 4, width_px // 4)).astype(np.float32)
    stone = cv2.resize(rough, FRAME_PX, interpolation=cv2.INTER_CUBIC)
    wall: Plane = np.clip(base[None, None, :] + stone[..., None], 0, 255).astype(np.uint8)
    for _ in range(int(random.integers(0, 5))):
        left, top = int(random.integers(0, width_px)), int(random.integers(0, height_px))
        size = (left + int(random.integers(20, 300)), top + int(random.integers(20, 300)))
        cv2.rectangle(wall, (left, top), size, tuple(int(v) for v in random.integers(0, 255, 3)), -1)
    return wall
