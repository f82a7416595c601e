"""Faults around a pass on paper: a printing system that is away, hangs, lies or is full, and a guide that is killed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.passes import cups_link
from kiosk.passes.cups_link import MOST_ANSWER_BYTES, CupsLink
from kiosk.passes.cups_printer import CANCEL_JOB, GET_JOB, GET_PRINTER, PRINT_JOB, CupsPrinter
from kiosk.passes.media import Medium
from kiosk.passes.press import Press
from tests.fakes.cups_server import PRINTER, CupsServer, find_missing
from tests.fakes.ipp_server import WELL, IppServer, make_answer

HOUSE = Path(__file__).resolve().parents[2]
MEDIUM = Medium("custom_80x200mm_80x200mm", 80.0, 200.0)
PATIENCE_S = 20.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[IppServer]:
    with IppServer(tmp_path / "s") as server:
        server.answers[GET_PRINTER] = make_answer(0, WELL)
        server.answers[PRINT_JOB] = make_answer(0, [("number", "job-id", 5)])
        server.answers[GET_JOB] = make_answer(0, [("enum", "job-state", 9)])
        yield server


def start_child(place: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.paper_child", str(place), *words],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (b"", "no message"),
        (b"<html>not found</html>", "no message"),
        (make_answer(0)[:-1], "no message"),
        (make_answer(0), "a paper without a number"),
        (make_answer(0, [("name", "job-id", "5")]), "a paper without a number"),
        (make_answer(0x0500), "its disk may be full"),
        (413, "its disk may be full"),
        (401, "does not let this account print"),
        (b"\x02" * (MOST_ANSWER_BYTES + 5), "HTTP 200"),
    ],
)
def test_whatever_the_printing_system_answers_is_told_in_words(
    server: IppServer, answer: bytes | int, found: str
) -> None:
    server.answers[PRINT_JOB] = answer
    printer = CupsPrinter(PRINTER, CupsLink(server.place))
    with pytest.raises(KioskError) as refusal:
        printer.send(b"%PDF page", MEDIUM)
    assert refusal.value.code == "passes.printer-unclear" and found in refusal.value.found


def test_a_printing_system_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups_link, "PATIENCE_S", 0.1)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "s"))
        deaf.listen()
        began = time.monotonic()
        with pytest.raises(KioskError) as refusal:
            CupsPrinter(PRINTER, CupsLink(tmp_path / "s")).look()
        assert time.monotonic() - began < 5
    assert refusal.value.code == "passes.printer-away"


def test_with_a_disk_that_takes_no_byte_the_pass_is_printed(server: IppServer) -> None:
    child = start_child(server.place, "full")
    assert child.communicate(timeout=PATIENCE_S)[0].split() == ["printed"]
    [paper] = server.papers
    assert paper.startswith(b"%PDF") and paper.rstrip().endswith(b"%%EOF")
    assert server.asked[-1] == CANCEL_JOB, "and nothing of it is kept there"


@pytest.mark.skipif(find_missing() != "", reason=f"no CUPS to be had: {find_missing()} not here")
def test_a_guide_that_is_killed_while_printing_leaves_nothing_once_it_is_back() -> None:
    with CupsServer() as server:
        spool = server.root / "spool"
        child = start_child(server.socket, "held")
        wait_until(lambda: any(spool.glob("d*")))
        child.kill()
        assert child.communicate(timeout=PATIENCE_S)[0] == ""
        assert any(spool.glob("d*")), (
            "it waits there, and would come out when somebody lets the printer go on"
        )
        told: list[KioskError] = []
        press = Press(CupsPrinter(PRINTER, CupsLink(server.socket)), told.append)
        press.start()
        wait_until(lambda: not any(spool.glob("[cd]0*")))
        press.close()
        server.go_on()
        assert not server.tray.exists() and told == []
