"""One request to the hub and its answer. The answer comes from a network that may lie.

Only a body with the hub's own form counts; a 2xx without it is somebody else's page (a captive
portal). Redirects are not followed, and no answer over 64 KB is read.
"""

from __future__ import annotations

import http.client
import json
from concurrent.futures import CancelledError
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from kiosk.model.batch import MAX_SEQ, Batch, format_batch, is_hash
from kiosk.sync.hub_address import HubAddress
from kiosk.sync.wire import Cut, open_connection

MAX_ANSWER_BYTES: Final = 64 * 1024
TIME_OUT_S: Final = 10.0
COMPRESSION_LEVEL: Final = 6


class Outcome(StrEnum):
    """What became of a batch."""

    ACKNOWLEDGED = "acknowledged"
    FORK = "fork"  # the hub knows other facts under this stream's numbers
    TOO_LARGE = "too-large"
    BUSY = "busy"  # 429, 5xx, 408
    UNREACHABLE = "unreachable"
    NOT_THE_HUB = "not-the-hub"  # an answer that is not the hub's
    REFUSED = "refused"  # any other 4xx


@dataclass(frozen=True, slots=True)
class Answer:
    """The hub's answer.

    ``through`` and ``head_hash`` are the acknowledged (or, for a fork, the agreed) number and its
    hash; ``server_ms`` the hub's clock; ``detail`` in words for staff.
    """

    outcome: Outcome
    through: int = 0
    head_hash: str = ""
    server_ms: int = 0
    detail: str = ""


class Exchange:
    """Sends batches, one at a time; :meth:`cut` may be called from another thread."""

    def __init__(self, hub: HubAddress, time_out_s: float = TIME_OUT_S) -> None:
        """Send to ``hub``; each wait for the network lasts at most ``time_out_s``."""
        self._hub = hub
        self._time_out_s = time_out_s
        self._cut = Cut()

    def send(self, batch: Batch) -> Answer:
        """Post one batch and return what became of it; never raises for what the network does."""
        import zstandard

        packer = zstandard.ZstdCompressor(level=COMPRESSION_LEVEL, write_checksum=True)
        path = f"{self._hub.path}/v1/streams/{batch.device}/{batch.incarnation}/batches"
        try:
            status, content = self._post(path, packer.compress(format_batch(batch)))
        except (OSError, http.client.HTTPException, CancelledError) as error:
            return Answer(Outcome.UNREACHABLE, detail=str(error) or type(error).__name__)
        return read_answer(status, content)

    def cut(self) -> None:
        """Break off a request under way; further ones fail at once."""
        self._cut.now()

    def _post(self, path: str, body: bytes) -> tuple[int, bytes]:
        connection = open_connection(self._hub, self._time_out_s, self._cut)
        try:
            headers = {
                "Content-Type": "application/x-ndjson",
                "Content-Encoding": "zstd",
                "Accept": "application/json",
            }
            connection.request("POST", path, body, headers)
            with connection.getresponse() as response:
                return response.status, response.read(MAX_ANSWER_BYTES + 1)
        finally:
            self._cut.watch_socket(None)
            connection.close()


def read_answer(status: int, content: bytes) -> Answer:
    """Return what an HTTP status and body mean; ``content`` is not trusted."""
    if status in (200, 201, 409):
        return _read_acknowledgement(status, content)
    if status == 413:
        return Answer(Outcome.TOO_LARGE, detail="413: the batch is too large for the hub")
    if status in (408, 429) or status >= 500:
        return Answer(Outcome.BUSY, detail=f"{status}: the hub cannot take facts now")
    if 300 <= status < 400:
        return Answer(Outcome.NOT_THE_HUB, detail=f"{status}: a redirect, which is not followed")
    return Answer(Outcome.REFUSED, detail=f"{status}: the hub refused the batch")


def _read_acknowledgement(status: int, content: bytes) -> Answer:
    body = _parse_object(content)
    through, head_hash = body.get("acked_through"), body.get("head_hash")
    server_time = body.get("server_time")
    well_formed = (
        _is_whole(through, MAX_SEQ) and _is_whole(server_time, 2**53) and is_hash(head_hash)
        and isinstance(body.get("rejected"), list)
    )  # fmt: skip
    if not well_formed:
        return Answer(
            Outcome.NOT_THE_HUB, detail=f"{status} without the hub's own body (a log-in page of the network?)"
        )
    outcome = Outcome.FORK if status == 409 else Outcome.ACKNOWLEDGED
    return Answer(outcome, int(str(through)), str(head_hash), int(str(server_time)), str(status))


def _parse_object(content: bytes) -> dict[str, Any]:
    if len(content) > MAX_ANSWER_BYTES:
        return {}
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _is_whole(value: object, maximum: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= maximum
