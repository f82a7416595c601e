"""A visitor has the pass printed: it says what is in it, a guide reads it, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument

from kiosk.authoring.label_pdf import render_pages
from kiosk.model.errors import KioskError
from kiosk.passes import press
from kiosk.passes.code import parse_pass
from kiosk.passes.printer import PaperState
from kiosk.passes.visit_pass import VisitPass
from kiosk.scanning.zxing_reader import ZxingReader
from kiosk.screens.pass_paper import MOST_PAPERS, MOST_TRIES, REST_MS
from tests.fakes.fake_printer import FakePrinter
from tests.features.test_visit_pass import KEYS, leave, see, visit
from tests.screens.conftest import open_guide, settle, translations, wait_until
from tests.screens.seeker import MINAR, PILLAR, Seeker

__all__ = ["open_guide", "settle", "translations", "visit"]


@pytest.fixture
def printer(tmp_path: Path) -> FakePrinter:
    return FakePrinter(tmp_path / "tray")


@pytest.fixture
def at_the_end(visit: Callable[..., Seeker], printer: FakePrinter) -> Callable[..., Seeker]:
    """A visitor who has seen two stops and looks at the code of the pass."""

    def begin(*, larger: bool = False, **words: Any) -> Seeker:
        visitor = visit(printer=printer, **words)
        if larger:
            visitor.touch("text-size")
        flow = visitor.shell.models.flow
        for stop in (MINAR, PILLAR):
            flow.open_stop(stop, "list")
            visitor.fakes.clock.step(40_000)
        flow.end("leave")
        visitor.touch("take-pass")
        return visitor

    return begin


def state(visitor: Seeker) -> str:
    return str(visitor.shell.models.pass_paper.property("state"))


def wait_for(visitor: Seeker, wanted: str) -> None:
    wait_until(lambda: state(visitor) == wanted)
    visitor.rest()


def has_printed(printer: FakePrinter, papers: int) -> bool:
    return len(printer.printed) == papers


def wish(visitor: Seeker) -> None:
    """Touch the button, some time after any touch before."""
    visitor.fakes.clock.step(REST_MS)
    visitor.touch("pass-print")


def remove_once(words: str, line: str) -> str:
    line = "".join(line.split())
    assert line in words, line
    return words.replace(line, "", 1)


def read_words(pdf: Path) -> str:
    """Return what is written on the paper, without white space."""
    document = QPdfDocument()
    document.load(str(pdf))
    words = document.getAllText(0).text()
    document.close()
    return "".join(words.split())


def read_code(pdf: Path) -> VisitPass:
    page = next(render_pages(pdf, 203))
    texts = [read.text for read in ZxingReader().read(page)]
    assert len(texts) == 1
    return parse_pass(texts[0], dict(KEYS).get)


def test_i_have_my_pass_printed_and_it_says_what_is_in_it(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    visitor = at_the_end(larger=True)
    assert visitor.reads("pass-print") == "Print it"
    wish(visitor)
    wait_for(visitor, "printed")
    assert visitor.reads("pass-print-said") == "Your paper is at the printer. Take it with you."
    held = read_code(printer.find_page(1))
    assert (held.language, held.access.text_percent) == ("en", 150)
    assert held.list_seen([MINAR, PILLAR]) == {MINAR, PILLAR}
    words = read_words(printer.find_page(1))
    for line in (
        "Your visit pass",
        "Show it at your next visit, here or at another site: the guide is then set up as you like it.",
        "In the pass",
        *visitor.reads("pass-words").splitlines(),
        "The pass has no last day.",
        "No name, no account. It is nowhere but on this paper.",
    ):
        words = remove_once(words, line)
    assert words == "", "and nothing else is on the paper"
    for line in ("Language: English", "Told: The story", "Stops seen: 2", "Larger text"):
        assert line in visitor.reads("pass-words")


@pytest.mark.parametrize("language", ["hi", "ar"])
def test_it_is_printed_in_my_language(
    at_the_end: Callable[..., Seeker], printer: FakePrinter, language: str
) -> None:
    visitor = at_the_end(language=language, width_px=800, height_px=1280)
    wish(visitor)
    wait_for(visitor, "printed")
    assert read_code(printer.find_page(1)).language == language
    page = read_words(printer.find_page(1))
    assert not any("a" <= letter <= "z" for letter in page.lower()), "no word was left in English"


def test_touching_twice_prints_once_and_another_paper_needs_another_wish(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    visitor = at_the_end()
    visitor.touch("pass-print", "pass-print", "pass-print")
    wait_for(visitor, "printed")
    visitor.touch("pass-print")
    assert len(printer.printed) == 1
    assert visitor.reads("pass-print") == "Print another"
    wish(visitor)
    wait_until(lambda: len(printer.printed) == 2)


def test_a_visit_has_a_few_papers_and_no_more(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    visitor = at_the_end()
    for number in range(1, MOST_PAPERS + 1):
        wish(visitor)
        wait_until(partial(has_printed, printer, number))
        wait_for(visitor, "printed")
    assert not visitor.item("pass-print").isEnabled()
    wish(visitor)
    assert len(printer.printed) == MOST_PAPERS


def test_while_it_prints_i_am_told_so_and_can_go(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    printer.state = PaperState.WAITING
    visitor = at_the_end()
    wish(visitor)
    assert visitor.reads("pass-print") == "Printing"
    assert not visitor.item("pass-print").isEnabled()
    wait_until(lambda: bool(printer.spool))
    visitor.touch("pass-away", "done")
    assert visitor.shell.page == "attract", "nobody waits for a printer"
    wait_until(lambda: not printer.spool)
    assert printer.printed == [], "what comes out later would be the next visitor's to read"


def test_a_paper_that_is_being_printed_comes_out_after_i_left(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    printer.state = PaperState.PRINTING
    visitor = at_the_end()
    wish(visitor)
    wait_until(lambda: bool(printer.spool))
    visitor.touch("pass-away", "done")
    printer.state = PaperState.DONE
    wait_until(lambda: len(printer.printed) == 1 and not printer.spool)
    assert state(visitor) == "", "the next visitor is told nothing of it"


def test_with_no_paper_in_it_i_am_told_kindly_and_staff_know_why(
    at_the_end: Callable[..., Seeker], printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "STUCK_S", 0.1)
    monkeypatch.setattr(press, "POLL_S", 0.02)
    printer.state, printer.hindrance = PaperState.PRINTING, "no paper"
    visitor = at_the_end()
    wish(visitor)
    wait_for(visitor, "failed")
    assert "Take a photograph of the code instead." in visitor.reads("pass-print-said")
    problem = visitor.fakes.problems[-1]
    assert (problem.code, problem.found) == ("passes.paper-not-printed", "no paper") and problem.remedy
    assert printer.spool == {}, "it is not printed when somebody fills the paper in"
    printer.state, printer.hindrance = PaperState.DONE, ""
    assert visitor.reads("pass-print") == "Print it"
    wish(visitor)
    wait_for(visitor, "printed")


def test_a_printer_that_fails_is_not_tried_for_ever(
    at_the_end: Callable[..., Seeker], printer: FakePrinter
) -> None:
    printer.problem = KioskError("The pass was not printed", code="passes.printer-stopped")
    visitor = at_the_end()
    for _ in range(MOST_TRIES):
        wish(visitor)
        wait_for(visitor, "failed")
    assert not visitor.item("pass-print").isEnabled()


def test_nothing_of_the_paper_stays_on_the_device(
    at_the_end: Callable[..., Seeker], printer: FakePrinter, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        visitor = at_the_end()
        text = visitor.shell.models.pass_to_take.text
        wish(visitor)
        wait_for(visitor, "printed")
        visitor.touch("pass-away", "done")
    assert printer.spool == {} and list(temporary.iterdir()) == []
    for path in Path(visitor.fakes.folder).rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert text.encode() not in content and b"%PDF" not in content


def test_without_a_printer_no_paper_is_spoken_of(visit: Callable[..., Seeker]) -> None:
    visitor = visit()
    see(visitor, "qutb-minar")
    leave(visitor)
    visitor.touch("take-pass")
    assert not visitor.sees("pass-print") and "on your paper" not in visitor.reads("pass-end")
