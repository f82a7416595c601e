"""``kiosk hub account``: passwords come from a terminal, a file or a pipe, and never from the command line."""

from __future__ import annotations

import getpass
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from tests.fakes.asgi_person import PASSWORD


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def hub(tmp_path: Path) -> list[str]:
    return ["--database", str(tmp_path / "hub.db"), "--json"]


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["hub", "account", *words])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def type_in(monkeypatch: pytest.MonkeyPatch, *passwords: str) -> None:
    answers: Iterator[str] = iter(passwords)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda *_, **__: next(answers))


def test_an_account_is_made_listed_shut_and_opened(
    hub: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert run(capsys, "list", *hub) == (0, [])
    pipe(monkeypatch, f"{PASSWORD}\r\nmore".encode())
    status, (made,) = run(capsys, "add", "Asha", "--role", "operator", *hub)
    assert (status, made["name"], made["role"], made["disabled"]) == (0, "asha", "operator", False)
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    words = ("add", "ravi", "--role", "site", "--site", "qutb", "--password-file", str(file))
    assert run(capsys, *words, *hub)[1][0]["site"] == "qutb"
    assert [one["name"] for one in run(capsys, "list", *hub)[1]] == ["asha", "ravi"]
    assert run(capsys, "disable", "RAVI", *hub)[1][0]["disabled"] is True
    assert run(capsys, "enable", "ravi", *hub)[1][0]["disabled"] is False


def test_at_a_terminal_it_is_asked_for_twice(
    hub: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, PASSWORD, PASSWORD)
    assert run(capsys, "add", "asha", "--role", "operator", *hub)[0] == 0
    type_in(monkeypatch, PASSWORD, "another long one")
    status, (refused,) = run(capsys, "password", "asha", *hub)
    assert (status, refused["error"]["code"]) == (1, "app.password-not-read")
    type_in(monkeypatch, "another long one", "another long one")
    assert run(capsys, "password", "asha", *hub)[0] == 0


@pytest.mark.parametrize(
    ("words", "content", "code"),
    [
        (("add", "a", "--role", "operator"), b"", "app.password-not-read"),
        (("add", "a", "--role", "operator"), b"\xff\xff\n", "app.password-not-read"),
        (("add", "a", "--role", "operator", "--password-file", "/none"), b"", "app.password-not-read"),
        (("add", "a", "--role", "operator"), b"short\n", "hub.account-refused"),
        (("add", "a", "--role", "site"), PASSWORD.encode(), "hub.account-refused"),
        (("password", "nobody"), PASSWORD.encode(), "hub.account-unknown"),
        (("disable", "nobody"), b"", "hub.account-unknown"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_code(
    hub: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    content: bytes,
    code: str,
) -> None:
    pipe(monkeypatch, content)
    status, (refused,) = run(capsys, *words, *hub)
    assert (status, refused["error"]["code"]) == (1, code)
