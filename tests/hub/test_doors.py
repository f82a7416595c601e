"""Who comes in at the hub: a device with a code, then by its signature only; on both databases."""

from __future__ import annotations

import base64
import json
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
import zstandard

from kiosk.hub.database import HubDatabase
from kiosk.hub.enrolling import BY_ADDRESS
from kiosk.hub.enrolment_codes import make_code
from kiosk.hub.fleet import list_fleet, revoke_device
from kiosk.hub.metrics import read_metrics
from kiosk.hub.server import create_app
from kiosk.model.device_status import DeviceStatus, ShownPack, format_status
from kiosk.seals.keys import OwnKeys, make_keys
from kiosk.seals.paper_key_mail import open_paper_keys
from kiosk.seals.requests import ANSWER_HEADER, sign_request, verify_answer
from tests.fakes.asgi_caller import AsgiCaller, AsgiReply
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch, pack
from tests.fakes.made_facts import make_lines

NOW_MS = 1_795_262_400_000
BATCHES = f"/v1/streams/{DEVICE}/{INCARNATION}/batches"
STATUS = f"/v1/devices/{DEVICE}/status"


@dataclass
class Tablet:
    """A device before the hub's door."""

    hub: AsgiCaller
    database: HubDatabase
    device: str = DEVICE
    keys: OwnKeys = field(default_factory=make_keys)
    hub_signing_key: bytes = b""

    def get_code(self, **words: Any) -> str:
        with self.database.writing() as connection:
            wanted = {"site": "mill", "name": None, "made_by": "a test", "now_ms": now(), **words}
            return make_code(connection, **wanted)

    def enrol(self, code: str, **changes: Any) -> AsgiReply:
        asked = {
            "code": code,
            "device": self.device,
            "signing_key": self.keys.public.signing.hex(),
            "sealing_key": self.keys.public.sealing.hex(),
            "name": "Tablet 1",
            "version": "1.0",
        }
        reply = self.hub.post("/v1/enrolments", json.dumps({**asked, **changes}).encode())
        if reply.status == 201:
            self.hub_signing_key = bytes.fromhex(reply.json()["hub_signing_key"])
        return reply

    def post(self, path: str, body: bytes, *, keys: OwnKeys | None = None, **headers: str) -> AsgiReply:
        signed = sign_request(
            keys or self.keys, method="POST", path=path, device=self.device, at_ms=5, body=body
        )
        reply = self.hub.post(
            path, body, **{name.lower(): value for name, value in signed.items()}, **headers
        )
        if reply.status in (200, 409):
            assert verify_answer(
                self.hub_signing_key,
                reply.headers[ANSWER_HEADER.lower()],
                status=reply.status,
                request_signature=signed["Kiosk-Signature"],
                body=reply.content,
            )
        return reply

    def send(self, **words: Any) -> AsgiReply:
        return self.post(BATCHES, pack(cut_batch(make_lines(5), 1, 5)), content_encoding="zstd", **words)


def now() -> int:
    return time.time_ns() // 1_000_000


@pytest.fixture
def tablet(hub_database: HubDatabase) -> Tablet:
    return Tablet(AsgiCaller(create_app(hub_database)), hub_database)


def read_code(reply: AsgiReply) -> tuple[int, str]:
    return reply.status, reply.json()["code"]


def test_a_device_comes_in_with_a_code_and_is_known_by_its_signature(tablet: Tablet) -> None:
    reply = tablet.enrol(tablet.get_code())
    assert (reply.status, reply.json()["name"], reply.json()["site"]) == (201, "Tablet 1", "mill")
    assert tablet.send().json()["acked_through"] == 5


def test_it_is_given_the_keys_of_its_site_sealed_to_it(tablet: Tablet) -> None:
    sealed = base64.b64decode(tablet.enrol(tablet.get_code()).json()["paper_keys"])
    keys = open_paper_keys(sealed, tablet.keys, tablet.hub_signing_key)
    assert [one.site for one in keys.tickets] == ["mill"] and keys.passes and keys.vouchers


def test_without_a_code_nobody_comes_in(tablet: Tablet) -> None:
    assert read_code(tablet.enrol("AAAA-AAAA-AAAA")) == (403, "hub.enrolment-code-refused")
    assert read_code(tablet.send()) == (404, "hub.device-unknown")


def test_a_code_is_good_for_one_device_which_may_repeat_it(tablet: Tablet) -> None:
    code = tablet.get_code()
    assert tablet.enrol(code).json().keys() == tablet.enrol(code).json().keys()
    other = Tablet(tablet.hub, tablet.database, device="e" * 32)
    assert read_code(other.enrol(code)) == (403, "hub.enrolment-code-refused")


def test_a_code_is_over_after_its_time(tablet: Tablet) -> None:
    code = tablet.get_code(now_ms=now() - 3_600_001)
    assert read_code(tablet.enrol(code)) == (403, "hub.enrolment-code-refused")


def test_wrong_codes_are_noted_for_a_while_and_shut_nobody_out(tablet: Tablet) -> None:
    for _ in range(10):
        assert tablet.enrol("AAAA-AAAA-AAAA").status == 403
    reply = tablet.enrol("AAAA-AAAA-AAAA")
    assert read_code(reply) == (429, "hub.too-many-tries")
    assert 0 < int(reply.headers["retry-after"]) <= 3_600
    # From the same network, whose address an attacker may share.
    assert tablet.enrol(tablet.get_code()).status == 201


def test_a_flood_of_wrong_codes_from_everywhere_keeps_no_device_out_and_writes_little(tablet: Tablet) -> None:
    with tablet.database.writing() as connection:
        for network in range(101):
            for _ in range(10):
                BY_ADDRESS.note_failure(connection, f"198.51.100.{network}", now())
    assert read_code(tablet.enrol("AAAA-AAAA-AAAA")) == (429, "hub.too-many-tries")
    with tablet.database.reading() as connection:
        assert BY_ADDRESS.count_all(connection, now()) == 1_010
    assert tablet.enrol(tablet.get_code()).status == 201


def test_a_code_of_an_earlier_version_is_not_read(tablet: Tablet) -> None:
    assert read_code(tablet.enrol("AAAA-AAAA")) == (400, "hub.enrolment-not-readable")


def test_nobody_takes_the_place_of_a_device_that_is_in(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    thief = Tablet(tablet.hub, tablet.database)
    assert read_code(thief.enrol(tablet.get_code())) == (403, "hub.enrolment-code-refused")
    assert tablet.send().status == 200


def test_a_device_that_was_shut_out_comes_in_again_with_new_keys(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    with tablet.database.writing() as connection:
        assert revoke_device(connection, DEVICE, now())
        assert not revoke_device(connection, DEVICE, now())
    assert read_code(tablet.send()) == (403, "hub.device-revoked")
    tablet.keys = make_keys()
    assert tablet.enrol(tablet.get_code()).status == 201
    assert tablet.send().status == 200


def test_the_code_that_let_a_device_in_does_not_let_it_in_again_once_it_was_shut_out(tablet: Tablet) -> None:
    code = tablet.get_code()
    tablet.enrol(code)
    with tablet.database.writing() as connection:
        assert revoke_device(connection, DEVICE, now())
    assert read_code(tablet.enrol(code)) == (403, "hub.enrolment-code-refused")
    assert read_code(tablet.send()) == (403, "hub.device-revoked")


def test_a_wrong_or_missing_signature_is_refused(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    assert read_code(tablet.send(keys=make_keys())) == (401, "hub.signature-refused")
    body = pack(cut_batch(make_lines(5), 1, 5))
    unsigned = tablet.hub.post(BATCHES, body, content_encoding="zstd")
    assert read_code(unsigned) == (401, "hub.signature-refused")
    signed = sign_request(tablet.keys, method="POST", path=BATCHES, device=DEVICE, at_ms=5, body=b"else")
    changed = tablet.hub.post(BATCHES, body, content_encoding="zstd", **signed)
    assert read_code(changed) == (401, "hub.signature-refused")


def test_an_open_hub_takes_nothing_unsigned_in_the_name_of_a_device_it_knows(tablet: Tablet) -> None:
    opened = AsgiCaller(create_app(tablet.database, is_open=True))
    body = pack(cut_batch(make_lines(5), 1, 5))
    assert opened.post(BATCHES, body, content_encoding="zstd").status == 200
    tablet.enrol(tablet.get_code())
    assert read_code(opened.post(BATCHES, body, content_encoding="zstd")) == (401, "hub.signature-refused")


def test_a_request_that_is_played_back_changes_nothing(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    first, again = tablet.send(), tablet.send()
    assert first.json()["acked_through"] == again.json()["acked_through"] == 5
    with tablet.database.reading() as connection:
        assert read_metrics(connection, now()).facts == 5


def test_a_device_tells_of_itself_and_the_operator_sees_it(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    status = DeviceStatus(at_ms=1, version="1.2", packs=(ShownPack("delhi", 3),), battery_percent=40)
    answer = tablet.post(STATUS, json.dumps(format_status(status)).encode()).json()
    assert answer["paper_keys_version"] > 0 and answer["messages"] == []
    with tablet.database.reading() as connection:
        (seen,) = list_fleet(connection)
        assert not list_fleet(connection, site="elsewhere")
    assert (seen.name, seen.version, seen.battery_percent) == ("Tablet 1", "1.2", 40)
    assert seen.packs == (("delhi", 3),)


def test_used_tickets_are_told_and_asked_for(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    path = f"/v1/devices/{DEVICE}/redemptions"
    answer = tablet.post(path, b'{"marks": [], "since": 0}').json()
    assert (answer["already"], answer["spent"]) == ([], [])


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        (STATUS, b"[]", "hub.status-not-readable"),
        (STATUS, b"\xff", "hub.status-not-readable"),
        (STATUS, b"[" * 50_000, "hub.status-not-readable"),
        (f"/v1/devices/{DEVICE}/redemptions", b"7", "hub.redemptions-not-readable"),
        (
            f"/v1/devices/{DEVICE}/redemptions",
            b'{"marks": ["x"], "since": 0}',
            "hub.redemptions-not-readable",
        ),
    ],
)
def test_nonsense_of_a_known_device_is_refused_in_words(
    tablet: Tablet, path: str, body: bytes, code: str
) -> None:
    tablet.enrol(tablet.get_code())
    assert read_code(tablet.post(path, body)) == (400, code)
    assert read_code(tablet.post(path, b"x" * 200_000)) == (413, "hub.batch-too-large")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [({"code": "abc"}, "code"), ({"device": "x"}, "device"), ({"signing_key": "00"}, "signing_key")],
)
def test_an_enrolment_of_the_wrong_form_names_the_field(
    tablet: Tablet, changes: dict[str, str], fields: str
) -> None:
    reply = tablet.enrol(**{"code": "AAAA-AAAA-AAAA", **changes})
    assert reply.status == 400
    assert reply.json() == {"code": "hub.enrolment-not-readable", "found": fields}


@pytest.mark.parametrize("body", [b"", b"\xff\x0c", b"[]", b'{"code": "\\ud800"}', b"[" * 4_000])
def test_an_enrolment_that_is_no_json_is_refused_in_words(tablet: Tablet, body: bytes) -> None:
    assert read_code(tablet.hub.post("/v1/enrolments", body)) == (400, "hub.enrolment-not-readable")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_texts_that_no_database_can_hold_are_refused(tablet: Tablet, text: str) -> None:
    tablet.enrol(tablet.get_code())
    body = json.dumps({"at_ms": 1, "version": text}).encode()
    assert read_code(tablet.post(STATUS, body)) == (400, "hub.status-not-readable")
    assert read_code(tablet.enrol(tablet.get_code(), name=text)) == (400, "hub.enrolment-not-readable")


def test_a_bomb_and_a_foreign_stream_are_refused_though_well_signed(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    bomb = zstandard.ZstdCompressor().compress(bytes(256 * 1024 * 1024))
    assert len(bomb) < 16_000
    assert read_code(tablet.post(BATCHES, bomb, content_encoding="zstd")) == (413, "hub.batch-too-large")
    foreign = f"/v1/streams/{'e' * 32}/{INCARNATION}/batches"
    body = pack(cut_batch(make_lines(5), 1, 5))
    assert read_code(tablet.post(foreign, body, content_encoding="zstd")) == (401, "hub.signature-refused")


def test_the_hub_gives_figures_to_whoever_watches_over_it(tablet: Tablet) -> None:
    tablet.enrol(tablet.get_code())
    tablet.send()
    text = tablet.hub.get("/metrics").text
    assert "\nkiosk_hub_devices 1\n" in text and "\nkiosk_hub_facts 5\n" in text
    assert "\nkiosk_hub_devices_silent 1\n" in text
