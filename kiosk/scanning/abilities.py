"""What a camera can do beside giving frames."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CameraAbilities:
    """What of a camera a visitor or the scanner may use, and what staff are told of it.

    Attributes:
        has_torch: Whether it has a light that can be switched on.
        faces_user: Whether it looks at whoever stands before the screen, who then expects to see a mirror.
            Frames are never mirrored, only what is shown of them.
        name: What its maker calls it; "" for a file.
        layout: How its pictures come, in the words of whoever opened it, such as ``NV12``; "" before the first.
    """

    has_torch: bool = False
    faces_user: bool = False
    name: str = ""
    layout: str = ""


NO_ABILITIES = CameraAbilities()
"""Of a file, and of a camera that says nothing of itself."""
