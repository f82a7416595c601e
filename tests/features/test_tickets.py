"""Tickets as a site lives with them: sold at the hub, shown at devices with no network, told to the others later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.paper_keys import provide_paper_keys
from kiosk.hub.tickets_issue import Issue, TicketOrder, issue_tickets
from kiosk.hub.tickets_list import list_issues, void_code
from kiosk.hub.tickets_used import take_used as take_at_hub
from kiosk.seals.keys import OwnKeys, make_keys
from kiosk.seals.paper_key_mail import open_paper_keys, seal_paper_keys
from kiosk.seals.paper_keys import PaperKeys, keep_paper_keys, load_paper_keys
from kiosk.sync.ticket_errand import list_used, take_used
from kiosk.tickets.book import TicketBook
from kiosk.tickets.desk_folder import DeskFolder
from kiosk.tickets.office import Surroundings, TicketOffice
from kiosk.tickets.reading import Paper
from kiosk.tickets.symbols import format_grouped
from kiosk.tickets.validity import KnownDay
from kiosk.tickets.voucher import make_voucher

TODAY = date(2026, 11, 22)
NOW_MS = 1_795_348_800_000
SITES = ("fort", "mill")


class Operator:
    """The hub of an operator with two sites."""

    def __init__(self, folder: Path) -> None:
        self.database: HubDatabase = open_database(str(folder / "hub.db"))
        self.keys: OwnKeys = make_keys()

    def sell(self, site: str = "fort", **more: int) -> Issue:
        with self.database.writing() as connection:
            order = TicketOrder(site, TODAY, TODAY, **more)
            return issue_tickets(connection, order, "the till", NOW_MS)

    def send_keys(self, device: Device) -> None:
        """Send the keys of the device's site as they travel: sealed, so that a lost stick tells nobody anything."""
        with self.database.writing() as connection:
            keys = provide_paper_keys(connection, device.site, NOW_MS)
        letter = seal_paper_keys(keys, self.keys, device.keys.public.sealing)
        keep_paper_keys(device.folder, open_paper_keys(letter, device.keys, self.keys.public.signing))

    def hear(self, device: Device) -> None:
        """Exchange with a device that has a network just now."""
        told = list_used(device.book)
        with self.database.writing() as connection:
            news = take_at_hub(connection, device.id, device.site, told, NOW_MS)
        take_used(device.book, told.marks, news, told.since)


class Device:
    """A device of one site: its folder, its keys, its office."""

    def __init__(self, folder: Path, site: str, number: int, desk: Path | None = None) -> None:
        self.folder, self.site, self.id = folder, site, f"{number:032x}"
        self.keys = make_keys()
        self.book = TicketBook(folder)
        shared = DeskFolder(desk, self.id, patience_s=20) if desk is not None else None
        around = Surroundings(
            self._read_paper, lambda _site: KnownDay(TODAY, TODAY), lambda: 0.0, lambda _problem: None
        )
        self.office = TicketOffice(self.book, around, shared)

    def show(self, code: str) -> str:
        return str(self.office.redeem(self.site, code).refusal or "yes")

    def take_voucher(self, to_site: str) -> str:
        return make_voucher(load_paper_keys(self.folder).vouchers[0], self.site, to_site, TODAY)

    def _read_paper(self) -> Paper:
        keys: PaperKeys = load_paper_keys(self.folder)
        return Paper(keys.tickets, keys.vouchers, SITES)


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    one = Operator(tmp_path)
    with closing(one.database):
        yield one


@pytest.fixture
def devices(operator: Operator, tmp_path: Path) -> Iterator[list[Device]]:
    """Three devices at the fort and one at the mill, with keys and no network."""
    all_of_them = [Device(tmp_path / f"fort-{number}", "fort", number) for number in range(1, 4)]
    all_of_them.append(Device(tmp_path / "mill", "mill", 9))
    for device in all_of_them:
        operator.send_keys(device)
    yield all_of_them
    for device in all_of_them:
        device.office.close()


def test_a_ticket_sold_this_minute_opens_a_device_that_has_no_network(
    operator: Operator, devices: list[Device]
) -> None:
    ticket = operator.sell().tickets[0]
    assert devices[0].show(format_grouped(ticket.typed).lower()) == "yes"
    assert devices[0].show(ticket.printed) == "used"


def test_devices_of_one_hub_hear_of_each_others_tickets(operator: Operator, devices: list[Device]) -> None:
    one, other, third, _mill = devices
    single, family = operator.sell().tickets[0], operator.sell(party=2).tickets[0]
    assert one.show(single.typed) == one.show(family.typed) == "yes"
    operator.hear(one)
    operator.hear(other)
    assert other.show(single.typed) == "used"
    assert other.show(family.typed) == "yes", "a ticket for two"
    for device in (other, third):
        operator.hear(device)
    assert third.show(family.typed) == "used"


def test_two_devices_that_were_both_offline_take_a_ticket_twice_and_the_hub_says_so(
    operator: Operator, devices: list[Device]
) -> None:
    ticket = operator.sell().tickets[0]
    assert devices[0].show(ticket.typed) == devices[1].show(ticket.typed) == "yes"
    for device in devices[:2]:
        operator.hear(device)
    with operator.database.reading() as connection:
        (record,) = list_issues(connection)
    assert (record.used, record.devices, record.count) == (1, 2, 1)


def test_a_stolen_ticket_that_was_voided_opens_nothing_once_the_devices_know(
    operator: Operator, devices: list[Device]
) -> None:
    ticket = operator.sell().tickets[0]
    with operator.database.writing() as connection:
        void_code(connection, ticket.typed, "the till", NOW_MS)
    operator.hear(devices[0])
    assert devices[0].show(ticket.typed) == "used"
    assert devices[1].show(ticket.typed) == "yes", "it has not heard"


def test_a_ticket_of_another_site_opens_nothing(operator: Operator, devices: list[Device]) -> None:
    """A device of the mill has no secret of the fort's, so that it cannot even make such tickets."""
    ticket = operator.sell("fort").tickets[0]
    assert devices[3].show(ticket.typed) == "not-ours"
    assert devices[3].show(ticket.printed) == "not-ours"


def test_a_visitor_goes_on_to_the_next_site_and_nothing_links_the_two_visits(
    operator: Operator, devices: list[Device]
) -> None:
    fort, mill = devices[0], devices[3]
    before = {path: path.read_bytes() for path in fort.folder.rglob("*") if path.is_file()}
    code = fort.take_voucher("mill")
    after = {path: path.read_bytes() for path in fort.folder.rglob("*") if path.is_file()}
    assert before == after, "the device that made it keeps nothing"
    assert fort.show(code) == "other-site"
    verdict = mill.office.redeem("mill", code)
    assert verdict.code is not None and verdict.code.voucher is not None
    assert (verdict.is_accepted, verdict.code.voucher.from_site) == (True, "fort")
    assert mill.show(code) == "used"
    operator.hear(mill)


def test_a_desk_without_any_network_shares_a_folder(operator: Operator, tmp_path: Path) -> None:
    desk = tmp_path / "share"
    desk.mkdir()
    tablets = [Device(tmp_path / f"tablet-{number}", "fort", number, desk) for number in range(1, 6)]
    for tablet in tablets:
        operator.send_keys(tablet)
    ticket = operator.sell(party=4).tickets[0]
    assert [tablet.show(ticket.printed) for tablet in tablets] == ["yes"] * 4 + ["used"]
    for tablet in tablets:
        tablet.office.close()
