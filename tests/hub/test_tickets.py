"""Tickets at the hub, on both databases: issued once, told apart, used up by as many devices as they are for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.hub.database import HubDatabase
from kiosk.hub.paper_keys import provide_paper_keys, read_paper_keys, renew_press, retire_press
from kiosk.hub.tickets_issue import Issue, TicketOrder, issue_tickets
from kiosk.hub.tickets_list import list_issues, void_code, void_issue
from kiosk.hub.tickets_used import take_used
from kiosk.model.errors import KioskError
from kiosk.tickets.exchange import UsedAnswer, UsedTickets
from kiosk.tickets.mark import mark_ticket
from kiosk.tickets.reading import Paper, ReadCode, Refusal, read_code

NOW_MS = 1_795_300_000_000  # 2026-11-21
ORDER = TicketOrder(
    "mill", date(2026, 11, 22), date(2026, 11, 28), product=3, party=1, price_class=2, count=5
)


def issue(database: HubDatabase, order: TicketOrder = ORDER) -> Issue:
    with database.writing() as connection:
        return issue_tickets(connection, order, "a test", NOW_MS)


def tell(
    database: HubDatabase, device: str, *marks: str, since: int = 0, site: str | None = "mill"
) -> UsedAnswer:
    with database.writing() as connection:
        return take_used(connection, device * 32, site, UsedTickets(marks, since), NOW_MS)


def marks_of(database: HubDatabase, made: Issue) -> list[str]:
    with database.reading() as connection:
        (keys,) = read_paper_keys(connection, made.site).tickets
    return [mark_ticket(ticket.claim, keys) for ticket in made.tickets]


def test_what_is_issued_is_a_ticket_to_a_device_that_was_given_the_keys(hub_database: HubDatabase) -> None:
    made = issue(hub_database)
    with hub_database.reading() as connection:
        keys = read_paper_keys(connection, "mill")
    paper = Paper(keys.tickets)
    for ticket in made.tickets:
        typed, printed = read_code(ticket.typed, "mill", paper), read_code(ticket.printed, "mill", paper)
        assert isinstance(typed, ReadCode)
        assert typed == printed
        assert typed.claim == ticket.claim


def test_serial_numbers_go_on_and_no_code_is_issued_twice(hub_database: HubDatabase) -> None:
    codes = [ticket.typed for _ in range(3) for ticket in issue(hub_database).tickets]
    codes += [ticket.typed for ticket in issue(hub_database, replace(ORDER, product=4)).tickets]
    assert len(set(codes)) == 20
    with hub_database.reading() as connection:
        assert [record.count for record in list_issues(connection)] == [5, 5, 5, 5]


WRONG_ORDERS: tuple[tuple[dict[str, object], str], ...] = (
    ({"product": 64}, "product"),
    ({"party": 0}, "party"),
    ({"price_class": 8}, "class"),
    ({"count": 0}, "count"),
    ({"count": 16_385}, "count"),
    ({"last_day": date(2026, 11, 30)}, "until"),
    ({"last_day": date(2026, 11, 1)}, "until"),
    ({"first_day": date(2025, 1, 1), "last_day": date(2025, 1, 1)}, "from"),
    ({"site": ""}, "site"),
)


def test_an_order_that_fits_into_no_code_is_refused_and_nothing_is_recorded(
    hub_database: HubDatabase,
) -> None:
    for change, named in WRONG_ORDERS:
        with pytest.raises(KioskError, match=named) as caught:
            issue(hub_database, replace(ORDER, **change))  # type: ignore[arg-type]  # wrong on purpose
        assert caught.value.code == "hub.ticket-order-wrong"
    with hub_database.reading() as connection:
        assert list_issues(connection) == []


def test_a_ticket_for_one_that_two_devices_took_is_told_to_the_second(hub_database: HubDatabase) -> None:
    mark = marks_of(hub_database, issue(hub_database))[0]
    assert tell(hub_database, "a", mark).already == ()
    assert tell(hub_database, "a", mark).already == (), "the same again changes nothing"
    assert tell(hub_database, "b", mark).already == (mark,)


def test_a_ticket_for_three_is_used_up_by_the_third_device(hub_database: HubDatabase) -> None:
    mark = marks_of(hub_database, issue(hub_database, replace(ORDER, party=3)))[0]
    for device, spent in (("a", ()), ("b", ()), ("c", (mark,))):
        answer = tell(hub_database, device, mark)
        assert answer.already == ()
        assert answer.spent == spent
    assert tell(hub_database, "d", mark).already == (mark,)


def test_devices_of_a_site_hear_what_the_others_used_up_each_once(hub_database: HubDatabase) -> None:
    marks = marks_of(hub_database, issue(hub_database))
    tell(hub_database, "a", *marks[:3])
    first = tell(hub_database, "b")
    assert set(first.spent) == set(marks[:3])
    assert tell(hub_database, "b", since=first.through).spent == ()
    tell(hub_database, "a", marks[3])
    assert tell(hub_database, "b", since=first.through).spent == (marks[3],)
    assert tell(hub_database, "f", site="fort").spent == (), "not of other sites"
    assert set(tell(hub_database, "e", site=None).spent) == set(marks[:4]), "one of no site hears of all"


def test_a_hub_that_was_restored_from_a_copy_tells_everything_anew(hub_database: HubDatabase) -> None:
    mark = marks_of(hub_database, issue(hub_database))[0]
    tell(hub_database, "a", mark)
    answer = tell(hub_database, "b", since=1_000)
    assert (answer.spent, answer.through) == ((mark,), 1)


def test_a_void_ticket_is_told_to_devices_and_to_who_used_it(hub_database: HubDatabase) -> None:
    made = issue(hub_database)
    marks = marks_of(hub_database, made)
    with hub_database.writing() as connection:
        assert void_code(connection, made.tickets[0].typed.lower(), "a test", NOW_MS)
        assert not void_code(connection, made.tickets[0].printed, "a test", NOW_MS), "void once is void"
    assert tell(hub_database, "a").spent == (marks[0],)
    assert tell(hub_database, "a", marks[0]).already == (marks[0],)
    with hub_database.writing() as connection:
        assert void_issue(connection, made.name.lower(), "a test", NOW_MS) == 4
    assert set(tell(hub_database, "b").spent) == set(marks)


def test_the_list_tells_what_became_of_each_issue(hub_database: HubDatabase) -> None:
    made = issue(hub_database, replace(ORDER, party=2))
    marks = marks_of(hub_database, made)
    tell(hub_database, "a", marks[0], marks[1])
    tell(hub_database, "b", marks[0])
    with hub_database.writing() as connection:
        void_code(connection, made.tickets[4].typed, "a test", NOW_MS)
    with hub_database.reading() as connection:
        (record,) = list_issues(connection, "mill")
        assert list_issues(connection, "fort") == []
    assert (record.count, record.used, record.devices, record.void) == (5, 2, 3, 1)
    assert (record.first_day, record.last_day) == (ORDER.first_day, ORDER.last_day)
    assert (record.made_by, record.name) == ("a test", made.name)


def test_new_keys_make_and_old_ones_check_until_they_are_retired(hub_database: HubDatabase) -> None:
    old = issue(hub_database)
    with hub_database.writing() as connection:
        before = read_paper_keys(connection, "mill").version
        renew_press(connection, "mill", NOW_MS)
    new = issue(hub_database)
    with hub_database.reading() as connection:
        keys = read_paper_keys(connection, "mill")
    assert [one.key_id for one in keys.tickets] == [2, 1]
    assert keys.version > before
    for made in (old, new):
        assert isinstance(read_code(made.tickets[0].typed, "mill", Paper(keys.tickets)), ReadCode)
    with hub_database.writing() as connection:
        assert retire_press(connection, "mill", 1, NOW_MS)
        assert not retire_press(connection, "mill", 1, NOW_MS)
        rest = read_paper_keys(connection, "mill")
    assert read_code(old.tickets[0].typed, "mill", Paper(rest.tickets)) is Refusal.NOT_OURS
    assert rest.version > keys.version
    with hub_database.writing() as connection:
        assert {record.name: record.used for record in list_issues(connection)} == {
            new.name: 0,
            old.name: None,
        }
        with pytest.raises(KioskError) as caught:
            void_issue(connection, old.name, "a test", NOW_MS)
    assert caught.value.code == "hub.ticket-issue-unknown"


def test_a_device_gets_the_keys_of_its_site_and_the_operators(hub_database: HubDatabase) -> None:
    with hub_database.writing() as connection:
        mill = provide_paper_keys(connection, "mill", NOW_MS)
        again = provide_paper_keys(connection, "mill", NOW_MS)
        fort = provide_paper_keys(connection, "fort", NOW_MS)
        everywhere = provide_paper_keys(connection, None, NOW_MS)
    assert mill == again, "made once"
    assert [one.site for one in mill.tickets] == ["mill"]
    assert [one.site for one in fort.tickets] == ["fort"]
    assert {one.site for one in everywhere.tickets} == {"mill", "fort"}
    assert mill.vouchers == fort.vouchers != ()
    assert mill.passes == fort.passes != ()
    assert mill.tickets[0].secret != fort.tickets[0].secret


def test_what_is_no_ticket_of_ours_is_not_void(hub_database: HubDatabase) -> None:
    issue(hub_database)
    for code in ("", "4F7K-09TZ-M2QX-B8D1V", "HKT1:AAAA", "nonsense"):
        with pytest.raises(KioskError) as caught, hub_database.writing() as connection:
            void_code(connection, code, "a test", NOW_MS)
        assert caught.value.code == "hub.ticket-code-unknown"
