"""Every page in every language, text size and shape: nothing is clipped, too small to touch or beyond the edge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.fake_hub_link import FakeHubLink
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_place import FakePlace
from tests.fakes.fake_printer import FakePrinter
from tests.screens.conftest import OpenShell
from tests.screens.label_stages import make_rounds
from tests.screens.measure import find_faults, polish
from tests.screens.staff_stages import make_desk, walk_staff
from tests.screens.stages import LANGUAGES, SHAPES, TEXT_SCALES, walk

LOOKS = [
    (shape, language, scale)
    for shape in SHAPES
    for language in LANGUAGES
    for scale in TEXT_SCALES
    if scale != 1.5 or shape == "portrait"
]
"""Every shape and language; the middle size of text where it is tightest."""


@pytest.mark.parametrize(("shape", "language", "scale"), LOOKS)
def test_nothing_is_clipped_small_or_out_of_reach(
    open_guide: OpenShell, settle: Callable[[], None], tmp_path: Path, shape: str, language: str, scale: float
) -> None:
    width_px, height_px = SHAPES[shape]
    printer = FakePrinter(tmp_path / "tray")
    shell, fakes = open_guide(width_px=width_px, height_px=height_px, place=FakePlace(), printer=printer)
    shell.models.look.choose_text_scale(scale)
    root = shell.window.rootObject()

    def lay_out() -> None:
        settle()
        polish(root)

    faults: list[str] = []
    for stage in walk(shell, fakes, language, lay_out):
        faults += [f"{stage}: {fault}" for fault in find_faults(root)]
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize(("shape", "language", "scale"), LOOKS)
def test_nothing_of_staffs_is_clipped_small_or_out_of_reach(
    open_guide: OpenShell, settle: Callable[[], None], shape: str, language: str, scale: float
) -> None:
    width_px, height_px = SHAPES[shape]
    rounds = make_rounds(FakeLibrary())
    shell, fakes = open_guide(
        width_px=width_px,
        height_px=height_px,
        staff=make_desk(),
        hub=FakeHubLink(),
        rounds=rounds,
        closes=True,
    )
    shell.models.look.choose_text_scale(scale)
    root = shell.window.rootObject()

    def lay_out() -> None:
        settle()
        polish(root)

    faults: list[str] = []
    for stage in walk_staff(shell, fakes, language, lay_out):
        faults += [f"{stage}: {fault}" for fault in find_faults(root)]
    assert shell.models.look.property("text_scale") == 1.0, "the next visitor's text has its usual size"
    assert not faults, "\n".join(dict.fromkeys(faults))
