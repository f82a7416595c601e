"""One request to the hub and its answer. The answer comes from a network that may lie.

Only a body with the hub's own form counts; a 2xx without it is somebody else's page (a captive
portal). An enrolled device also asks for the hub's signature under every answer that changes something.
Redirects are not followed, and no answer over 64 KB is read.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kiosk.model.batch import Batch, format_batch
from kiosk.sync.answers import MAX_ANSWER_BYTES, read_answer, read_failure, read_record
from kiosk.sync.hub_address import HubAddress
from kiosk.sync.outcome import Answer, Outcome
from kiosk.sync.wire import Cut, open_connection

if TYPE_CHECKING:
    from kiosk.sync.signer import Signer

TIME_OUT_S: Final = 10.0
COMPRESSION_LEVEL: Final = 6
# What a request and its answer cost beside their bodies: headers, TCP, the greeting of TLS.
OVERHEAD_BYTES: Final = 1_500
# Answers that change something on the device; of refusals anybody may convince it for a while.
_TO_BE_SIGNED: Final = (200, 201, 409)


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    content: bytes
    headers: Mapping[str, str]
    is_signed: bool = False


class Exchange:
    """Asks the hub, one thing at a time; :meth:`cut` may be called from another thread."""

    def __init__(self, hub: HubAddress, time_out_s: float = TIME_OUT_S, signer: Signer | None = None) -> None:
        """Ask ``hub``; each wait for the network lasts at most ``time_out_s``. Without ``signer`` nothing is signed."""
        self._hub = hub
        self._time_out_s = time_out_s
        self._signer = signer
        self._cut = Cut()

    @property
    def hub(self) -> HubAddress:
        """Whom it asks."""
        return self._hub

    @property
    def signer(self) -> Signer | None:
        """Who signs; None where the device is not enrolled."""
        return self._signer

    def send(self, batch: Batch) -> Answer:
        """Post one batch and return what became of it; never raises for what the network does."""
        import zstandard

        packer = zstandard.ZstdCompressor(level=COMPRESSION_LEVEL, write_checksum=True)
        path = f"/v1/streams/{batch.device}/{batch.incarnation}/batches"
        headers = {"Content-Type": "application/x-ndjson", "Content-Encoding": "zstd"}
        body = packer.compress(format_batch(batch))
        reply = self._ask("POST", path, body, headers, MAX_ANSWER_BYTES)
        if isinstance(reply, Answer):
            return reply
        return _weigh(read_answer(reply.status, reply.content), body, reply)

    def post(
        self, path: str, record: Mapping[str, Any] | bytes, limit_bytes: int = MAX_ANSWER_BYTES
    ) -> Answer:
        """Post a JSON object to ``path`` (from ``/v1`` on); as :meth:`send`. The answer has at most ``limit_bytes``."""
        body = record if isinstance(record, bytes) else json.dumps(record, separators=(",", ":")).encode()
        reply = self._ask("POST", path, body, {"Content-Type": "application/json"}, limit_bytes)
        if isinstance(reply, Answer):
            return reply
        return _weigh(read_record(reply.status, reply.content, limit_bytes), body, reply)

    def post_sound(self, path: str, content: bytes) -> Answer:
        """Post a recording (Ogg Opus) to ``path``; as :meth:`send`."""
        reply = self._ask("POST", path, content, {"Content-Type": "audio/ogg"}, MAX_ANSWER_BYTES)
        if isinstance(reply, Answer):
            return reply
        return _weigh(read_record(reply.status, reply.content), content, reply)

    def get(self, path: str, limit_bytes: int) -> Answer:
        """Get a JSON object from ``path``, of at most ``limit_bytes``; as :meth:`send`."""
        reply = self._ask("GET", path, b"", {}, limit_bytes)
        if isinstance(reply, Answer):
            return reply
        return _weigh(read_record(reply.status, reply.content, limit_bytes), b"", reply)

    def cut(self) -> None:
        """Break off a request under way; further ones fail at once."""
        self._cut.now()

    def _ask(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str], limit_bytes: int
    ) -> _Reply | Answer:
        sent = {**headers, "Accept": "application/json"}
        if self._signer is not None:
            sent |= self._signer.sign(method, path, body)
        try:
            reply = self._exchange(method, path, body, sent, limit_bytes)
        except (OSError, http.client.HTTPException, CancelledError) as error:
            return replace(read_failure(error), moved_bytes=len(body) + OVERHEAD_BYTES)
        if self._signer is None:
            return reply
        if self._signer.is_from_hub(sent, reply.status, reply.headers, reply.content):
            return replace(reply, is_signed=True)
        if reply.status not in _TO_BE_SIGNED:
            return reply
        words = f"{reply.status} without the signature of the hub that this device is enrolled at"
        return Answer(Outcome.NOT_THE_HUB, detail=words)

    def _exchange(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str], limit_bytes: int
    ) -> _Reply:
        connection = open_connection(self._hub, self._time_out_s, self._cut)
        try:
            connection.request(method, f"{self._hub.path}{path}", body, dict(headers))
            with connection.getresponse() as response:
                return _Reply(response.status, response.read(limit_bytes + 1), _lower(response.headers))
        finally:
            self._cut.watch_socket(None)
            connection.close()


def _lower(headers: http.client.HTTPMessage) -> dict[str, str]:
    """Return headers by their names in lower case, in which HTTP sees no difference."""
    return {name.lower(): value for name, value in headers.items()}


def _weigh(answer: Answer, body: bytes, reply: _Reply) -> Answer:
    moved_bytes = len(body) + len(reply.content) + OVERHEAD_BYTES
    return replace(answer, moved_bytes=moved_bytes, is_signed=reply.is_signed)
