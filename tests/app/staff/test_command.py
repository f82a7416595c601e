"""``kiosk staff pin`` as staff type it, and as a script does."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.staff.pin import StaffPin


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def set_pin(
    monkeypatch: pytest.MonkeyPatch,
    data: Path,
    stdin: io.StringIO,
    *answers: str,
    options: tuple[str, ...] = (),
) -> int:
    left = list(answers)
    monkeypatch.setattr("sys.stdin", stdin)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: left.pop(0))
    return main(["staff", "pin", "--data", str(data), *options])


def test_it_is_asked_for_twice_at_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert set_pin(monkeypatch, tmp_path / "new", Terminal(), "246813", "246813") == 0
    assert StaffPin(tmp_path / "new").check("246813")


def test_two_that_differ_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, tmp_path, Terminal(), "246813", "246831") == 1
    assert "[app.pin-form]" in capsys.readouterr().err
    assert not StaffPin(tmp_path).is_set


def test_a_script_writes_it_to_standard_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_pin(monkeypatch, tmp_path, io.StringIO("2468\r\n"), options=("--json",)) == 0
    assert json.loads(capsys.readouterr().out) == {"result": "set"}
    assert StaffPin(tmp_path).check("2468")


def test_a_guide_that_runs_takes_the_new_one_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    running = StaffPin(tmp_path)
    running.set("1357")
    set_pin(monkeypatch, tmp_path, io.StringIO("2468\n"))
    assert running.check("2468") and not running.check("1357")
