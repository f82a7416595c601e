"""Showing a ticket, as visitors do it: typed, scanned, mistyped, over, used; and a code for another site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.screens.shell import Shell
from kiosk.tickets.reading import Refusal
from kiosk.tickets.voucher import make_voucher
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.made_tickets import make_claim, make_press, make_voucher_key
from tests.screens.conftest import OpenShell
from tests.screens.measure import find_faults, polish
from tests.screens.stages import LANGUAGES, SHAPES, TEXT_SCALES
from tests.screens.ticket_stages import (
    HELP,
    PRESS,
    SITE,
    TODAY,
    come_to_ticket,
    make_fitting,
    prepare,
    scan,
    type_code,
    typed,
    wait_for_answer,
)

Settle = Callable[[], None]
Come = Callable[..., tuple[Shell, FakeRooms]]


@pytest.fixture
def come(open_guide: OpenShell, settle: Settle) -> Come:
    """Open a guide of a site that asks for tickets and come as far as it lets: ``come("asked", camera=False)``."""

    def open_one(rule: str = "required", **words: Any) -> tuple[Shell, FakeRooms]:
        shell, fakes = open_guide(tickets=make_fitting(rule), **words)
        prepare(fakes)
        come_to_ticket(shell, fakes, "en", settle)
        return shell, fakes

    return open_one


def logged(fakes: FakeRooms, name: str) -> list[str]:
    query = "SELECT body FROM events WHERE name = ? ORDER BY seq"
    rows = fakes.log.submit(lambda connection: connection.execute(query, (name,)).fetchall()).result(10)
    return [body for (body,) in rows]


def test_where_no_ticket_is_asked_for_nobody_meets_the_page(come: Come) -> None:
    shell, _fakes = come("off")
    assert shell.page == "home"


def test_a_scanned_ticket_opens_the_visit_and_is_noted_without_its_number(come: Come) -> None:
    shell, fakes = come()
    assert shell.page == "ticket"
    assert logged(fakes, "VisitStarted") == [], "no visit before the ticket"
    scan(shell, fakes, PRESS.make_printed(make_claim(7, first_day=TODAY, product=3, party=4, price_class=2)))
    assert shell.page == "home"
    assert logged(fakes, "TicketAccepted") == ['{"product":3,"party":4,"price_class":2}']
    assert fakes.problems == []


def test_a_typed_ticket_opens_the_visit_with_the_keys_of_the_screen(come: Come, settle: Settle) -> None:
    shell, _fakes = come(camera=False)
    for sign in typed(1):
        shell.tap(f"letter-{sign}")
        settle()
    shell.tap("ticket-go")
    wait_for_answer(shell)
    assert shell.page == "home"


def test_a_keyboard_types_look_alikes_and_erases(come: Come, settle: Settle) -> None:
    shell, _fakes = come(camera=False)
    code = typed(2).replace("0", "o").replace("1", "l").lower()
    for sign in "!" + code[:5] + "z":
        QTest.keyClick(shell.window, Qt.Key(ord(sign.upper())))
    QTest.keyClick(shell.window, Qt.Key.Key_Backspace)
    for sign in "-" + code[5:]:
        QTest.keyClick(shell.window, Qt.Key(ord(sign.upper())))
    QTest.keyClick(shell.window, Qt.Key.Key_Return)
    wait_for_answer(shell)
    settle()
    assert shell.page == "home"


def test_what_is_wrong_is_said_and_where_the_desk_is(come: Come, settle: Settle) -> None:
    shell, _fakes = come(camera=False)
    wrong = typed(1)
    cases = {
        ("A" if wrong[0] != "A" else "B") + wrong[1:]: Refusal.MISTYPED,
        make_press(SITE, 9).make_typed(make_claim()): Refusal.NOT_OURS,
        typed(1, first_day=date(2026, 12, 24)): Refusal.NOT_YET,
        typed(1, first_day=date(2026, 6, 1)): Refusal.OVER,
    }
    said = set()
    for code, refusal in cases.items():
        type_code(shell, code)
        settle()
        assert shell.models.ticket.property("answer") == refusal
        words, helping = shell.find("ticket-said"), shell.find("ticket-help")
        assert words is not None and helping is not None
        said.add(words.property("text"))
        assert helping.property("text") == HELP.split(" [")[0]
        assert shell.page == "ticket"
    assert len(said) == len(cases)
    assert any("December 24, 2026" in text for text in said)


def test_a_mistyped_code_stays_to_be_corrected_and_any_other_goes(come: Come) -> None:
    shell, _fakes = come(camera=False)
    code = typed(1)
    type_code(shell, ("A" if code[0] != "A" else "B") + code[1:])
    assert shell.models.ticket.property("whole")
    type_code(shell, typed(1, first_day=date(2026, 6, 1)))
    assert not shell.models.ticket.property("begun")


def test_whoever_goes_back_while_a_slow_desk_is_asked_has_not_lost_the_ticket(come: Come) -> None:
    shell, _fakes = come(camera=False)
    flow, ticket = shell.models.flow, shell.models.ticket
    for sign in typed(1):
        ticket.press(sign)
    ticket.go()
    assert ticket.property("checking")
    flow.back()
    assert shell.page != "ticket"
    journey = flow.journey
    assert journey is not None
    for _ in range(500):
        if SITE in journey.admitted:
            break
        QTest.qWait(10)
    assert shell.page != "ticket", "nobody is carried along who went elsewhere"
    flow.choose_language("en")
    assert shell.page == "home"


def test_a_used_ticket_is_refused_to_the_next_visitor(come: Come, settle: Settle) -> None:
    shell, fakes = come(camera=False)
    type_code(shell, typed(1))
    assert shell.page == "home"
    shell.models.flow.end("leave")
    settle()
    come_to_ticket(shell, fakes, "en", settle)
    type_code(shell, typed(1))
    assert shell.models.ticket.property("answer") == "used"


def test_five_wrong_codes_make_it_wait_and_the_page_counts_down(come: Come, settle: Settle) -> None:
    shell, fakes = come(camera=False)
    for _ in range(5):
        type_code(shell, make_press(SITE, 9).make_typed(make_claim()))
    type_code(shell, typed(1))
    settle()
    assert shell.models.ticket.property("answer") == "wait"
    assert shell.models.ticket.property("wait_s") == 10
    fakes.clock.step(4_000)
    assert shell.models.ticket.property("wait_s") == 6
    fakes.clock.step(7_000)
    shell.models.ticket._tick()
    assert shell.models.ticket.property("answer") == ""
    type_code(shell, typed(1))
    assert shell.page == "home"


def test_where_it_is_only_asked_for_one_may_go_on_without(come: Come, settle: Settle) -> None:
    shell, fakes = come("asked")
    shell.tap("ticket-without")
    settle()
    assert shell.page == "home"
    assert len(logged(fakes, "VisitStarted")) == 1
    assert logged(fakes, "TicketAccepted") == []


def test_where_it_is_required_there_is_no_way_round_it(come: Come, settle: Settle) -> None:
    shell, _fakes = come()
    assert shell.find("ticket-without") is None
    shell.models.ticket.go_without()
    assert shell.page == "ticket"
    shell.models.flow.choose_site(SITE)
    assert shell.page == "ticket"
    shell.tap("back")
    settle()
    assert shell.page == "language"


def test_whoever_showed_a_ticket_is_not_asked_again(come: Come, settle: Settle) -> None:
    shell, _fakes = come(camera=False)
    type_code(shell, typed(1))
    shell.models.flow.show("language")
    shell.models.flow.choose_language("hi")
    settle()
    assert shell.page == "home"


def test_sites_of_one_device_may_ask_differently(come: Come, settle: Settle) -> None:
    shell, _fakes = come("off; other = required", library=FakeLibrary(extra_sites=("other",)))
    assert shell.page == "site"
    shell.models.flow.choose_site(SITE)
    assert shell.page == "home"


def test_a_label_is_no_ticket_and_a_ticket_inside_is_no_stranger(come: Come) -> None:
    shell, fakes = come()
    scan(shell, fakes, "https://example.org/menu")
    assert shell.models.ticket.property("answer") == "no-code"
    scan(shell, fakes, PRESS.make_printed(make_claim(1, first_day=TODAY)))
    assert shell.page == "home"
    scan(shell, fakes, PRESS.make_printed(make_claim(1, first_day=TODAY)))
    assert shell.models.scan.property("answer") == "", "not called somebody else's code"


def test_a_code_from_another_site_is_taken_once_and_does_not_replace_the_ticket(come: Come) -> None:
    shell, fakes = come()
    scan(shell, fakes, "HKO1:" + make_voucher(make_voucher_key(), "humayun", SITE, TODAY))
    assert shell.page == "ticket"
    assert shell.models.ticket.property("welcomed")
    scan(shell, fakes, PRESS.make_printed(make_claim(1, first_day=TODAY)))
    assert shell.page == "home"
    assert logged(fakes, "VoucherRedeemed") == ['{"from_site":"humayun"}']
    assert shell.models.ticket.property("welcomed")


def test_inside_a_code_from_another_site_is_scanned_or_typed(come: Come, settle: Settle) -> None:
    shell, fakes = come("off")
    scan(shell, fakes, "HKO1:" + make_voucher(make_voucher_key(), "humayun", SITE, TODAY))
    assert shell.page == "home"
    assert len(logged(fakes, "VoucherRedeemed")) == 1
    shell.models.flow.end("leave")
    settle()
    come_to_ticket(shell, fakes, "en", settle)
    assert not shell.models.ticket.property("welcomed")
    shell.tap("bring-voucher")
    settle()
    type_code(shell, make_voucher(make_voucher_key(), "unheard-of", SITE, TODAY))
    assert shell.page == "home"
    assert logged(fakes, "VoucherRedeemed")[-1] == '{"from_site":"unknown"}'


def test_at_the_end_a_code_for_another_site_is_made_once_and_is_gone_with_the_page(
    come: Come, settle: Settle
) -> None:
    shell, fakes = come("off")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.flow.end("leave")
    settle()
    shell.tap("voucher-humayun")
    settle()
    text = shell.models.voucher.text
    assert text.startswith("HKO1:")
    shell.tap("voucher-away")
    settle()
    assert shell.find("voucher-humayun") is None, "one a visit"
    shell.tap("done")
    settle()
    assert shell.models.voucher.text == ""
    bare = text.partition(":")[2].encode()
    left = [path.name for path in fakes.folder.rglob("*") if path.is_file() and bare in path.read_bytes()]
    assert left == [], "nothing of it stays"


def test_without_the_operators_key_no_code_is_offered(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide(tickets=make_fitting("off"))
    come_to_ticket(shell, fakes, "en", settle)
    assert shell.find("bring-voucher") is None
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.flow.end("leave")
    settle()
    assert shell.models.voucher.property("sites") == []


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_it_is_clipped_or_out_of_reach(open_guide: OpenShell, settle: Settle, shape: str) -> None:
    width_px, height_px = SHAPES[shape]
    shell, fakes = open_guide(width_px=width_px, height_px=height_px, tickets=make_fitting("asked"))
    prepare(fakes)
    root = shell.window.rootObject()
    faults: list[str] = []
    for language in LANGUAGES:
        come_to_ticket(shell, fakes, language, settle)
        for scale in (TEXT_SCALES[0], TEXT_SCALES[-1]):
            shell.models.look.choose_text_scale(scale)
            for typing, answer in ((False, "not-ours"), (True, "over")):
                entry = shell.models.ticket
                entry._types, entry._answer, entry._typed = typing, answer, typed(1)
                entry._day = "Wednesday, September 24, 2026"
                entry.changed.emit()
                settle()
                polish(root)
                faults += [f"{language} {scale} {typing} {answer}: {fault}" for fault in find_faults(root)]
        shell.models.flow.end("idle")
        settle()
    assert not faults, "\n".join(dict.fromkeys(faults))


def test_staff_who_come_in_end_the_wait(come: Come) -> None:
    shell, fakes = come(camera=False)
    for _ in range(5):
        type_code(shell, make_press(SITE, 9).make_typed(make_claim()))
    shell.models.flow.end("staff")
    shell.models.door.let_in()
    come_to_ticket(shell, fakes, "en", lambda: QTest.qWait(1))
    type_code(shell, typed(1))
    assert shell.page == "home"
