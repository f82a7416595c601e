from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.visits import reserve
from kiosk.visits.reserve import RESERVE_BYTES, Reserve


def test_it_is_really_there_and_given_back_once(tmp_path: Path) -> None:
    path = tmp_path / "events.reserve"
    held = Reserve(path)
    held.ensure()
    assert path.stat().st_blocks * 512 >= RESERVE_BYTES
    assert held.release()
    assert not held.release()


def test_it_is_not_taken_from_a_disk_that_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reserve, "LEAVE_FREE_BYTES", 2**60)
    Reserve(tmp_path / "events.reserve").ensure()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    Reserve(tmp_path / "gone" / "events.reserve").ensure()
