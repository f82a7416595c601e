"""The QML lint knows the view-models' real properties, and notices a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.lint_qml import lint
from tests.house.qml_types import write_types

RIGHT = """import QtQuick
import HeritageKiosk

Text {
    text: Look.language
    font.pixelSize: 10 * Look.text_scale
}
"""


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("qml")
    write_types(folder)
    return folder


def test_right_qml_is_clean(types: Path, tmp_path: Path) -> None:
    page = tmp_path / "Page.qml"
    page.write_text(RIGHT, encoding="utf-8")
    result = lint([page], types)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Look.language", "Look.langauge"),
        ("import HeritageKiosk\n", ""),
        ("font.pixelSize", "font.pixelsize"),
        ("10 * Look.text_scale", "stranger.size"),
    ],
)
def test_wrong_qml_is_noticed(types: Path, tmp_path: Path, right: str, wrong: str) -> None:
    page = tmp_path / "Page.qml"
    page.write_text(RIGHT.replace(right, wrong), encoding="utf-8")
    result = lint([page], types)
    assert result.returncode != 0
    assert "Page.qml" in result.stdout + result.stderr
