"""Who may come in: devices that were enrolled, by the signature under each request; and the answer signed in turn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool

from kiosk.hub.bodies import TooLargeError, read_capped
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms, refuse
from kiosk.hub.hub_keys import provide_hub_keys
from kiosk.hub.known_devices import KnownDevice, find_device
from kiosk.model.batch import is_stream_id
from kiosk.seals.keys import OwnKeys
from kiosk.seals.requests import find_signature, sign_answer, verify_request

MAX_SMALL_BYTES = 128 * 1024


@dataclass(frozen=True, slots=True)
class Admitted:
    """A request that may come in: its body, who sent it (None at an open hub, unsigned) and its signature ("" for none)."""

    body: bytes
    device: KnownDevice | None
    signature: str


class Gate:
    """Reads and checks what devices send. With ``is_open`` unsigned requests come in too: for trials only."""

    def __init__(self, database: HubDatabase, *, is_open: bool = False) -> None:
        """Open the hub's own keys, made where there are none.

        Raises:
            SQLAlchemyError: The database cannot be written.
        """
        self._database = database
        self._is_open = is_open
        with database.writing() as connection:
            self.keys: OwnKeys = provide_hub_keys(connection, now_ms())

    async def admit(self, request: Request, device: str, limit_bytes: int = MAX_SMALL_BYTES) -> Admitted:
        """Return what a device sends to its own address.

        Raises:
            RefusalError: 404 for an unknown device, 401 for a wrong signature, 403 for a device that was
                revoked, 413 for too large a body.
        """
        if not is_stream_id(device):
            raise refuse(404, "hub.no-such-stream", "device and incarnation are 32 hex digits each")
        try:
            body = await read_capped(request.stream(), limit_bytes)
        except TooLargeError:
            raise refuse(413, "hub.batch-too-large", "send less at a time") from None
        signed = find_signature(request.headers)
        # An open hub takes strangers' facts, and none in the name of a device that it knows.
        if signed is None and self._is_open and await run_in_threadpool(self._find, device) is None:
            return Admitted(body, None, "")
        if signed is None or signed.device != device:
            raise refuse(401, "hub.signature-refused", "the request is not signed by the device it names")
        known = await run_in_threadpool(self._find, device)
        if known is None:
            raise refuse(404, "hub.device-unknown", "enrol the device first")
        if not verify_request(
            known.keys.signing, signed, method=request.method, path=request.url.path, body=body
        ):
            raise refuse(401, "hub.signature-refused", "the signature is not that of the enrolled device")
        if known.is_revoked:
            raise refuse(403, "hub.device-revoked", "the operator has shut this device out")
        return Admitted(body, known, signed.signature)

    def answer(self, admitted: Admitted, status: int, record: dict[str, Any]) -> Response:
        """Return the answer to an admitted request, signed where the request was."""
        content = json.dumps(record).encode()
        headers = {}
        if admitted.signature:
            headers = sign_answer(
                self.keys, status=status, request_signature=admitted.signature, body=content
            )
        return Response(content, status, headers, media_type="application/json")

    def _find(self, device: str) -> KnownDevice | None:
        with self._database.reading() as connection:
            return find_device(connection, device)


def get_device(admitted: Admitted) -> KnownDevice:
    """Return who sent it: an open hub takes facts of strangers, and gives them no keys.

    Raises:
        RefusalError: 401, it was not signed.
    """
    if admitted.device is None:
        raise refuse(401, "hub.signature-refused", "only an enrolled device may ask this")
    return admitted.device
