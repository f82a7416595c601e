"""Every look of the ticket's page, and of a code for another site: one walk that tests measure and people look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtTest import QTest

from kiosk.app.ticket_desk import TicketFitting
from kiosk.screens.shell import Shell
from kiosk.seals.paper_keys import PaperKeys, keep_paper_keys
from kiosk.tickets.rule import parse_help, parse_rule
from kiosk.tickets.voucher import make_voucher
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.made_tickets import make_claim, make_press, make_voucher_key

SITE = "qutb"
PRESS = make_press(SITE)
# The fake clock of the screens shows this day.
TODAY = date(2026, 11, 22)
HELP = (
    "The ticket desk is left of the gate, under the arches, open from 7 to 17."
    " [hi] टिकट खिड़की द्वार के बाईं ओर, मेहराबों के नीचे है।"
    " [ar] مكتب التذاكر على يسار البوابة، تحت الأقواس."
)
MANY_DAYS_MS = 4 * 86_400_000


def make_fitting(rule: str = "required", voucher_sites: tuple[str, ...] = ("humayun",)) -> TicketFitting:
    return TicketFitting(rule=parse_rule(rule), help=parse_help(HELP), voucher_sites=voucher_sites)


def prepare(fakes: FakeRooms) -> None:
    """Give the device its keys and a clock that can be believed; before anybody comes."""
    keep_paper_keys(fakes.folder, PaperKeys(1, (PRESS.keys,), (make_voucher_key(),)))
    fakes.clock.step(MANY_DAYS_MS)


def typed(serial: int, **more: object) -> str:
    return PRESS.make_typed(make_claim(serial, **({"first_day": TODAY} | more)))  # type: ignore[arg-type]  # as the claim has them


def type_code(shell: Shell, code: str) -> None:
    """Type a code on a keyboard and have it looked at."""
    while shell.models.ticket.property("begun"):
        shell.models.ticket.erase()
    for sign in code:
        assert shell.models.ticket.press(sign)
    shell.models.ticket.go()
    wait_for_answer(shell)


def wait_for_answer(shell: Shell) -> None:
    for _ in range(500):
        if not shell.models.ticket.property("checking"):
            return
        QTest.qWait(10)
    raise AssertionError("no answer came")


def scan(shell: Shell, fakes: FakeRooms, text: str) -> None:
    """Hold a code before the camera."""
    assert fakes.scanner is not None
    fakes.scanner.show(text)
    QTest.qWait(20)
    wait_for_answer(shell)


def come_to_ticket(shell: Shell, fakes: FakeRooms, language: str, settle: Callable[[], None]) -> None:
    for name in ("attract", f"language-{language}"):
        shell.tap(name)
        settle()
    if fakes.scanner is not None:
        fakes.scanner.begin(has_torch=True)
        fakes.scanner.locate()
    settle()


def walk_tickets(shell: Shell, fakes: FakeRooms, language: str, settle: Callable[[], None]) -> Iterator[str]:
    """Lead ``shell`` through each answer to a ticket; begin on the attract page, with keys."""
    come_to_ticket(shell, fakes, language, settle)
    yield "ticket-scan"
    scan(shell, fakes, make_press("elsewhere").make_printed(make_claim()))
    settle()
    yield "ticket-scan-not-ours"
    shell.tap("ticket-type")
    settle()
    yield "ticket-type"
    for sign in typed(1)[:11]:
        shell.models.ticket.press(sign)
    settle()
    yield "ticket-type-half"
    wrong = typed(2)
    for code, name in (
        (("A" if wrong[0] != "A" else "B") + wrong[1:], "mistyped"),
        (typed(3, first_day=date(2026, 12, 24)), "not-yet"),
        (typed(3, first_day=date(2026, 6, 1)), "over"),
    ):
        type_code(shell, code)
        settle()
        yield f"ticket-{name}"
    for _ in range(3):
        type_code(shell, make_press(SITE, 9).make_typed(make_claim()))
    type_code(shell, typed(4))
    settle()
    yield "ticket-wait"
    fakes.clock.step(61_000)
    shell.models.ticket._tick()
    scan(shell, fakes, make_voucher(make_voucher_key(), "humayun", SITE, TODAY))
    settle()
    yield "ticket-welcome"
    scan(shell, fakes, PRESS.make_printed(make_claim(5, first_day=TODAY, party=4)))
    settle()
    yield "ticket-home"
    shell.tap("browse")
    settle()
    shell.tap("stop-qutb/qutb-minar")
    settle()
    for name in ("end-visit", "end-yes"):
        shell.tap(name)
        settle()
    yield "ticket-end"
    shell.tap("voucher-humayun")
    settle()
    yield "ticket-voucher"
    shell.tap("voucher-away")
    settle()
    shell.tap("done")
    settle()
