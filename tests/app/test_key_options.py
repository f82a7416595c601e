"""Where a pass-phrase comes from: a terminal that does not show it, a file, or the environment; nowhere else."""

from __future__ import annotations

import argparse
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.key_options import add_key_arguments, default_keys_folder, make_ask
from kiosk.model.errors import KioskError

# Makes what it is given the terminal of the process that it then becomes.
TAKE_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
PATIENCE_S = 60.0


def at_terminal(answers: list[tuple[str, str]], *words: str | Path, data: Path) -> tuple[int, str]:
    """Run ``kiosk`` at a terminal, and type each answer when its question stands there; return status and screen."""
    master, slave = pty.openpty()
    program = [sys.executable, "-c", TAKE_TERMINAL, sys.executable, "-m", "kiosk", *words, "--data", data]
    with subprocess.Popen(program, stdin=slave, stdout=slave, stderr=slave) as process:
        os.close(slave)
        screen, left = "", list(answers)
        waiting_for = screen
        while piece := read_piece(master):
            screen += piece
            waiting_for += piece
            if left and left[0][0] in waiting_for:
                os.write(master, f"{left.pop(0)[1]}\n".encode())
                waiting_for = ""
        os.close(master)
        return process.wait(PATIENCE_S), screen


def read_piece(terminal: int) -> str:
    """Return what the program has written, "" at its end."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE_S)
    try:
        return os.read(terminal, 4096).decode() if ready else ""
    except OSError:  # the program has let go of its terminal
        return ""


def test_a_person_is_asked_twice_and_sees_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_PASSPHRASE", raising=False)
    again = "The same again: "
    status, screen = at_terminal(
        [
            ("Pass-phrase: ", "mill wheel turns"),
            (again, "mill whel turns"),
            ("Pass-phrase: ", "mill wheel turns"),
            (again, "mill wheel turns"),
        ],
        *("keys", "new", "--name", "Mill", "--keys", tmp_path / "keys"),
        data=tmp_path / "data",
    )
    assert status == 0, screen
    assert "four or five words" in screen
    assert "The two were not the same" in screen
    assert "turns" not in screen
    assert (tmp_path / "keys/metadata/timestamp.json").exists()


def test_somebody_is_asked_whether_the_fingerprint_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", "mill wheel turns")
    stick = tmp_path / "stick"
    for words in (["keys", "new", "--name", "Mill"], ["pack", "publish", "--to", str(stick)]):
        assert main([*words, "--keys", str(tmp_path / "keys")]) == 0
    capsys.readouterr()
    for answer, wanted in (("no", 1), ("yes", 0)):
        status, screen = at_terminal(
            [("yes or no: ", answer)], "keys", "trust", stick, data=tmp_path / "device"
        )
        assert "Does exactly this stand on the paper" in screen
        assert status == wanted, screen


def test_the_first_line_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mill wheel turns\nnot this\n")
    assert make_ask(tmp_path / "secret")("museum", True) == "mill wheel turns"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    with pytest.raises(KioskError) as raised:
        make_ask(tmp_path / "secret")("museum", False)
    assert raised.value.code == "packs.passphrase-missing"


def test_nobody_to_ask(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KIOSK_PASSPHRASE", raising=False)
    with (tmp_path / "empty").open("w+") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        with pytest.raises(KioskError) as raised:
            make_ask(None)("museum", False)
    assert raised.value.code == "packs.passphrase-missing"
    assert "--passphrase-file" in raised.value.remedy


def test_an_empty_variable_is_no_passphrase(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_PASSPHRASE", "")
    assert main(["keys", "new", "--name", "Mill", "--keys", str(tmp_path / "keys")]) == 1
    assert "[packs.passphrase-unfit]" in capsys.readouterr().err


def test_a_passphrase_is_never_an_argument() -> None:
    parser = argparse.ArgumentParser()
    add_key_arguments(parser, sign_with=True)
    options = {option for action in parser._actions for option in action.option_strings}
    assert options == {"-h", "--help", "--keys", "--passphrase-file", "--sign-with"}


def test_where_the_keys_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KIOSK_KEYS", str(tmp_path / "mine"))
    assert default_keys_folder() == tmp_path / "mine"
    monkeypatch.delenv("KIOSK_KEYS")
    assert default_keys_folder().name == "heritage-kiosk-keys"
