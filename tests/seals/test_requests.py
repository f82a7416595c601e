"""Signed requests, and answers that are bound to them."""

from __future__ import annotations

import pytest

from kiosk.seals.keys import make_keys
from kiosk.seals.requests import (
    ANSWER_HEADER,
    RequestSignature,
    find_signature,
    sign_answer,
    sign_request,
    verify_answer,
    verify_request,
)

DEVICE = "ab" * 16
PATH = f"/v1/devices/{DEVICE}/status"


def _signed(body: bytes = b"{}") -> tuple[bytes, RequestSignature]:
    keys = make_keys()
    headers = sign_request(keys, method="POST", path=PATH, device=DEVICE, at_ms=1_790_000_000_000, body=body)
    signed = find_signature(headers)
    assert signed is not None
    return keys.public.signing, signed


def test_a_request_is_known_by_its_signature() -> None:
    key, signed = _signed()
    assert (signed.device, signed.at_ms) == (DEVICE, 1_790_000_000_000)
    assert verify_request(key, signed, method="POST", path=PATH, body=b"{}")


def test_any_change_of_a_request_is_noticed() -> None:
    key, signed = _signed()
    assert not verify_request(key, signed, method="GET", path=PATH, body=b"{}")
    assert not verify_request(key, signed, method="POST", path=PATH + "/", body=b"{}")
    assert not verify_request(key, signed, method="POST", path=PATH, body=b"{ }")
    for other in (
        RequestSignature("cd" * 16, signed.at_ms, signed.signature),
        RequestSignature(signed.device, signed.at_ms + 1, signed.signature),
        RequestSignature(signed.device, signed.at_ms, "00" * 64),
    ):
        assert not verify_request(key, other, method="POST", path=PATH, body=b"{}")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Kiosk-Device", ""),
        ("Kiosk-Device", "AB" * 16),
        ("Kiosk-Device", "ab" * 16 + "\n"),
        ("Kiosk-Time", "-1"),
        ("Kiosk-Time", "9" * 16),
        ("Kiosk-Time", "²"),
        ("Kiosk-Signature", "ab" * 63),
        ("Kiosk-Signature", "zz" * 64),
    ],
)
def test_headers_of_another_form_are_no_signature(name: str, value: str) -> None:
    headers = sign_request(make_keys(), method="GET", path=PATH, device=DEVICE, at_ms=0, body=b"")
    assert find_signature(headers) is not None
    assert find_signature(headers | {name: value}) is None


def test_an_answer_belongs_to_its_hub_and_its_request() -> None:
    hub = make_keys()
    one, other = "11" * 64, "22" * 64
    signature = sign_answer(hub, status=200, request_signature=one, body=b"{}")[ANSWER_HEADER]

    def holds(key: bytes = hub.public.signing, **changed: object) -> bool:
        said: dict[str, object] = {"status": 200, "request_signature": one, "body": b"{}"} | changed
        return verify_answer(key, signature, **said)  # type: ignore[arg-type]  # as in the real call, changed

    assert holds()
    assert not holds(make_keys().public.signing)
    assert not holds(status=409)
    assert not holds(request_signature=other)
    assert not holds(body=b"[]")
    assert not verify_answer(hub.public.signing, "", status=200, request_signature=one, body=b"{}")
