"""Logging in and out."""

from __future__ import annotations

import secrets
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from kiosk.hub.accounts import count_accounts
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.log_in import TooManyTriesError, check_password
from kiosk.hub.pages.cookies import (
    clear_session_cookie,
    read_form_token,
    read_session_cookie,
    write_form_token,
    write_session_cookie,
)
from kiosk.hub.pages.forms import Form, FormSent, check_token, read_form
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.viewer import find_viewer
from kiosk.hub.sessions import begin_session, end_session

LOG_IN: Final = "/login"
_WRONG: Final = "This name and this password do not belong together, or the account is shut."
_MOST_PATH: Final = 500


def make_log_in_pages(database: HubDatabase) -> APIRouter:
    """Return the pages ``/login`` and ``/logout``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get(LOG_IN)
    def show(request: Request, to: Annotated[str, Query(alias="next")] = "/") -> Response:
        viewer = find_viewer(request)
        if viewer is not None and viewer.name:
            return RedirectResponse(clean_path(to), 303, HEADERS)
        return _show_form(request, database, to)

    @pages.post(LOG_IN)
    async def log_in(request: Request) -> Response:
        form = await read_form(request)
        check_token(form, read_form_token(request))
        return await run_in_threadpool(_log_in, request, database, form)

    @pages.post("/logout")
    def log_out(request: Request, _form: FormSent) -> Response:
        with database.writing() as connection:
            end_session(connection, read_session_cookie(request))
        response = RedirectResponse(LOG_IN, 303, HEADERS)
        clear_session_cookie(request, response)
        return response

    return pages


def clean_path(path: str) -> str:
    """Return a path of this hub, as it was asked for; "/" for anything that leads elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", f"{LOG_IN}", "/logout"))
    is_plain = path.isascii() and path.isprintable() and "\\" not in path and len(path) <= _MOST_PATH
    return path if is_ours and is_plain else "/"


def _log_in(request: Request, database: HubDatabase, form: Form) -> Response:
    address = request.client.host if request.client else ""
    name, password, path = form.get("name"), form.get_as_typed("password"), form.get("next", _MOST_PATH)
    now = now_ms()
    try:
        account = check_password(database, name, password, address, now)
    except TooManyTriesError as error:
        words = f"Too many tries. Wait {-(-error.wait_ms // 60_000)} minutes."
        response = _show_form(request, database, path, name=name, words=words, status=429)
        response.headers["Retry-After"] = str(-(-error.wait_ms // 1_000))
        return response
    if account is None:
        return _show_form(request, database, path, name=name, words=_WRONG, status=403)
    with database.writing() as connection:
        # Another person at the same browser leaves nothing open behind.
        end_session(connection, read_session_cookie(request))
        token = begin_session(connection, account.name, now)
    redirect = RedirectResponse(clean_path(path), 303, HEADERS)
    write_session_cookie(request, redirect, token)
    return redirect


def _show_form(
    request: Request, database: HubDatabase, path: str, *, name: str = "", words: str = "", status: int = 200
) -> Response:
    with database.reading() as connection:
        has_accounts = count_accounts(connection) > 0
    # The word that the browser has already: a second form in another tab leaves the first one good.
    token = read_form_token(request) or secrets.token_urlsafe(32)
    response = render(
        request,
        None,
        "log_in.html",
        status=status,
        token=token,
        next=clean_path(path),
        name=name,
        words=words,
        has_accounts=has_accounts,
        is_readable_by_others=_is_readable_by_others(request),
    )
    write_form_token(request, response, token)
    return response


def _is_readable_by_others(request: Request) -> bool:
    """Tell whether the password would cross a network in the clear."""
    here = ("127.0.0.1", "::1", "")
    return request.url.scheme != "https" and (request.client.host if request.client else "") not in here
