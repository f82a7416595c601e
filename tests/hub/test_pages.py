"""The hub's pages: readable by keyboard, by ear and on paper, true, and deaf to markup in names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.device_tables import device_packs, device_status, devices
from kiosk.hub.reports import Reports
from kiosk.hub.rollup_reading import ALL_DAYS
from kiosk.hub.server import create_app
from tests.fakes.asgi_person import Person
from tests.fakes.filled_hub import FEW, HOSTILE, fill_hub
from tests.fakes.hub_people import add_people, come_in, now_ms
from tests.fakes.parsed_page import ParsedPage

pytestmark = pytest.mark.allow_leak("the module's databases keep a connection for each thread to the end")

PATHS = (
    "/",
    "/?site=mill",
    "/stops",
    "/moves",
    "/suggestions",
    "/fleet",
    "/packs",
    "/tickets",
    "/messages",
    "/help",
)
WITH_REPORTS = ("/", "/stops", "/moves", "/suggestions", "/tickets")


def open_hub(path: str) -> HubDatabase:
    database = open_database(path)
    add_people(database)
    return database


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubDatabase]:
    with closing(open_hub(str(tmp_path_factory.mktemp("hub") / "hub.db"))) as database:
        fill_hub(database, datetime.now(UTC).date(), now_ms())
        yield database


@pytest.fixture(scope="module")
def app(filled: HubDatabase) -> FastAPI:
    return create_app(filled)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubDatabase]:
    with closing(open_hub(str(tmp_path_factory.mktemp("empty") / "hub.db"))) as database:
        yield database


@pytest.fixture
def asha(filled: HubDatabase, app: FastAPI) -> Person:
    return come_in(filled, app)


@pytest.fixture
def kabir(filled: HubDatabase, app: FastAPI) -> Person:
    return come_in(filled, app, "kabir")


def read(person: Person, path: str) -> ParsedPage:
    reply = person.get(path)
    assert reply.status == 200, reply.text
    return ParsedPage(reply.text)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_can_be_read_and_used_by_everybody(asha: Person, path: str) -> None:
    assert read(asha, path).find_faults() == []


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_hub_says_what_to_do_next(empty: HubDatabase, path: str) -> None:
    page = read(come_in(empty, create_app(empty)), path.partition("?")[0])
    assert page.find_faults() == []
    expected = {
        "/tickets": "kiosk hub tickets issue",
        "/messages": "No message waits",
        "/help": "kiosk hub packs add",
    }
    assert expected.get(path, "Take a device in") in page.words and "svg" not in dict(page.elements)


@pytest.mark.parametrize("path", PATHS)
def test_nobody_sees_a_page_without_logging_in(app: FastAPI, path: str) -> None:
    reply = Person(app).get(path)
    assert reply.status == 303 and reply.headers["location"].startswith("/login")


def test_the_navigation_says_where_one_is(asha: Person) -> None:
    for path in ("/stops", "/fleet"):
        (here,) = [one for one in read(asha, path).all("a") if one.get("aria-current") == "page"]
        assert here["href"] == path


def test_the_first_page_leads_to_every_site(asha: Person) -> None:
    page = read(asha, "/")
    assert "today, so far" in page.words.lower() and "guide users, not all who came" in page.words
    linked = {one["href"] for one in page.all("a")}
    assert {f"/?site={site}&period=4-weeks" for site in ("mill", "castle", FEW)} <= linked


def test_a_site_with_few_visits_tells_nothing_and_is_in_no_sum(filled: HubDatabase, asha: Person) -> None:
    rows = re.findall(r"<tr>.*?</tr>", asha.get("/").text, re.DOTALL)
    told = {name: ParsedPage(row).words for row in rows for name in ("mill", "castle", FEW) if name in row}
    assert told[FEW].startswith(f"{FEW}··")
    visits = Reports(filled).footfall(None, ALL_DAYS, ALL_DAYS)
    assert visits[FEW].visits == 3
    total = re.search(
        r"<dt>guide visits at the sites below</dt><dd>([\d,]+)</dd>", asha.get("/?period=all").text
    )
    assert total is not None
    assert int(total[1].replace(",", "")) == visits["mill"].visits + visits["castle"].visits
    assert "·" in read(asha, f"/?site={FEW}").words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/?site=mill", ["guide visits", "today, so far", "yesterday", "Visits over time", "Languages", "Length of visits"]),
        ("/stops?site=mill", ["Attraction and holding time", "middle half", "mill-wheel", "How stops were found", "20+: at least 20"]),
        ("/moves?site=mill", ["from", "to", "grain-loft", "no plan of the site"]),
        ("/suggestions?site=mill", ["shown", "taken", "withheld at random", "opened when shown", "lift"]),
        ("/fleet", ["Tablet 1", "never", "late", "80 %, charging", "21.4 of 64 GB", "sync.hub-not-reached (3)", "Take a device in"]),
        ("/packs", ["Tablet pack", "newest here", "older"]),
        ("/tickets?site=mill", ["Issued", "40", "Used", "Vouchers", "nobody counts them"]),
    ],
)  # fmt: skip
def test_a_page_says_what_it_is_for(asha: Person, path: str, words: list[str]) -> None:
    page = read(asha, path)
    assert [one for one in words if one not in page.words] == []


@pytest.mark.parametrize(
    "period", ["week", "last-week", "4-weeks", "13-weeks", "52-weeks", "all", "nonsense", "' OR 1"]
)
def test_every_period_can_be_asked_for(asha: Person, period: str) -> None:
    for path in WITH_REPORTS:
        page = ParsedPage(asha.get(f"{path}?site=mill&period={period.replace(' ', '+')}").text)
        (chosen,) = [one for one in page.all("option") if "selected" in one and one["value"] != "mill"]
        assert chosen["value"] == (period if period[0] != "n" and period[0] != "'" else "4-weeks")
        assert page.find_faults() == []


@pytest.mark.parametrize("path", WITH_REPORTS)
def test_a_sites_account_sees_its_site_whatever_it_asks_for(kabir: Person, path: str) -> None:
    page = read(kabir, f"{path}?site=mill")
    assert "castle, " in page.words
    assert "mill," not in page.words and not page.all("datalist")
    assert [one for one in page.all("option") if one["value"] in ("mill", "chapel", "")] == []


def test_a_sites_account_sees_the_devices_and_packs_of_its_site(kabir: Person) -> None:
    assert "Tablet 3" in read(kabir, "/fleet").words and "Tablet 1" not in read(kabir, "/fleet").words
    assert "newest here" in read(kabir, "/packs").words and "older" not in read(kabir, "/packs").words
    assert "facts came in so far" not in read(kabir, "/").words


def test_names_that_are_markup_are_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    with closing(open_hub(str(tmp_path_factory.mktemp("hostile") / "hub.db"))) as database:
        site = "<b>x"
        fill_hub(database, datetime.now(UTC).date(), now_ms(), site, days=10)
        with database.writing() as connection:
            connection.execute(devices.update().values(name=HOSTILE, version=HOSTILE))
            connection.execute(device_packs.update().values(pack=HOSTILE))
            connection.execute(
                device_status.update().values(version=HOSTILE, incidents=f'[{{"code":"{site}","count":1}}]')
            )
        person = come_in(database, create_app(database))
        for path in (
            "/",
            "/fleet",
            "/packs",
            "/stops?site=%3Cb%3Ex",
            "/moves?site=%3Cb%3Ex",
            "/tickets?site=%3Cb%3Ex",
            f"/stops?site={'%3C'}script",
        ):
            reply = person.get(path)
            page = ParsedPage(reply.text)
            assert page.find_faults() == [] and not page.all("b"), path
        assert HOSTILE in read(person, "/fleet").words


def test_a_page_may_load_nothing_but_its_own_style(asha: Person) -> None:
    reply = asha.get("/stops")
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe-inline" not in policy
    for path in ("/style.css", "/icon.svg"):
        assert asha.get(path).status == 200
