"""The hub's door: takes batches, answers reports. Everything that comes in is hostile until parsed."""

from __future__ import annotations

import time
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from kiosk import __version__
from kiosk.hub.bodies import TooLargeError, read_capped, unpack
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.opening import describe
from kiosk.hub.ingest import Acknowledgement, ForkError, Ingest
from kiosk.hub.page import format_page
from kiosk.hub.reports import Reports, Totals
from kiosk.model.batch import Batch, is_stream_id, parse_batch


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


class Health(BaseModel):
    """Whether the hub can take facts now."""

    ok: bool
    version: str
    server_time: int


class RefusalError(Exception):
    """An answer other than 200, with its body."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body.get('code', '')}")
        self.status = status
        self.body = body


def create_app(database: HubDatabase) -> FastAPI:
    """Return the hub's web application on an open database; whoever opened it closes it."""
    ingest = Ingest(database)
    reports = Reports(database)
    # No interactive documentation: its page would load scripts from elsewhere.
    app = FastAPI(title="Heritage Kiosk hub", version=__version__, docs_url=None, redoc_url=None)
    _add_ingest(app, ingest)
    _add_reports(app, reports)

    @app.exception_handler(SQLAlchemyError)
    async def busy(_request: Request, error: Exception) -> JSONResponse:
        # The device keeps its facts and comes back.
        return JSONResponse(
            {"code": "hub.database-busy", "found": describe(error)}, 503, {"Retry-After": "30"}
        )

    @app.get("/healthz")
    def healthz() -> Health:
        """Tell whether the hub can take facts now; 503 where its database cannot be read."""
        ingest.check()
        return Health(ok=True, version=__version__, server_time=_now_ms())

    return app


def _add_ingest(app: FastAPI, ingest: Ingest) -> None:
    @app.post(
        "/v1/streams/{device}/{incarnation}/batches",
        responses={409: {"model": BatchAnswer}, 400: {}, 413: {}, 415: {}, 503: {}},
        openapi_extra={"requestBody": {"content": {"application/x-ndjson": {}}, "required": True}},
    )
    async def take_batch(device: str, incarnation: str, request: Request) -> BatchAnswer:
        """Take a batch: zstd over JSON lines, a header and at most 500 facts. Replays are welcome."""
        batch = await _read_batch(device, incarnation, request)
        try:
            taken = await run_in_threadpool(ingest.take, batch)
        except ForkError as fork:
            agreed = Acknowledgement(fork.agreed_through, fork.head_hash)
            raise RefusalError(409, _answer(agreed, fork.reason).model_dump()) from None
        return _answer(taken)

    @app.exception_handler(RefusalError)
    async def in_words(_request: Request, refusal: RefusalError) -> JSONResponse:
        return JSONResponse(refusal.body, refusal.status)


async def _read_batch(device: str, incarnation: str, request: Request) -> Batch:
    if not (is_stream_id(device) and is_stream_id(incarnation)):
        raise _refuse(404, "hub.no-such-stream", "device and incarnation are 32 hex digits each")
    if request.headers.get("content-encoding", "").lower() != "zstd":
        raise _refuse(415, "hub.not-zstd", "a batch is sent with Content-Encoding: zstd")
    try:
        packed = await read_capped(request.stream())
        batch = parse_batch(await run_in_threadpool(unpack, packed))
    except TooLargeError:
        raise _refuse(413, "hub.batch-too-large", "send fewer facts at a time") from None
    except ValueError as error:
        raise _refuse(400, "hub.batch-not-readable", str(error)) from None
    if (batch.device, batch.incarnation) != (device, incarnation):
        raise _refuse(400, "hub.wrong-stream", "the batch's header names another stream than its address")
    return batch


def _add_reports(app: FastAPI, reports: Reports) -> None:
    @app.get("/v1/totals")
    def totals() -> Totals:
        """Return what the hub holds: counts of messages, not of people."""
        return reports.totals()

    @app.get("/v1/reports/attraction")
    def attraction(
        site: Annotated[str | None, Query(max_length=80)] = None,
        floor_area_m2: Annotated[float | None, Query(gt=0, le=10_000_000)] = None,
    ) -> list[dict[str, Any]]:
        """Return attraction, holding and use, one object a site; small counts are hidden (null)."""
        return [report.as_dict() for report in reports.read(site, floor_area_m2)]

    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def page() -> HTMLResponse:
        headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return HTMLResponse(format_page(reports.totals(), reports.read(None, None)), headers=headers)


def _answer(taken: Acknowledgement, reason: str = "") -> BatchAnswer:
    return BatchAnswer(
        acked_through=taken.acked_through,
        head_hash=taken.head_hash,
        rejected=list(taken.rejected),
        server_time=_now_ms(),
        reason=reason,
    )


def _refuse(status: int, code: str, found: str) -> RefusalError:
    return RefusalError(status, {"code": code, "found": found})


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
