"""An operator at the hub's pages in a real Chromium, by keyboard alone: logged in, read, printed, and nothing fetched elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.hub.accounts import Role, add_account
from kiosk.hub.database import open_database
from tests.fakes.asgi_person import PASSWORD
from tests.fakes.browser import Browser, find_driver
from tests.fakes.filled_hub import fill_hub
from tests.fakes.hub_people import now_ms
from tests.fakes.hub_process import HubProcess

PAGES = ("Stops", "Moves", "Suggestions", "Messages", "Fleet", "Packs", "Tickets", "Help", "Overview")
WITH_SITES = (
    "/",
    "/?site=mill",
    "/stops?site=mill",
    "/moves?site=mill",
    "/fleet",
    "/packs",
    "/tickets?site=mill",
    "/messages?state=all",
    "/help",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("hub") / "hub.db"
    with closing(open_database(str(path))) as database:
        fill_hub(database, datetime.now(UTC).date(), now_ms(), days=30)
        with database.writing() as connection:
            add_account(connection, "asha", Role.OPERATOR, None, PASSWORD, now_ms())
    with HubProcess(path, is_open=False) as hub:
        yield hub.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    driver = find_driver()
    if driver is None:
        pytest.skip("Chromium is not here: apt-get install chromium chromium-driver")
    with Browser(driver) as opened:
        yield opened


def wait_for(seen: Callable[[], bool], patience_s: float = 30.0) -> None:
    until = time.monotonic() + patience_s
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.02)


def heading(browser: Browser) -> str:
    return str(browser.run("const h = document.querySelector('h1'); return h ? h.innerText : '';"))


def wait_for_heading(browser: Browser, wanted: str) -> None:
    wait_for(lambda: heading(browser) == wanted)


def tab_to(browser: Browser, name: str) -> None:
    for _ in range(40):
        if browser.focused() == name:
            return
        browser.press("tab")
    raise AssertionError(f"no way by keyboard to {name}")


def log_in(browser: Browser, address: str) -> None:
    browser.open(f"{address}/")
    if heading(browser) == "Log in":
        assert browser.focused() == "name"
        browser.press("asha", "tab", PASSWORD, "enter")
        wait_for_heading(browser, "What guide users do")


def test_every_page_is_reached_by_keyboard_and_fetches_nothing_elsewhere(
    browser: Browser, address: str
) -> None:
    browser.set_size(1280, 800)
    log_in(browser, address)
    for name in PAGES:
        browser.press("tab")
        assert browser.focused() == "To the content"
        tab_to(browser, name)
        browser.press("enter")
        wanted = {"Overview": "What guide users do", "Tickets": "Tickets and vouchers"}.get(name, name)
        wait_for_heading(browser, wanted)
    assert browser.complaints() == []
    assert [
        one for one in browser.requests() if not one.startswith((address, "about:", "data:", "chrome:"))
    ] == []


def test_a_site_and_a_period_are_chosen_by_keyboard(browser: Browser, address: str) -> None:
    log_in(browser, address)
    browser.open(f"{address}/stops")
    tab_to(browser, "site")
    browser.press("mi")
    tab_to(browser, "period")
    browser.press("13")
    tab_to(browser, "Show")
    browser.press("enter")
    wait_for(lambda: browser.run("return location.search;") == "?site=mill&period=13-weeks")
    assert browser.run("return document.querySelector('.told').innerText;").startswith("mill, ")


def test_a_device_is_shut_out_only_after_the_question(browser: Browser, address: str) -> None:
    log_in(browser, address)
    browser.open(f"{address}/fleet/{'1' * 32}/shut-out")
    tab_to(browser, "Shut Tablet 1 out")
    browser.press("enter")
    wait_for_heading(browser, "Fleet")
    assert "shut out" in browser.run(f"return document.getElementById('{'1' * 32}').innerText;")


def tab_to_button(browser: Browser, words: str) -> None:
    for _ in range(40):
        found = str(browser.run("return document.activeElement.textContent;"))
        if " ".join(found.split()).startswith(words):
            return
        browser.press("tab")
    raise AssertionError(f"no way by keyboard to the button {words}")


def read_first(browser: Browser) -> str:
    return str(browser.run("return document.querySelector('article h2').innerText;"))


def test_messages_are_decided_on_by_keyboard_alone(browser: Browser, address: str) -> None:
    log_in(browser, address)
    browser.open(f"{address}/messages?site=mill&language=en")
    assert read_first(browser) == "Question on mill-wheel"
    tab_to(browser, "answer")
    browser.press("About nine hundred.", "tab", "enter")
    wait_for(lambda: read_first(browser) == "Story on kitchen")
    said = "return document.querySelector('[role=status]').innerText;"
    assert browser.run(said) == "Question on mill-wheel: let through."
    tab_to_button(browser, "Leave words out, or answer: Story on kitchen")
    browser.press("enter")
    tab_to(browser, "shown")
    browser.run("document.activeElement.select();")
    browser.press("My aunt worked here until 1961, The floor was always wet.")
    tab_to_button(browser, "Let through: Story on kitchen")
    browser.press("enter")
    wait_for(lambda: read_first(browser) == "Comment on pond")
    tab_to_button(browser, "Take it back")
    browser.press("enter")
    wait_for(lambda: browser.run(said) == "Story on kitchen: waiting.")
    assert browser.complaints() == []


def test_what_visitors_said_runs_nothing_and_turns_nothing(browser: Browser, address: str) -> None:
    log_in(browser, address)
    browser.open(f"{address}/messages?site=mill")
    shown = "return [...document.querySelectorAll('.said')].map(one => getComputedStyle(one).direction);"
    assert browser.run(shown).count("rtl") == 1
    assert browser.run("return document.querySelectorAll('main script, main img').length;") == 0
    widest = "return Math.max(...[...document.querySelectorAll('.said')].map(one => one.scrollWidth - one.clientWidth));"
    assert browser.run(widest) == 0


def test_a_recording_is_heard_in_the_page(browser: Browser, address: str) -> None:
    log_in(browser, address)
    browser.open(f"{address}/messages?site=mill&language=hi&kind=story")
    # A browser plays only for somebody who touches it.
    browser.run("const a = document.querySelector('audio'); a.muted = true; a.focus();")
    browser.press(" ")
    wait_for(lambda: browser.run("return document.querySelector('audio').ended;"))
    assert 0.9 < browser.run("return document.querySelector('audio').duration;") < 1.2
    assert browser.complaints() == []


def test_no_page_is_wider_than_a_phone_and_all_can_be_seen_in_the_dark(
    browser: Browser, address: str
) -> None:
    log_in(browser, address)
    browser.set_size(390, 844)
    browser.set_media(scheme="dark")
    for path in WITH_SITES:
        browser.open(address + path)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth;"), path
        paper = browser.run("return getComputedStyle(document.body).backgroundColor;")
        assert sum(int(one) for one in paper[4:-1].split(",")) < 200, path
    browser.set_media()
    browser.set_size(1280, 800)


def test_on_paper_there_is_the_page_without_what_only_a_screen_can_do(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    log_in(browser, address)
    browser.open(f"{address}/stops?site=mill")
    browser.set_media("print")
    hidden = (
        "return [...document.querySelectorAll('form, nav')].every(one => one.getClientRects().length === 0);"
    )
    assert browser.run(hidden)
    assert "mill, " in browser.run("return document.querySelector('.told').innerText;")
    browser.set_media()
    assert browser.print_page().startswith(b"%PDF")


def test_logged_out_nothing_is_left_to_see(browser: Browser, address: str) -> None:
    log_in(browser, address)
    tab_to(browser, "Log out")
    browser.press("enter")
    wait_for_heading(browser, "Log in")
    browser.open(f"{address}/stops")
    assert heading(browser) == "Log in"
    assert browser.complaints() == []
