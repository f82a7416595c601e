"""The visitor's window, opened over a device with what this installation brings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.memory import give_back
from kiosk.screens.shell import Shell, ShellOptions, open_shell

if TYPE_CHECKING:
    from kiosk.app.device import Device

LANDSCAPE_PX = (1280, 800)
# For authors, who read the manual in English too.
PREVIEW_WORDS = "Preview: nobody has signed this content. Visitors never see it."


def open_window(
    device: Device,
    *,
    size_px: tuple[int, int] = LANDSCAPE_PX,
    full_screen: bool = False,
    theme: str = "gallery",
    reduced_motion: bool = False,
    language: str = "en",
    preview: bool = False,
    self_voicing: str = "offer",
) -> Shell:
    """Open the window; the voice is made ready at the first touch, not before the first frame."""
    root = _root()
    shell = open_shell(
        device.rooms,
        ShellOptions(
            width_px=size_px[0],
            height_px=size_px[1],
            full_screen=full_screen,
            theme=theme,
            reduced_motion=reduced_motion,
            language=language,
            preview=PREVIEW_WORDS if preview else "",
            self_voicing=self_voicing,
            translations=root / "build" / "translations",
            icons=root / "assets" / "icons",
        ),
    )
    shell.models.flow.changed.connect(lambda: device.voice.warm_up() if shell.models.flow.visiting else None)
    shell.models.flow.ended.connect(lambda _reason: give_back())
    shell.models.door.left.connect(give_back)
    flow = shell.models.flow
    # Once the home page is shown: the language has been chosen, and a first story is some seconds away.
    flow.changed.connect(
        lambda: device.voice.prepare(flow.journey.language) if flow.journey and flow.is_at_site else None
    )
    flow.changed.connect(lambda: device.content.note_visitor(present=flow.is_visiting))
    give_back()
    return shell


def _root() -> Path:
    """Return the folder that holds ``assets`` and what was built: the checkout, or a bundle's inside."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).parents[2]
