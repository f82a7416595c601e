"""Where a command's answers go: words for people, or one JSON object a line for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from kiosk.model.errors import KioskError


class Output:
    """Prints answers to ``stream`` and errors to ``errors``.

    With ``as_json`` every answer is one JSON object on a line of its own, and nothing else is
    printed to ``stream``.
    """

    def __init__(self, *, as_json: bool, stream: TextIO | None = None, errors: TextIO | None = None) -> None:
        self.as_json = as_json
        self._stream = stream if stream is not None else sys.stdout
        self._errors = errors if errors is not None else sys.stderr

    def answer(self, record: Mapping[str, Any], words: str) -> None:
        """Print one answer: ``record`` for programs, ``words`` for people."""
        _print(_format_json(record, self._stream) if self.as_json else words, self._stream)

    def note(self, words: str) -> None:
        """Print a remark that only people need (progress, a heading); silent with JSON."""
        if not self.as_json:
            _print(words, self._stream)

    def error(self, error: KioskError) -> None:
        """Print an error as one line for people, or as an object with the key ``error``."""
        if self.as_json:
            _print(_format_json({"error": error.as_dict()}, self._stream), self._stream)
        else:
            _print(f"kiosk: {error}", self._errors)


def _format_json(record: Mapping[str, Any], stream: TextIO) -> str:
    """Return one line of JSON, in the letters themselves where the stream can write them all."""
    text = json.dumps(record, ensure_ascii=False)
    return text if _as_written(text, stream) == text else json.dumps(record)


def _print(text: str, stream: TextIO) -> None:
    print(_as_written(text, stream), file=stream, flush=True)


def _as_written(text: str, stream: TextIO) -> str:
    """Return ``text`` with escapes for what the stream cannot write, as a file name that is no text."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
