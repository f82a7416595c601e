"""The hub's door, over ASGI: what it takes, and what it refuses in words."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.hub.database import HubDatabase
from kiosk.hub.server import create_app
from kiosk.model.batch import Batch, chain_all
from kiosk.model.facts import format_fact
from tests.fakes.asgi_caller import AsgiCaller
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch, pack
from tests.fakes.made_facts import make_fact, make_lines

PATH = f"/v1/streams/{DEVICE}/{INCARNATION}/batches"
LINES = make_lines(10)


@pytest.fixture
def hub(hub_database: HubDatabase) -> AsgiCaller:
    return AsgiCaller(create_app(hub_database, is_open=True))


def post(hub: AsgiCaller, content: bytes, path: str = PATH, encoding: str = "zstd") -> tuple[int, Any]:
    answer = hub.post(path, content, content_encoding=encoding)
    return answer.status, answer.json()


def test_it_acknowledges_by_number_hash_and_its_time(hub: AsgiCaller) -> None:
    batch = cut_batch(LINES, 1, 5)
    status, body = post(hub, pack(batch))
    assert status == 200
    assert body.pop("server_time") > 1_700_000_000_000
    assert body == {"acked_through": 5, "head_hash": chain_all(batch)[-1], "rejected": [], "reason": ""}


def test_a_fork_is_409_with_where_the_two_agree(hub: AsgiCaller) -> None:
    post(hub, pack(cut_batch(LINES, 1, 5)))
    status, body = post(hub, pack(cut_batch([*LINES[:2], *make_lines(3, 50)], 1, 5)))
    assert (status, body["reason"], body["acked_through"]) == (409, "fork", 2)
    assert body["head_hash"] == chain_all(cut_batch(LINES, 1, 2))[-1]


def other(**changes: object) -> Batch:
    batch = cut_batch(LINES, 1, 5)
    values = {name: getattr(batch, name) for name in Batch.__dataclass_fields__}
    return Batch(**{**values, **changes})


REFUSED = [
    ("not zstd", b"plain words", PATH, 400, "hub.batch-not-readable"),
    ("cut short", pack(cut_batch(LINES, 1, 5))[:-9], PATH, 400, "hub.batch-not-readable"),
    ("no facts", pack(other(facts=())), PATH, 400, "hub.batch-not-readable"),
    ("too many facts", pack(other(facts=tuple(make_lines(501)))), PATH, 400, "hub.batch-not-readable"),
    ("a number from 0", pack(other(first_seq=0)), PATH, 400, "hub.batch-not-readable"),
    ("a hash of words", pack(other(previous_hash="x" * 64)), PATH, 400, "hub.batch-not-readable"),
    ("another stream", pack(other(incarnation="2" * 32)), PATH, 400, "hub.wrong-stream"),
    ("no such stream", b"", f"/v1/streams/me/{INCARNATION}/batches", 404, "hub.no-such-stream"),
    ("too large", pack(other(facts=(b" " * 300_000,))), PATH, 413, "hub.batch-too-large"),
    ("much too large", bytes(2_000_000), PATH, 413, "hub.batch-too-large"),
]


@pytest.mark.parametrize(
    ("content", "path", "status", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_it_cannot_take_is_refused_in_words(
    hub: AsgiCaller, content: bytes, path: str, status: int, code: str
) -> None:
    refused, body = post(hub, content, path)
    assert (refused, body["code"]) == (status, code)
    assert body["found"]
    assert hub.get("/v1/totals").json()["facts"] == 0


def test_a_body_that_is_not_compressed_is_415(hub: AsgiCaller) -> None:
    assert post(hub, b"{}", encoding="gzip")[0] == 415


def test_health_tells_the_version(hub: AsgiCaller) -> None:
    body = hub.get("/healthz").json()
    assert body["ok"] is True and body["version"]


def test_totals_count_messages(hub: AsgiCaller) -> None:
    post(hub, pack(cut_batch([*LINES[:2], b"?"], 1, 3)))
    totals = hub.get("/v1/totals").json()
    assert (totals["devices"], totals["facts"], totals["quarantined"], totals["dropped"]) == (1, 3, 1, 0)


def test_the_report_hides_small_counts(hub: AsgiCaller) -> None:
    lines = [format_fact(make_fact(number, "visit")) for number in range(1, 12)] + make_lines(6, 20)
    lines.append(make_lines(1, 40)[0].replace(b"minar", b"tomb"))
    post(hub, pack(cut_batch(lines, 1, len(lines))))
    (report,) = hub.get("/v1/reports/attraction", site="qutb").json()
    assert report["visits"] == 11
    assert report["stops"][0]["stop"] == "qutb/minar"
    assert report["stops"][0]["stopped"] == 6
    assert report["stops"][1] == {
        **report["stops"][1],
        "stopped": None,
        "attraction": None,
        "holding_time_s": None,
    }


@pytest.mark.parametrize("area", ["-1", "nan", "1e99", "x"])
def test_a_floor_area_out_of_bounds_is_refused(hub: AsgiCaller, area: str) -> None:
    assert hub.get("/v1/reports/attraction", floor_area_m2=area).status == 422


def test_the_page_escapes_what_came_from_devices(hub: AsgiCaller) -> None:
    hostile = make_lines(1)[0].replace(b"qutb/minar", b"<script>x/<img src=y>")
    post(hub, pack(cut_batch([hostile], 1, 1)))
    page = hub.get("/")
    assert page.status == 200 and "<script>x" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_page_is_there_before_the_first_fact(hub: AsgiCaller) -> None:
    assert hub.get("/").status == 200


def test_the_interface_is_described(hub: AsgiCaller) -> None:
    paths = hub.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/v1/streams/{device}/{incarnation}/batches", "/v1/enrolments", "/v1/devices/{device}/status",
        "/v1/devices/{device}/paper-keys", "/v1/devices/{device}/redemptions",
        "/v1/devices/{device}/recordings/{sha256}", "/v1/reports/attraction", "/v1/totals", "/healthz", "/metrics",
    }  # fmt: skip
