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
        text = json.dumps(record, ensure_ascii=False) if self.as_json else words
        print(text, file=self._stream, flush=True)

    def note(self, words: str) -> None:
        """Print a remark that only people need (progress, a heading); silent with JSON."""
        if not self.as_json:
            print(words, file=self._stream, flush=True)

    def error(self, error: KioskError) -> None:
        """Print an error as one line for people, or as an object with the key ``error``."""
        if self.as_json:
            print(json.dumps({"error": error.as_dict()}, ensure_ascii=False), file=self._stream, flush=True)
        else:
            print(f"kiosk: {error}", file=self._errors, flush=True)
