from __future__ import annotations

import sys

import numpy as np
import pytest
import segno

from kiosk.scanning.pyzbar_reader import PyzbarReader, is_pyzbar_usable, repair_charset


@pytest.mark.parametrize("charset", ["shift_jis", "big5", "latin-1"])
@pytest.mark.parametrize("text", ["é", "قطب منار", "कुतुब मीनार", "Tür 7", "Étage – 2"])
def test_utf_8_taken_for_another_charset_is_undone(text: str, charset: str) -> None:
    try:
        garbled = text.encode("utf-8").decode(charset)
    except UnicodeDecodeError:
        pytest.skip(f"this text is no possible {charset}")
    assert repair_charset(garbled) == text


@pytest.mark.parametrize("text", ["", "HTTPS://Q.EXAMPLE/1", "日本語", "東京タワー", "کتاب", "naïve", "Ω"])
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert repair_charset(text) == text


def test_it_is_never_used_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not is_pyzbar_usable()
    code = np.kron(np.array([*segno.make("A", micro=False).matrix_iter(border=4)]), np.ones((6, 6)))
    assert PyzbarReader().read(np.where(code > 0, 0, 255).astype(np.uint8)) == []


def test_a_machine_without_the_library_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyzbar.pyzbar", None)
    assert not is_pyzbar_usable()
