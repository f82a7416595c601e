"""What an answer means. It comes from a network that may lie: only the hub's own form counts."""

from __future__ import annotations

import http.client
import json
import re
import socket
import ssl
from concurrent.futures import CancelledError
from errno import EADDRNOTAVAIL, ENETDOWN, ENETUNREACH
from typing import Any, Final

from kiosk.model.batch import MAX_SEQ, is_hash
from kiosk.sync.outcome import Answer, Outcome
from kiosk.sync.wire import NameNotFoundError

MAX_ANSWER_BYTES: Final = 64 * 1024

# What OpenSSL says of a certificate whose time is not now (X509_V_ERR_CERT_NOT_YET_VALID, ..._HAS_EXPIRED).
_WRONG_TIME: Final = (9, 10)
_NO_NETWORK: Final = frozenset({ENETDOWN, ENETUNREACH, EADDRNOTAVAIL})
_CODE: Final = re.compile(r"[a-z][a-z.-]{0,59}")
# The hub's own codes, which begin with its name.
_REFUSALS: Final = {
    "device-unknown": Outcome.NOT_ENROLLED,
    "signature-refused": Outcome.NOT_ENROLLED,
    "device-revoked": Outcome.REVOKED,
}


def read_failure(error: OSError | http.client.HTTPException | CancelledError) -> Answer:
    """Return what it means that no answer came."""
    words = str(error) or type(error).__name__
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _WRONG_TIME:
            return Answer(Outcome.CLOCK, detail=f"the hub's certificate does not hold now: {words}")
        return Answer(Outcome.NOT_THE_HUB, detail=f"somebody else's certificate: {words}")
    if _is_without_network(error):
        return Answer(Outcome.NO_NETWORK, detail=words)
    if _speaks_otherwise(error):
        return Answer(Outcome.NOT_THE_HUB, detail=f"no hub answers like this: {words}")
    return Answer(Outcome.UNREACHABLE, detail=words)


def read_answer(status: int, content: bytes) -> Answer:
    """Return what an HTTP status and body mean as the answer to a batch; ``content`` is not trusted."""
    if status in (200, 201, 409):
        return _read_acknowledgement(status, content)
    return _read_refusal(status, content)


def read_record(status: int, content: bytes, limit_bytes: int = MAX_ANSWER_BYTES) -> Answer:
    """Return what a status and body mean as the answer to anything else; ``content`` is not trusted."""
    if status not in (200, 201):
        return _read_refusal(status, content)
    body = _parse_object(content, limit_bytes)
    server_time = body.get("server_time")
    if not _is_whole(server_time, 2**53):
        return _not_the_hub(status)
    return Answer(Outcome.ACKNOWLEDGED, server_ms=int(str(server_time)), body=body, content=content)


def _read_acknowledgement(status: int, content: bytes) -> Answer:
    body = _parse_object(content)
    through, head_hash = body.get("acked_through"), body.get("head_hash")
    server_time = body.get("server_time")
    well_formed = (
        _is_whole(through, MAX_SEQ) and _is_whole(server_time, 2**53) and is_hash(head_hash)
        and isinstance(body.get("rejected"), list)
    )  # fmt: skip
    if not well_formed:
        return _not_the_hub(status)
    outcome = Outcome.FORK if status == 409 else Outcome.ACKNOWLEDGED
    return Answer(outcome, int(str(through)), str(head_hash), int(str(server_time)), str(status))


def _read_refusal(status: int, content: bytes) -> Answer:
    code = _find_code(content)
    told = {"code": code, "status": status}
    said = f"{status} {code}".strip()
    if status == 413:
        return Answer(Outcome.TOO_LARGE, detail=f"{said}: too large for the hub")
    if status in (408, 429) or status >= 500:
        return Answer(Outcome.BUSY, detail=f"{said}: the hub is busy", body=told)
    if 300 <= status < 400:
        return Answer(Outcome.NOT_THE_HUB, detail=f"{status}: a redirect, which is not followed")
    if (outcome := _REFUSALS.get(code.removeprefix("hub."))) is not None:
        return Answer(outcome, detail=f"{said}: the hub refused this device")
    return Answer(Outcome.REFUSED, detail=f"{said}: the hub refused it", body=told)


def _find_code(content: bytes) -> str:
    """Return the code that a refusal gives, "" for none. It is shown to staff: nothing but a code is taken for one."""
    code = _parse_object(content).get("code")
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _not_the_hub(status: int) -> Answer:
    words = f"{status} without the hub's own body (a log-in page of the network?)"
    return Answer(Outcome.NOT_THE_HUB, detail=words)


def _is_without_network(error: BaseException) -> bool:
    if isinstance(error, NameNotFoundError):
        # "Try again" is what a device without any network is told of every name.
        return error.number in (socket.EAI_AGAIN, socket.EAI_FAIL)
    return isinstance(error, OSError) and error.errno in _NO_NETWORK


def _speaks_otherwise(error: BaseException) -> bool:
    """Tell whether somebody answered who speaks no HTTP, or no TLS. A hub killed in the middle of its answer is none."""
    if isinstance(error, ssl.SSLError):
        return error.reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE")
    return isinstance(error, http.client.BadStatusLine) and not isinstance(error, ConnectionError)


def _parse_object(content: bytes, limit_bytes: int = MAX_ANSWER_BYTES) -> dict[str, Any]:
    if len(content) > limit_bytes:
        return {}
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _is_whole(value: object, maximum: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= maximum
