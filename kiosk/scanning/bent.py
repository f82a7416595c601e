"""A card bent round a pillar: where each point of the frame falls on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]
    Places = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """A pinhole camera before a wall.

    Attributes:
        lens: (3, 3) from directions before the camera to pixels.
        turn: (3, 3) from directions on the wall (right, down, away from the camera) to those before the camera.
        distance_mm: How far the camera is from the point of the wall it looks at.
    """

    lens: Matrix
    turn: Matrix
    distance_mm: float

    @property
    def wall_to_frame(self) -> Matrix:
        """The map (3 by 3) from millimetres on the wall (right, down) to pixels."""
        import numpy as np

        place = np.column_stack([self.turn[:, 0], self.turn[:, 1], [0, 0, self.distance_mm]])
        matrix: Matrix = self.lens @ place
        return matrix


def find_bent_places(
    pose: Pose, radius_mm: float, middle_mm: float, left: int, top: int, size_px: tuple[int, int]
) -> tuple[Places, Places]:
    """Return where on the card the frame's points fall, in mm along it (from its middle) and down the wall.

    The pillar stands upright, touches the wall's plane at ``middle_mm`` from its left and bulges from there backwards.
    The points are those of the frame's part at ``left``, ``top`` of ``size_px`` (width, height). Where the pillar is not
    hit the places are far off any card.
    """
    import numpy as np

    width_px, height_px = size_px
    x, y = np.meshgrid(np.arange(left, left + width_px), np.arange(top, top + height_px))
    points = np.stack([x, y, np.ones_like(x)]).reshape(3, -1).astype(np.float64)
    rays = pose.turn.T @ np.linalg.inv(pose.lens) @ points
    eye = -pose.turn.T @ np.array([0, 0, pose.distance_mm])
    reach, is_hit = _meet_pillar(eye, rays, radius_mm, middle_mm)
    sideways = np.clip((eye[0] + reach * rays[0] - middle_mm) / radius_mm, -1, 1)
    along = np.where(is_hit, radius_mm * np.arcsin(sideways), 1e6)
    down = eye[1] + reach * rays[1]
    shape = (height_px, width_px)
    return along.reshape(shape).astype(np.float32), down.reshape(shape).astype(np.float32)


def _meet_pillar(
    eye: Matrix, rays: Matrix, radius_mm: float, middle_mm: float
) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """Return how many times each ray reaches to the pillar's near side, and whether it meets it at all."""
    import numpy as np

    from_axis_x, from_axis_z = eye[0] - middle_mm, eye[2] - radius_mm
    a = rays[0] ** 2 + rays[2] ** 2
    half_b = from_axis_x * rays[0] + from_axis_z * rays[2]
    c = from_axis_x**2 + from_axis_z**2 - radius_mm**2
    under_root = half_b**2 - a * c
    reach: Matrix = (-half_b - np.sqrt(np.maximum(under_root, 0))) / a
    return reach, under_root > 0
