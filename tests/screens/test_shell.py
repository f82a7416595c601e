"""The window: it opens, is touched, is photographed, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.screens.renderer import has_graphics_processor
from tests.screens.conftest import OpenShell


def test_touching_what_is_not_there_is_told(open_guide: OpenShell) -> None:
    shell, _ = open_guide()
    with pytest.raises(LookupError, match="nothing to touch is called 'play' on page 'attract'"):
        shell.tap("play")


def test_what_is_below_the_edge_is_scrolled_to_before_it_is_touched(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, _ = open_guide()
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.show("browse")
    settle()
    shell.tap("stop-qutb/smith-folly")
    settle()
    assert shell.page == "stop"


def test_a_picture_of_the_screen_is_saved_or_the_reason_told(open_guide: OpenShell, tmp_path: Path) -> None:
    shell, _ = open_guide(width_px=320, height_px=200)
    shell.grab(tmp_path / "screen.png")
    assert (tmp_path / "screen.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(KioskError) as refused:
        shell.grab(tmp_path / "nowhere" / "screen.png")
    assert refused.value.code == "screens.not-saved"


def test_two_windows_show_two_visits(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    one, _ = open_guide()
    other, _ = open_guide()
    one.models.flow.begin()
    settle()
    assert (one.page, other.page) == ("language", "attract")


def test_a_render_node_means_a_graphics_processor(tmp_path: Path) -> None:
    assert not has_graphics_processor(tmp_path / "absent")
    (tmp_path / "renderD128").touch()
    assert has_graphics_processor(tmp_path)
