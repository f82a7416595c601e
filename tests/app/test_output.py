"""What a command prints, on whatever it prints to."""

from __future__ import annotations

import io
import json

import pytest

from kiosk.app.output import Output
from kiosk.model.errors import KioskError


def print_to(encoding: str, *, as_json: bool, name: str) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    out = Output(as_json=as_json, stream=stream, errors=stream)
    out.answer({"file": name}, f"Wrote {name}")
    out.note(f"Reading {name}")
    out.error(KioskError("Not read", thing=name, code="a.b"))
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("name", ["plain", "كتاب 🙂", "no text \udcff"])
def test_any_file_name_can_be_printed(encoding: str, name: str) -> None:
    assert print_to(encoding, as_json=False, name=name).count("\n") == 3
    answer, error = map(json.loads, print_to(encoding, as_json=True, name=name).splitlines())
    assert answer == {"file": name}
    assert error["error"]["thing"] == name


def test_words_are_written_as_they_are_where_that_can_be() -> None:
    assert print_to("utf-8", as_json=False, name="كتاب").startswith("Wrote كتاب\n")
