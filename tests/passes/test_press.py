"""Papers one after the other, each followed to its end, and nothing of any left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.passes import press as press_module
from kiosk.passes.media import Medium
from kiosk.passes.press import PassPaper, Press
from kiosk.passes.printer import PaperState
from tests.fakes.fake_printer import FakePrinter

PAGE = b"%PDF of a page"


class Wish:
    """A paper, and how it went."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.problem: KioskError | None = None
        self.paper = PassPaper(self._make, self._done)

    def _make(self, medium: Medium) -> bytes:
        assert medium.width_mm == 80
        return PAGE

    def _done(self, problem: KioskError | None) -> None:
        self.problem = problem
        self.over.set()

    def wait(self) -> str:
        assert self.over.wait(10)
        return "" if self.problem is None else self.problem.code


@pytest.fixture
def printer(tmp_path: Path) -> FakePrinter:
    return FakePrinter(tmp_path / "tray")


@pytest.fixture
def told() -> list[KioskError]:
    return []


@pytest.fixture
def press(printer: FakePrinter, told: list[KioskError], monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    monkeypatch.setattr(press_module, "POLL_S", 0.01)
    press = Press(printer, told.append)
    yield press
    press.close()


def put(press: Press) -> Wish:
    wish = Wish()
    press.put(wish.paper)
    return wish


def test_papers_come_out_one_after_the_other(press: Press, printer: FakePrinter) -> None:
    assert [wish.wait() for wish in (put(press), put(press))] == ["", ""]
    assert len(printer.printed) == 2 and printer.removed == [1, 2] and printer.spool == {}


def test_what_a_guide_that_was_killed_left_is_removed_at_the_start(
    press: Press, printer: FakePrinter
) -> None:
    printer.spool[7] = PAGE, printer.look().medium
    press.start()
    press.start()
    assert put(press).wait() == ""
    assert printer.swept == 1 and printer.spool == {}


@pytest.mark.parametrize(
    ("state", "hindrance", "found"),
    [
        (PaperState.PRINTING, "its cover is open", "its cover is open"),
        (PaperState.FAILED, "", "the printing system gave it up"),
        (PaperState.WAITING, "", "it did not come out in time"),
    ],
)
def test_a_paper_that_does_not_come_is_taken_back_and_staff_are_told(
    press: Press,
    printer: FakePrinter,
    told: list[KioskError],
    monkeypatch: pytest.MonkeyPatch,
    *,
    state: PaperState,
    hindrance: str,
    found: str,
) -> None:
    monkeypatch.setattr(press_module, "STUCK_S", 0.05)
    monkeypatch.setattr(press_module, "PATIENCE_S", 0.2)
    printer.state, printer.hindrance = state, hindrance
    assert put(press).wait() == "passes.paper-not-printed"
    assert told[0].found == found and printer.removed == [1]


def test_a_hindrance_that_passes_is_waited_for(press: Press, printer: FakePrinter) -> None:
    printer.state, printer.hindrance = PaperState.PRINTING, "it does not answer"
    wish = put(press)
    assert not wish.over.wait(0.1), "many printers say so while they warm up"
    printer.state, printer.hindrance = PaperState.DONE, ""
    assert wish.wait() == ""


def test_the_end_takes_back_what_waits_and_waits_for_nobody(press: Press, printer: FakePrinter) -> None:
    printer.state = PaperState.PRINTING
    wish = put(press)
    while not printer.spool:
        wish.over.wait(0.01)
    press.close()
    assert printer.spool == {} and wish.over.is_set()


def test_who_left_before_it_was_sent_gets_none(press: Press, printer: FakePrinter) -> None:
    printer.state = PaperState.PRINTING
    first, second = put(press), put(press)
    press.let_go()
    printer.state = PaperState.DONE
    assert (first.wait(), second.wait()) == ("", "")
    assert len(printer.printed) == 1
