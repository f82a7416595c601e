"""What CUPS answers, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.passes.cups_link import CupsLink, find_socket
from kiosk.passes.cups_printer import (
    CANCEL_JOB,
    GET_DEFAULT,
    GET_JOB,
    GET_JOBS,
    GET_PRINTER,
    GET_PRINTERS,
    PRINT_JOB,
    CupsPrinter,
)
from kiosk.passes.media import Medium
from kiosk.passes.printer import JOB_NAME, PaperLook, PaperState
from tests.fakes.ipp_server import WELL, IppServer, make_answer

MEDIUM = Medium("custom_80x200mm_80x200mm", 80.0, 200.0)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[IppServer]:
    with IppServer(tmp_path / "s") as server:
        server.answers[GET_PRINTER] = make_answer(0, WELL)
        yield server


@pytest.fixture
def printer(server: IppServer) -> CupsPrinter:
    return CupsPrinter("receipt", CupsLink(server.place))


def tell(server: IppServer, **values: int | str) -> None:
    """Have the printer say something else of itself."""
    told = [(kind, name, values.get(name.replace("-", "_"), value)) for kind, name, value in WELL]
    server.answers[GET_PRINTER] = make_answer(0, told)


def refuse(printer: CupsPrinter) -> tuple[str, str]:
    with pytest.raises(KioskError) as refusal:
        printer.look()
    assert refusal.value.remedy
    return refusal.value.code, refusal.value.found


@pytest.mark.parametrize(
    ("values", "code", "found"),
    [
        ({"printer_state": 5, "printer_state_reasons": "media-empty-error"}, "printer-stopped", "no paper"),
        ({"printer_state": 5, "printer_state_reasons": "none"}, "printer-stopped", "it takes no papers"),
        ({"printer_is_accepting_jobs": 0}, "printer-stopped", "it takes no papers"),
        ({"media_default": "oe_stamp_20x30mm"}, "no-paper", "oe_stamp_20x30mm"),
    ],
)
def test_a_printer_that_prints_nothing_says_why(
    server: IppServer, printer: CupsPrinter, values: dict[str, int | str], code: str, found: str
) -> None:
    tell(server, **values)
    assert refuse(printer) == (f"passes.{code}", found)


def test_a_printer_nobody_knows(server: IppServer, printer: CupsPrinter) -> None:
    server.answers[GET_PRINTER] = make_answer(0x0406)
    server.answers[GET_PRINTERS] = make_answer(0, WELL)
    assert refuse(printer) == ("passes.no-printer", "this machine knows receipt")
    server.answers[GET_PRINTERS] = make_answer(0x0406)
    assert refuse(printer) == ("passes.no-printer", "this machine knows no printer")


def test_the_default_is_asked_for_by_what_it_is_called(server: IppServer) -> None:
    server.answers[GET_DEFAULT] = make_answer(0, WELL)
    server.answers[PRINT_JOB] = make_answer(0, [("number", "job-id", 12)])
    printer = CupsPrinter("default", CupsLink(server.place))
    assert printer.look().name == "receipt"
    assert printer.send(b"%PDF page", MEDIUM) == 12
    assert server.papers == [b"%PDF page"]


@pytest.mark.parametrize(
    ("number", "reason", "look"),
    [
        (3, "none", PaperLook(PaperState.WAITING)),
        (3, "paused", PaperLook(PaperState.WAITING, "somebody has stopped it")),
        (5, "media-low-warning", PaperLook(PaperState.PRINTING)),
        (5, "cover-open-error", PaperLook(PaperState.PRINTING, "its cover is open")),
        (5, "cover-open", PaperLook(PaperState.PRINTING, "its cover is open")),
        (8, "none", PaperLook(PaperState.FAILED)),
        (9, "none", PaperLook(PaperState.DONE)),
        (99, "none", PaperLook(PaperState.FAILED)),
    ],
)
def test_how_a_paper_stands(
    server: IppServer, printer: CupsPrinter, number: int, reason: str, look: PaperLook
) -> None:
    tell(server, printer_state_reasons=reason)
    server.answers[GET_JOB] = make_answer(0, [("enum", "job-state", number)])
    assert printer.follow(7) == look


def test_a_paper_that_cups_has_forgotten_was_printed(server: IppServer, printer: CupsPrinter) -> None:
    server.answers[GET_JOB] = server.answers[CANCEL_JOB] = make_answer(0x0406)
    assert printer.follow(7) == PaperLook(PaperState.DONE)
    printer.remove(7)


def test_only_our_own_papers_are_swept(server: IppServer, printer: CupsPrinter) -> None:
    jobs: list[list[tuple[str, str, int | str]]] = [
        [("number", "job-id", 1), ("name", "job-name", JOB_NAME)],
        [("number", "job-id", 2), ("name", "job-name", "a letter of the office's")],
        [("name", "job-name", JOB_NAME)],
    ]
    server.answers[GET_JOBS] = make_answer(0, *jobs)
    assert printer.sweep() == 1 and server.asked.count(CANCEL_JOB) == 1


def test_the_socket_is_where_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/somewhere/sock")
    assert find_socket() == Path("/somewhere/sock")
    monkeypatch.setenv("CUPS_SERVER", "another.machine:631")
    assert find_socket().name == "cups.sock", "nothing is sent over a network"
