"""Every word of the interface is there in every language of ``assets/translations``."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest

HOUSE = Path(__file__).parents[2]
TRANSLATIONS = sorted((HOUSE / "assets" / "translations").glob("kiosk_*.ts"))


@pytest.mark.parametrize("translation", TRANSLATIONS, ids=lambda path: path.stem)
def test_every_word_of_the_interface_is_translated(translation: Path, tmp_path: Path) -> None:
    """Qt's own tool reads the code: what it would add to the file, or take out, is missing or stale."""
    renewed = tmp_path / translation.name
    shutil.copy(translation, renewed)
    qt = find_spec("PySide6")
    assert qt is not None and qt.origin is not None
    tool = Path(qt.origin).parent / "lupdate"
    screens = HOUSE / "kiosk" / "screens"
    words = ["-silent", "-locations", "none", "-extensions", "qml,py", str(screens), "-ts", str(renewed)]
    subprocess.run([tool, *words], check=True, capture_output=True)
    messages = list(ElementTree.parse(renewed).iter("message"))
    assert len(messages) > 100
    assert [find_fault(message) for message in messages if find_fault(message)] == []


def find_fault(message: ElementTree.Element) -> str:
    """Return the words of a message that is missing, stale, or empty in one of its forms; "" for one that is well."""
    translation = message.find("translation")
    assert translation is not None
    texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
    is_well = translation.get("type") is None and all(text and text.strip() for text in texts)
    return "" if is_well else message.findtext("source", "?")
