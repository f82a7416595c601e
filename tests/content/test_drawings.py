"""The packs' drawings show themselves and nothing else: no code, no text, nothing fetched, and light enough to load at once."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

PACKS = Path(__file__).resolve().parents[2] / "content_packs"
DRAWINGS = sorted(PACKS.glob("*/media/*.svg"))
MOST_BYTES = 500_000
SVG = "{http://www.w3.org/2000/svg}"
# What the drawings are made of. A list of what may be there refuses what nobody thought of.
SHAPES = {"svg", "defs", "g", "path", "ellipse", "circle", "rect", "line", "polygon", "polyline"}
PAINTS = {"linearGradient", "radialGradient", "stop", "clipPath"}


@pytest.fixture(params=DRAWINGS, ids=lambda path: f"{path.parents[1].name}/{path.stem}")
def drawing(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_there_are_drawings() -> None:
    assert len(DRAWINGS) >= 20


def test_a_drawing_is_light(drawing: Path) -> None:
    assert 0 < drawing.stat().st_size < MOST_BYTES


def test_a_drawing_holds_shapes_alone(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert "<!" not in text and "<?xml-stylesheet" not in text
    root = ElementTree.fromstring(text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= SHAPES | PAINTS
    assert not [element.tag for element in root.iter() if (element.text or "").strip()]


def test_a_drawing_asks_for_nothing_from_outside(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    names = {attribute.rpartition("}")[2].lower() for element in root.iter() for attribute in element.attrib}
    assert "href" not in names and "style" not in names
    assert not [name for name in names if name.startswith("on")]
    assert set(re.findall(r"url\(\s*([^)]*)\)", text)) <= {f"#{name}" for name in names_of(root)}
    assert text.count("://") == text.count('xmlns="http://www.w3.org/2000/svg"') == 1


def test_a_drawing_says_its_size(drawing: Path) -> None:
    root = ElementTree.fromstring(drawing.read_text(encoding="utf-8"))
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == (width, height)


def test_a_focus_lies_in_the_picture() -> None:
    for file in sorted(PACKS.glob("*/stops/*/stop.toml")):
        for image in tomllib.loads(file.read_text(encoding="utf-8"))["images"]:
            x, y = image["focus"]
            assert 0.2 <= x <= 0.8 and 0.2 <= y <= 0.8, (file.parent.name, image["file"])


def names_of(root: ElementTree.Element) -> set[str]:
    return {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
