"""Runs ``kiosk pack ...`` in this process and keeps what it said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main


class Kiosk:
    """Runs ``kiosk pack ...`` on one device; ``said`` is what it printed."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys
        self.said = ""

    def pack(self, *words: str | Path) -> int:
        status = main(["pack", *(str(word) for word in words), "--data", str(self.data)])
        captured = self._capsys.readouterr()
        self.said = captured.out + captured.err
        return status

    def objects(self, *words: str | Path) -> list[dict[str, Any]]:
        self.pack(*words, "--json")
        return [json.loads(line) for line in self.said.splitlines()]
