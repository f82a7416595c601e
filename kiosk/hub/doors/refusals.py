"""Answers other than yes: a status, a stable code, and what was found."""

from __future__ import annotations

import time
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from kiosk.hub.database.opening import describe


class RefusalError(Exception):
    """An answer other than 200, with its body."""

    def __init__(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        super().__init__(f"{status} {body.get('code', '')}")
        self.status = status
        self.body = body
        self.headers = headers


def refuse(status: int, code: str, found: str, *, wait_ms: int = 0) -> RefusalError:
    """Return a refusal to be raised; ``wait_ms`` says when it is worth trying again."""
    headers = {"Retry-After": str(-(-wait_ms // 1_000))} if wait_ms else None
    return RefusalError(status, {"code": code, "found": found}, headers)


def now_ms() -> int:
    """Return the hub's time (UTC, ms since 1970)."""
    return time.time_ns() // 1_000_000


def add_refusals(app: FastAPI) -> None:
    """Have refusals and a busy database answered in the hub's own form."""

    @app.exception_handler(RefusalError)
    async def in_words(_request: Request, refusal: RefusalError) -> JSONResponse:
        return JSONResponse(refusal.body, refusal.status, refusal.headers)

    @app.exception_handler(RequestValidationError)
    async def out_of_bounds(_request: Request, error: RequestValidationError) -> JSONResponse:
        fields = sorted({".".join(map(str, one["loc"][1:])) for one in error.errors()})
        return JSONResponse({"code": "hub.value-refused", "found": ", ".join(fields)[:200]}, 422)

    @app.exception_handler(HTTPException)
    async def no_door(_request: Request, error: HTTPException) -> JSONResponse:
        body = {"code": "hub.no-such-door", "found": str(error.detail)}
        return JSONResponse(body, error.status_code, error.headers)

    @app.exception_handler(SQLAlchemyError)
    async def busy(_request: Request, error: Exception) -> JSONResponse:
        # The device keeps its facts and comes back.
        return JSONResponse(
            {"code": "hub.database-busy", "found": describe(error)}, 503, {"Retry-After": "30"}
        )
