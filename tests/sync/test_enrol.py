"""Enrolling at a hub, and what is signed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.seals.device_keys import load_device_keys
from kiosk.seals.keys import make_keys
from kiosk.seals.paper_keys import PaperKeys, PassKey, load_paper_keys
from kiosk.sync.enrol import Invitation, enrol, parse_invitation
from kiosk.sync.enrolment import PLACE, Enrolment, find_enrolment, get_enrolment
from kiosk.sync.exchange import Exchange
from kiosk.sync.open_exchange import open_exchange
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Outcome
from kiosk.sync.send_all import send_all
from tests.fakes.closed_hub import NOW_MS, ClosedHub
from tests.fakes.fake_hub import free_port
from tests.fakes.made_facts import make_lines
from tests.sync.conftest import DEVICE


@pytest.fixture
def closed_hub() -> Iterator[ClosedHub]:
    with ClosedHub(paper_keys=PaperKeys(2, passes=(PassKey(1, b"p" * 32),))) as hub:
        yield hub


def join(data: Path, hub: ClosedHub, code: str = "ABCD-EFGH-JKMN", *, new_keys: bool = False) -> Enrolment:
    return enrol(data, DEVICE, Invitation(hub.url, code), name="Tablet 7", version="0", new_keys=new_keys)


def way(data: Path, hub: str = "") -> Exchange:
    exchange = open_exchange(data, hub)
    assert exchange is not None
    return exchange


@pytest.mark.parametrize(
    ("typed", "hub", "code"),
    [
        ("ABCD-EFGH-JKMN", "", "ABCD-EFGH-JKMN"),
        (" abcd efgh jkmn ", "", "ABCD-EFGH-JKMN"),
        ("O1IL-2345-6789", "", "0111-2345-6789"),
        ("kiosk-enrol:https://hub.example.org#ABCD-EFGH-JKMN", "https://hub.example.org", "ABCD-EFGH-JKMN"),
        ("KIOSK-ENROL:http://10.0.0.5:8765#abcdefghjkmn", "http://10.0.0.5:8765", "ABCD-EFGH-JKMN"),
    ],
)
def test_a_code_is_read_forgivingly(typed: str, hub: str, code: str) -> None:
    assert parse_invitation(typed) == Invitation(hub, code)


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "ABCD-EFGH", "ABCD-EFGH-JKMU", "ABCD-EFGH-JKMN-P", "kiosk-enrol:", "ABCD-EFGH-JKM!"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(KioskError, match=r"sync\.enrolment-code-form"):
        parse_invitation(typed)


def test_the_device_knows_its_hub_and_its_paper_keys_afterwards(
    tmp_path: Path, closed_hub: ClosedHub
) -> None:
    joined = join(tmp_path, closed_hub)
    assert (joined.name, joined.site, joined.enrolled_ms) == ("Tablet 7", "mill", NOW_MS)
    assert joined.hub_keys == closed_hub.keys.public
    assert get_enrolment(tmp_path) == joined
    assert load_paper_keys(tmp_path) == closed_hub.paper_keys
    assert (tmp_path / PLACE).stat().st_mode & 0o777 == 0o600


def test_facts_are_signed_and_taken(tmp_path: Path, outbox: Outbox, closed_hub: ClosedHub) -> None:
    outbox.accept("one", make_lines(700))
    unsigned = send_all(outbox, Exchange(way(tmp_path, closed_hub.url).hub))
    assert (unsigned.waiting, unsigned.reason) == (700, Outcome.NOT_ENROLLED)
    join(tmp_path, closed_hub)
    assert send_all(outbox, way(tmp_path)).waiting == 0
    assert closed_hub.facts == make_lines(700)


def test_a_code_is_good_once_and_again_for_who_did_not_hear_the_answer(
    tmp_path: Path, closed_hub: ClosedHub
) -> None:
    closed_hub.loses_answers = 1
    with pytest.raises(KioskError, match=r"sync\.enrolment-refused"):
        join(tmp_path, closed_hub)
    assert find_enrolment(tmp_path) is None
    join(tmp_path, closed_hub)
    other = tmp_path / "other"
    with pytest.raises(KioskError, match=r"hub\.enrolment-code-refused"):
        enrol(other, "e" * 32, Invitation(closed_hub.url, "ABCD-EFGH-JKMN"), name="", version="0")


def test_nothing_is_kept_of_an_enrolment_that_did_not_come_about(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"sync\.enrolment-refused"):
        enrol(
            tmp_path,
            DEVICE,
            Invitation(f"http://127.0.0.1:{free_port()}", "ABCD-EFGH-JKMN"),
            name="",
            version="0",
        )
    assert find_enrolment(tmp_path) is None


def test_a_revoked_device_is_told_so_and_may_come_back_with_new_keys(
    tmp_path: Path, outbox: Outbox, closed_hub: ClosedHub
) -> None:
    join(tmp_path, closed_hub)
    outbox.accept("one", make_lines(3))
    closed_hub.revoked.add(DEVICE)
    refused = send_all(outbox, way(tmp_path))
    assert (refused.waiting, refused.reason) == (3, Outcome.REVOKED)
    old = load_device_keys(tmp_path).public
    closed_hub.revoked.clear()
    closed_hub.devices.clear()
    closed_hub.codes["2345-6789-ABCD"] = ""
    join(tmp_path, closed_hub, "2345-6789-ABCD", new_keys=True)
    assert load_device_keys(tmp_path).public != old
    assert send_all(outbox, way(tmp_path)).waiting == 0


def test_an_acknowledgement_without_the_hub_s_signature_is_nobody_s_word(
    tmp_path: Path, outbox: Outbox, closed_hub: ClosedHub
) -> None:
    """On a plain network somebody could answer in the hub's own form, and facts would be deleted unread."""
    join(tmp_path, closed_hub)
    outbox.accept("one", make_lines(3))
    closed_hub.signs = False
    refused = send_all(outbox, way(tmp_path))
    assert (refused.waiting, refused.reason) == (3, Outcome.NOT_THE_HUB)


def test_another_hub_at_the_same_address_is_not_believed(
    tmp_path: Path, outbox: Outbox, closed_hub: ClosedHub
) -> None:
    join(tmp_path, closed_hub)
    outbox.accept("one", make_lines(3))
    closed_hub.keys = make_keys()
    assert send_all(outbox, way(tmp_path)).reason == Outcome.NOT_THE_HUB


def test_damaged_files_are_told_with_what_to_do(tmp_path: Path, closed_hub: ClosedHub) -> None:
    join(tmp_path, closed_hub)
    (tmp_path / PLACE).write_bytes(b"{}")
    with pytest.raises(KioskError, match=r"sync\.enrolment-damaged"):
        open_exchange(tmp_path, "")
    (tmp_path / PLACE).unlink()
    with pytest.raises(KioskError, match=r"sync\.not-enrolled"):
        get_enrolment(tmp_path)


def test_two_keep_to_their_own_hub(tmp_path: Path, closed_hub: ClosedHub) -> None:
    with ClosedHub() as elsewhere, closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        join(tmp_path, closed_hub)
        outbox.accept("one", make_lines(3))
        assert send_all(outbox, way(tmp_path, elsewhere.url)).reason == Outcome.NOT_ENROLLED
        assert send_all(outbox, way(tmp_path)).waiting == 0
