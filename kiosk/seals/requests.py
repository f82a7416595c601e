"""Who sent a request, and whether an answer is the hub's: both are signed, so that plain networks will do.

A signature says who, what and where to; it does not say when. The device's clock is told and not trusted,
and all that devices post may come again without harm, so a request that is played back does nothing new.
The hub's answer is bound to the very request it answers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kiosk.seals.keys import OwnKeys, is_signed_by

DEVICE_HEADER: Final = "Kiosk-Device"
TIME_HEADER: Final = "Kiosk-Time"
SIGNATURE_HEADER: Final = "Kiosk-Signature"
ANSWER_HEADER: Final = "Kiosk-Answer-Signature"

_DEVICE = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"[0-9]{1,15}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class RequestSignature:
    """What a request says of its sender.

    ``device`` is its id (32 hex digits), ``at_ms`` its clock (UTC, told and not trusted), ``signature``
    128 hex digits.
    """

    device: str
    at_ms: int
    signature: str


def sign_request(
    keys: OwnKeys, *, method: str, path: str, device: str, at_ms: int, body: bytes
) -> dict[str, str]:
    """Return the headers that sign a request.

    Args:
        keys: The device's own.
        method: ``POST`` or ``GET``.
        path: From ``/v1`` on, without what a proxy may have put before it.
        device: The device's id.
        at_ms: The device's clock (UTC).
        body: As it is sent, compressed.
    """
    signature = keys.sign(_request_text(method, path, device, at_ms, body)).hex()
    return {DEVICE_HEADER: device, TIME_HEADER: str(at_ms), SIGNATURE_HEADER: signature}


def find_signature(headers: Mapping[str, str]) -> RequestSignature | None:
    """Return what the headers say of the sender, None where that is not all there or of another form.

    ``headers`` has to find names in any case, as those of web frameworks do.
    """
    device, at_ms = headers.get(DEVICE_HEADER, ""), headers.get(TIME_HEADER, "")
    signature = headers.get(SIGNATURE_HEADER, "")
    if not (_DEVICE.fullmatch(device) and _TIME.fullmatch(at_ms) and _SIGNATURE.fullmatch(signature)):
        return None
    return RequestSignature(device, int(at_ms), signature)


def verify_request(
    signing_key: bytes, signed: RequestSignature, *, method: str, path: str, body: bytes
) -> bool:
    """Tell whether the owner of ``signing_key`` (32 bytes) signed exactly this request."""
    text = _request_text(method, path, signed.device, signed.at_ms, body)
    return is_signed_by(signing_key, bytes.fromhex(signed.signature), text)


def sign_answer(keys: OwnKeys, *, status: int, request_signature: str, body: bytes) -> dict[str, str]:
    """Return the header that signs the hub's answer to the request with that signature (128 hex digits)."""
    return {ANSWER_HEADER: keys.sign(_answer_text(status, request_signature, body)).hex()}


def verify_answer(
    signing_key: bytes, answer_signature: str, *, status: int, request_signature: str, body: bytes
) -> bool:
    """Tell whether the owner of ``signing_key`` gave exactly this answer to exactly that request."""
    if not _SIGNATURE.fullmatch(answer_signature):
        return False
    text = _answer_text(status, request_signature, body)
    return is_signed_by(signing_key, bytes.fromhex(answer_signature), text)


def _request_text(method: str, path: str, device: str, at_ms: int, body: bytes) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    return f"heritage-kiosk-request/1\n{method}\n{path}\n{device}\n{at_ms}\n{digest}".encode()


def _answer_text(status: int, request_signature: str, body: bytes) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    return f"heritage-kiosk-answer/1\n{status}\n{request_signature}\n{digest}".encode()
