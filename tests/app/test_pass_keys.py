"""The pass keys that the hub gave are there at once, and what is damaged is told to staff."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.app.pass_keys import PassKeys
from kiosk.app.ticket_keys import KeyShelf
from kiosk.model.errors import KioskError
from kiosk.seals.paper_keys import PLACE, PaperKeys, PassKey, keep_paper_keys


def test_keys_are_there_when_the_hub_gave_them(tmp_path: Path) -> None:
    told: list[KioskError] = []
    keys = PassKeys(KeyShelf(tmp_path), told.append)
    assert keys() == ()
    keep_paper_keys(tmp_path, PaperKeys(1, passes=(PassKey(1, b"a" * 32),)))
    assert keys() == ((1, b"a" * 32),)
    keep_paper_keys(tmp_path, PaperKeys(2, passes=(PassKey(2, b"b" * 32), PassKey(1, b"a" * 32))))
    os.utime(tmp_path / PLACE, ns=(1, 1))
    assert [number for number, _secret in keys()] == [2, 1]
    assert not told


def test_a_damaged_file_is_told_once_and_no_pass_is_offered(tmp_path: Path) -> None:
    told: list[KioskError] = []
    keys = PassKeys(KeyShelf(tmp_path), told.append)
    (tmp_path / PLACE).parent.mkdir()
    (tmp_path / PLACE).write_bytes(b"\xff nonsense")
    assert keys() == () and keys() == ()
    assert [error.code for error in told] == ["seals.paper-keys-damaged"]
