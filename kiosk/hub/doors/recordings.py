"""Where devices bring what visitors recorded."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.description import BY_DEVICE, Device, refusals, takes
from kiosk.hub.doors.gate import Gate, get_device
from kiosk.hub.doors.refusals import now_ms, refuse
from kiosk.hub.recordings import (
    MAX_RECORDING_BYTES,
    BadRecordingError,
    TooManyRecordingsError,
    take_recording,
)

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_WAIT_MS: Final = 86_400_000
# Those who wait for their turn must hold none of the threads that facts and pages need.
_AT_ONCE: Final = 2
Named = Annotated[str, Path(json_schema_extra={"pattern": "^[0-9a-f]{64}$"})]


class RecordingAnswer(BaseModel):
    """The hub has the recording; the device need not keep it."""

    server_time: int
    sha256: str


def make_recording_door(gate: Gate, database: HubDatabase) -> APIRouter:
    """Return the door of ``POST /v1/devices/{device}/recordings/{sha256}``."""
    door = APIRouter()
    turn = asyncio.Semaphore(_AT_ONCE)

    @door.post(
        "/v1/devices/{device}/recordings/{sha256}",
        response_model=RecordingAnswer,
        responses=refusals(401, 403, 404, 413, 422, 429, 503),
        openapi_extra={**takes("audio/ogg"), **BY_DEVICE},
    )
    async def take(device: Device, sha256: Named, request: Request) -> Response:
        """Take a recording (Ogg Opus, at most a minute and 500 KiB) by its SHA-256; again is no harm.

        422 is for good, and signed: what is no such recording never becomes one.
        """
        if not _HASH.fullmatch(sha256):
            raise refuse(404, "hub.no-such-door", "a recording is named by its SHA-256, 64 hex digits")
        admitted = await gate.admit(request, device, MAX_RECORDING_BYTES)
        known = get_device(admitted)
        async with turn:
            status, answer = await run_in_threadpool(keep, known.device, sha256, admitted.body)
        return gate.answer(admitted, status, answer)

    def keep(device: str, sha256: str, content: bytes) -> tuple[int, dict[str, Any]]:
        now = now_ms()
        try:
            take_recording(database, device, sha256, content, now)
        except BadRecordingError as error:
            # Signed, unlike other refusals: the device throws a recording away for the hub's own word only.
            return 422, {"code": "hub.recording-refused", "found": str(error)}
        except TooManyRecordingsError:
            raise refuse(
                429, "hub.too-many-recordings", "recordings that no message names", wait_ms=_WAIT_MS
            ) from None
        return 200, RecordingAnswer(server_time=now, sha256=sha256).model_dump()

    return door
