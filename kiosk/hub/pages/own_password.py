"""The page on which people change their own password."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.hub.accounts import set_password
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.log_in import TooManyTriesError, check_password
from kiosk.hub.pages.cookies import write_session_cookie
from kiosk.hub.pages.forms import Form, FormSent
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.viewer import LogInNeededError, Seen, Viewer
from kiosk.hub.sessions import begin_session
from kiosk.model.errors import KioskError


def make_own_password_page(database: HubDatabase) -> APIRouter:
    """Return the page ``/password``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/password")
    def show(request: Request, viewer: Seen) -> Response:
        if not viewer.name:
            raise LogInNeededError("/password")
        return render(request, viewer, "password.html", words="")

    @pages.post("/password")
    def change(request: Request, viewer: Seen, form: FormSent) -> Response:
        words = _find_trouble(request, database, viewer, form)
        if words:
            return render(request, viewer, "password.html", status=400, words=words)
        try:
            with database.writing() as connection:
                set_password(connection, viewer.name, form.get_as_typed("new"))
                # All sessions of the account have ended; who sits here goes on in another one.
                token = begin_session(connection, viewer.name, now_ms())
        except KioskError as error:
            words = f"This will not do: expected {error.expected}, found {error.found}."
            return render(request, viewer, "password.html", status=400, words=words)
        response = RedirectResponse("/", 303, HEADERS)
        write_session_cookie(request, response, token)
        return response

    return pages


def _find_trouble(request: Request, database: HubDatabase, viewer: Viewer, form: Form) -> str:
    """Return why nothing is changed yet; "" where the old password is right and the new one was typed twice."""
    if form.get_as_typed("new") != form.get_as_typed("again"):
        return "The two new passwords differ."
    address = request.client.host if request.client else ""
    try:
        account = check_password(database, viewer.name, form.get_as_typed("old"), address, now_ms())
    except TooManyTriesError as error:
        return f"Too many tries. Wait {-(-error.wait_ms // 60_000)} minutes."
    return "" if account is not None else "The old password is not right."
