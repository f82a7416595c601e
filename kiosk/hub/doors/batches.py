"""Where devices bring batches of facts."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from kiosk.hub.bodies import MAX_PACKED_BYTES, TooLargeError, unpack
from kiosk.hub.doors.description import BY_DEVICE, Device, refusals, takes
from kiosk.hub.doors.gate import Gate
from kiosk.hub.doors.refusals import now_ms, refuse
from kiosk.hub.ingest import Acknowledgement, ForkError, Ingest
from kiosk.model.batch import Batch, is_stream_id, parse_batch

_ENCODING: Final[dict[str, Any]] = {
    "name": "Content-Encoding",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "enum": ["zstd"]},
}


class BatchAnswer(BaseModel):
    """The hub's word on a batch.

    ``acked_through`` and ``head_hash`` are the last fact the hub has of it; with status 409 the last one
    the two agree on. ``rejected`` are numbers kept raw in quarantine. ``server_time`` is UTC ms.
    """

    acked_through: int
    head_hash: str
    rejected: list[int]
    server_time: int
    reason: str = ""


def make_batch_door(gate: Gate, ingest: Ingest) -> APIRouter:
    """Return the door of ``POST /v1/streams/{device}/{incarnation}/batches``."""
    door = APIRouter()

    @door.post(
        "/v1/streams/{device}/{incarnation}/batches",
        response_model=BatchAnswer,
        responses={
            409: {"model": BatchAnswer, "description": "The hub knows other facts, or fewer"},
            **refusals(400, 401, 403, 404, 413, 415, 503),
        },
        openapi_extra={**takes("application/x-ndjson"), "parameters": [_ENCODING], **BY_DEVICE},
    )
    async def take_batch(device: Device, incarnation: Device, request: Request) -> Response:
        """Take a batch: zstd over JSON lines, a header and at most 500 facts. Replays are welcome."""
        if not is_stream_id(incarnation):
            raise refuse(404, "hub.no-such-stream", "device and incarnation are 32 hex digits each")
        admitted = await gate.admit(request, device, MAX_PACKED_BYTES)
        if request.headers.get("content-encoding", "").lower() != "zstd":
            raise refuse(415, "hub.not-zstd", "a batch is sent with Content-Encoding: zstd")

        def take() -> Acknowledgement:
            # Unpacked, read and written in one thread: each change of threads costs as much as checking a signature.
            return ingest.take(_read_batch(device, incarnation, admitted.body))

        try:
            taken, status, reason = await run_in_threadpool(take), 200, ""
        except ForkError as fork:
            taken, status, reason = Acknowledgement(fork.agreed_through, fork.head_hash), 409, fork.reason
        return gate.answer(admitted, status, _describe(taken, reason))

    return door


def _read_batch(device: str, incarnation: str, body: bytes) -> Batch:
    try:
        batch = parse_batch(unpack(body))
    except TooLargeError:
        raise refuse(413, "hub.batch-too-large", "send fewer facts at a time") from None
    except ValueError as error:
        raise refuse(400, "hub.batch-not-readable", str(error)) from None
    if (batch.device, batch.incarnation) != (device, incarnation):
        raise refuse(400, "hub.wrong-stream", "the batch's header names another stream than its address")
    return batch


def _describe(taken: Acknowledgement, reason: str) -> dict[str, object]:
    return BatchAnswer(
        acked_through=taken.acked_through,
        head_hash=taken.head_hash,
        rejected=list(taken.rejected),
        server_time=now_ms(),
        reason=reason,
    ).model_dump()
