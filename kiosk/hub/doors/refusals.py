"""Answers other than yes: a status, a stable code, and what was found."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from kiosk.hub.bodies import TooSlowError
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


# How a person at a browser is told: status and words. The pages give it; programs get JSON.
ShowRefusal = Callable[[Request, int, str], Response]
_WORDS: Final = {
    404: "There is no such page.",
    405: "There is no such page.",
    422: "This address holds a value that is out of its bounds.",
    503: "The hub's database is busy or away. Try again in half a minute.",
}


def add_refusals(app: FastAPI, show: ShowRefusal) -> None:
    """Have refusals and a busy database answered in the hub's own form: a page for people, JSON for programs."""

    @app.exception_handler(RefusalError)
    async def in_words(_request: Request, refusal: RefusalError) -> Response:
        return JSONResponse(refusal.body, refusal.status, refusal.headers)

    @app.exception_handler(RequestValidationError)
    async def out_of_bounds(request: Request, error: RequestValidationError) -> Response:
        fields = sorted({".".join(map(str, one["loc"][1:])) for one in error.errors()})
        refusal = refuse(422, "hub.value-refused", ", ".join(fields)[:200])
        return _answer(request, refusal, show)

    @app.exception_handler(HTTPException)
    async def no_door(request: Request, error: HTTPException) -> Response:
        refusal = refuse(error.status_code, "hub.no-such-door", str(error.detail))
        refusal.headers = dict(error.headers or {})
        return _answer(request, refusal, show)

    @app.exception_handler(TooSlowError)
    async def slow(_request: Request, _error: Exception) -> JSONResponse:
        return JSONResponse({"code": "hub.request-too-slow", "found": "the body did not come in time"}, 408)

    @app.exception_handler(SQLAlchemyError)
    async def busy(request: Request, error: Exception) -> Response:
        # The device keeps its facts and comes back.
        return _answer(request, refuse(503, "hub.database-busy", describe(error), wait_ms=30_000), show)


def _answer(request: Request, refusal: RefusalError, show: ShowRefusal) -> Response:
    if "text/html" not in request.headers.get("accept", "") or request.url.path.startswith("/v1/"):
        return JSONResponse(refusal.body, refusal.status, refusal.headers)
    response = show(request, refusal.status, _WORDS.get(refusal.status, "This was not done."))
    response.headers.update(refusal.headers or {})
    return response
