"""What it means that no answer came, or a refusal: each with something that staff can do."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from concurrent.futures import CancelledError

import pytest

from kiosk.sync.answers import read_answer, read_failure, read_record
from kiosk.sync.outcome import REMEDIES, Outcome, find_remedy
from kiosk.sync.state import DISK, NO_HUB, RATE
from kiosk.sync.wire import NameNotFoundError


def certificate_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = code
    return error


def ssl_error(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, reason)
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (OSError(errno.ENETUNREACH, "Network is unreachable"), Outcome.NO_NETWORK),
        (OSError(errno.ENETDOWN, "Network is down"), Outcome.NO_NETWORK),
        (NameNotFoundError("hub: try again", socket.EAI_AGAIN), Outcome.NO_NETWORK),
        (NameNotFoundError("hub: unknown", socket.EAI_NONAME), Outcome.UNREACHABLE),
        (OSError(errno.EHOSTUNREACH, "No route to host"), Outcome.UNREACHABLE),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Outcome.UNREACHABLE),
        (TimeoutError("timed out"), Outcome.UNREACHABLE),
        (CancelledError(), Outcome.UNREACHABLE),
        (http.client.RemoteDisconnected("closed"), Outcome.UNREACHABLE),
        (http.client.IncompleteRead(b"x"), Outcome.UNREACHABLE),
        (http.client.BadStatusLine("SSH-2.0"), Outcome.NOT_THE_HUB),
        (ssl_error("WRONG_VERSION_NUMBER"), Outcome.NOT_THE_HUB),
        (ssl_error("UNEXPECTED_EOF_WHILE_READING"), Outcome.UNREACHABLE),
        (certificate_error(9), Outcome.CLOCK),
        (certificate_error(10), Outcome.CLOCK),
        (certificate_error(62), Outcome.NOT_THE_HUB),
        (certificate_error(18), Outcome.NOT_THE_HUB),
    ],
)
def test_a_failure_says_whose_it_is(
    error: OSError | http.client.HTTPException | CancelledError, outcome: Outcome
) -> None:
    answer = read_failure(error)
    assert answer.outcome is outcome
    assert answer.detail


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (401, "hub.signature-refused", Outcome.NOT_ENROLLED),
        (404, "hub.device-unknown", Outcome.NOT_ENROLLED),
        (403, "hub.device-revoked", Outcome.REVOKED),
        (400, "hub.batch-not-readable", Outcome.REFUSED),
        (403, "hub.something-else", Outcome.REFUSED),
        (503, "hub.database-busy", Outcome.BUSY),
    ],
)
def test_a_refusal_says_what_the_hub_has_against_it(status: int, code: str, outcome: Outcome) -> None:
    for read in (read_answer, read_record):
        answer = read(status, b'{"code": "%s"}' % code.encode())
        assert answer.outcome is outcome
        assert code in answer.detail


@pytest.mark.parametrize("code", ["\\u001b[31mred", "hub.ok\\nline", "HUB.X", "x" * 90, ""])
def test_what_is_no_code_is_not_repeated(code: str) -> None:
    detail = read_answer(403, b'{"code": "%s"}' % code.encode()).detail
    assert detail == "403: the hub refused it"


def test_every_failure_has_something_to_do() -> None:
    for outcome in set(Outcome) - {Outcome.ACKNOWLEDGED}:
        assert find_remedy(outcome) == REMEDIES[outcome] != ""
    assert all(find_remedy(reason) for reason in (RATE, DISK, NO_HUB))
    assert find_remedy("") == find_remedy("nonsense") == ""


def test_a_record_without_the_hub_s_time_is_somebody_else_s() -> None:
    assert read_record(200, b'{"hello": 1}').outcome is Outcome.NOT_THE_HUB
    assert read_record(200, b'{"server_time": 5}').outcome is Outcome.ACKNOWLEDGED
