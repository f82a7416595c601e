"""The fleet's page: taking a device in by a code, and shutting one out, each by those who may."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import zxingcpp

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.enrolment_codes import use_code
from kiosk.hub.fleet import count_fleet, list_fleet
from kiosk.hub.pages import fleet
from kiosk.hub.server import create_app
from tests.fakes.asgi_person import Person
from tests.fakes.filled_hub import HOSTILE, add_devices
from tests.fakes.hub_people import add_people, come_in, now_ms
from tests.fakes.parsed_page import ParsedPage

ADDRESS = "https://hub.example.org"
WISH = {"site": "mill", "name": "Tablet 9", "address": ADDRESS}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fleet") / "hub.db"
    with closing(open_database(str(path))) as opened:
        add_devices(opened, now_ms())
        add_people(opened)
    return path


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Iterator[HubDatabase]:
    with closing(open_database(str(shutil.copy(template, tmp_path)))) as opened:
        yield opened


def enter(database: HubDatabase, name: str = "asha") -> Person:
    return come_in(database, create_app(database), name)


def find_code(text: str) -> str:
    found = re.search(r'<p class="code"><code>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</code>', text)
    assert found is not None
    return found[1]


def read_qr(text: str) -> str:
    """Read the code that is drawn on the page, as a camera would."""
    found = re.search(r'<path class="qrline" stroke="#000" d="([^"]+)"', text)
    size = re.search(r'viewBox="0 0 (\d+) \1"', text[text.index('class="qr"') :])
    assert found is not None and size is not None
    rows = np.full((int(size[1]), int(size[1])), 255, np.uint8)
    x, y = 0.0, 0.0
    for letter, numbers in re.findall(r"([Mmh])([-\d. ]+)", found[1]):
        values = [float(one) for one in numbers.split()]
        if letter == "h":
            rows[int(y), int(x) : int(x + values[0])] = 0
            x += values[0]
        else:
            x, y = (values[0], values[1]) if letter == "M" else (x + values[0], y + values[1])
    (code,) = zxingcpp.read_barcodes(np.kron(rows, np.ones((8, 8), np.uint8)))
    return str(code.text)


def test_a_code_is_made_shown_and_good_for_a_device_of_that_site(database: HubDatabase) -> None:
    reply = enter(database).send("/fleet", "/fleet/codes", WISH)
    assert reply.status == 200 and ParsedPage(reply.text).find_faults() == []
    code = find_code(reply.text)
    assert read_qr(reply.text) == f"kiosk-enrol:{ADDRESS}#{code}"
    with database.writing() as connection:
        used = use_code(connection, code, "9" * 32, now_ms())
    assert used is not None and (used.site, used.name, used.made_by) == ("mill", "Tablet 9", "asha")


def test_a_sites_account_takes_devices_in_for_its_own_site(database: HubDatabase) -> None:
    code = find_code(enter(database, "kabir").send("/fleet", "/fleet/codes", WISH).text)
    with database.writing() as connection:
        used = use_code(connection, code, "9" * 32, now_ms())
    assert used is not None and used.site == "castle"


@pytest.mark.parametrize(
    "address",
    ["", "hub.example.org", "javascript:alert(1)", "https://", "https://u:p@hub", "https://hub/#x", "https://h\"><b>", "http://[", "x" * 300],
)  # fmt: skip
def test_an_address_that_no_device_could_use_is_refused(database: HubDatabase, address: str) -> None:
    reply = enter(database).send("/fleet", "/fleet/codes", {**WISH, "address": address})
    assert reply.status == 400 and "Not done" in reply.text
    assert ParsedPage(reply.text).find_faults() == []


def test_names_that_are_markup_are_words(database: HubDatabase) -> None:
    reply = enter(database).send("/fleet", "/fleet/codes", {**WISH, "name": HOSTILE, "site": HOSTILE})
    page = ParsedPage(reply.text)
    assert page.find_faults() == [] and HOSTILE in page.words


def test_a_device_is_shut_out_after_a_question(database: HubDatabase) -> None:
    person = enter(database)
    path = f"/fleet/{'1' * 32}/shut-out"
    question = ParsedPage(person.get(path).text)
    assert question.find_faults() == [] and "Shut out Tablet 1?" in question.words
    with database.reading() as connection:
        assert not any(one.is_revoked for one in list_fleet(connection))
    reply = person.send(path, path, {})
    assert (reply.status, reply.headers["location"]) == (303, "/fleet")
    with database.reading() as connection:
        assert [one.name for one in list_fleet(connection) if one.is_revoked] == ["Tablet 1"]
    assert "shut out" in ParsedPage(person.get("/fleet").text).words
    again = ParsedPage(person.get(path).text)
    assert "is shut out already" in again.words and len(again.all("form")) == 1


@pytest.mark.parametrize("path", ["/fleet/codes", f"/fleet/{'1' * 32}/shut-out"])
def test_who_only_looks_changes_nothing(database: HubDatabase, path: str) -> None:
    person = enter(database, "ravi")
    page = ParsedPage(person.get("/fleet").text)
    assert "Shut out" not in page.words and "Make a code" not in page.words and page.find_faults() == []
    assert person.send("/fleet", path, WISH).status == 403
    with database.reading() as connection:
        assert not any(one.is_revoked for one in list_fleet(connection))


@pytest.mark.parametrize("path", ["/fleet/codes", f"/fleet/{'1' * 32}/shut-out"])
def test_a_form_of_somebody_elses_page_is_refused(database: HubDatabase, path: str) -> None:
    person = enter(database)
    for fields in (WISH, {**WISH, "csrf_token": "guessed"}):
        assert person.post(path, fields).status == 403


@pytest.mark.parametrize("device", ["1" * 32, "f" * 32, "nonsense"])
def test_a_sites_account_reaches_no_device_of_another_site(database: HubDatabase, device: str) -> None:
    person = enter(database, "kabir")
    assert person.get(f"/fleet/{device}/shut-out").status == 404
    assert person.send("/fleet", f"/fleet/{device}/shut-out", {}).status == 404


def test_a_large_fleet_shows_first_who_needs_looking_after(
    database: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fleet, "MOST_SHOWN", 1)
    page = ParsedPage(enter(database).get("/fleet").text)
    assert page.find_faults() == []
    assert "Tablet 1" in page.words and "Tablet 2" not in page.words and "2 more are not shown" in page.words


def test_the_fleet_of_one_site_can_be_chosen(database: HubDatabase) -> None:
    words = ParsedPage(enter(database).get("/fleet?site=castle").text).words
    assert "Tablet 3" in words and "Tablet 1" not in words


def test_devices_and_what_waits_on_them_are_counted(database: HubDatabase) -> None:
    with database.reading() as connection:
        assert count_fleet(connection) == (3, 36)
        assert count_fleet(connection, "castle") == (1, 24)
        assert count_fleet(connection, "nowhere") == (0, 0)
