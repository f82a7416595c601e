"""The page of what visitors said: staff read it, let it through, cut it, answer it, refuse it, and take any of it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.hub.accounts import Role
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.messages_read import (
    Message,
    find_message,
)
from kiosk.hub.moderation import CannotDecideError, let_through, refuse, take_back
from kiosk.hub.pages.forms import Form, FormSent
from kiosk.hub.pages.message_choice import AskedMessages, read_queue
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.viewer import PageRefusedError, Viewer, require
from kiosk.hub.recordings import read_recording
from kiosk.hub.reports import CATCH_UP_S
from kiosk.hub.rollups import Rollups
from kiosk.model.visitor_words import MAX_CHARACTERS

_MOST_NAME: Final = 200
# What browsers send for a line break is two characters.
_MOST_TEXT: Final = 3 * MAX_CHARACTERS
_MODERATOR: Final = require(Role.SITE)
Moderator = Annotated[Viewer, Depends(_MODERATOR)]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was not decided, at which message, and what stood in its fields."""

    message: str
    words: str
    shown: str
    answer: str


def make_message_pages(database: HubDatabase) -> APIRouter:
    """Return the pages below ``/messages``."""
    pages, rollups = APIRouter(include_in_schema=False), Rollups(database)

    @pages.get("/messages")
    def queue(request: Request, viewer: Moderator, asked: Annotated[AskedMessages, Depends()]) -> Response:
        rollups.catch_up(CATCH_UP_S)
        return render(request, viewer, "messages.html", trouble=None, **read_queue(database, viewer, asked))

    @pages.post("/messages/{message}")
    def decide(request: Request, viewer: Moderator, form: FormSent, message: str) -> Response:
        found = _get_message(database, viewer, message)
        asked = AskedMessages(
            **{
                name: form.get(f"of-{name}", _MOST_NAME)
                for name in ("site", "state", "stop", "language", "kind")
            }
        )
        try:
            _decide(database, found, form, viewer.name)
        except CannotDecideError as error:
            words = (form.get(name, _MOST_TEXT) for name in ("shown", "answer"))
            trouble = Trouble(found.id, error.words, *words)
            values = read_queue(database, viewer, asked)
            return render(request, viewer, "messages.html", status=409, trouble=trouble, **values)
        query = urlencode({**asked.as_query(), "done": found.id})
        return RedirectResponse(f"/messages?{query}#done", 303, HEADERS)

    @pages.get("/messages/{message}/recording")
    def play(viewer: Moderator, message: str) -> Response:
        found = _get_message(database, viewer, message)
        with database.reading() as connection:
            content = read_recording(connection, found.sound) if found.sound else None
        if content is None:
            raise PageRefusedError(404, "There is no such recording.", viewer)
        # It says what it is, and may load nothing: whatever is in it, no browser takes it for a page.
        headers = {
            **HEADERS,
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Content-Disposition": f'inline; filename="message-{found.id}.opus"',
        }
        return Response(content, headers=headers, media_type="audio/ogg")

    return pages


def _get_message(database: HubDatabase, viewer: Viewer, message: str) -> Message:
    with database.reading() as connection:
        found = find_message(connection, message)
    if found is None or not viewer.sees(found.site):
        raise PageRefusedError(404, "There is no such message.", viewer)
    return found


def _decide(database: HubDatabase, found: Message, form: Form, by: str) -> None:
    action = form.get("action")
    if form.get("decisions") != str(found.decisions):
        raise CannotDecideError("Somebody else decided on it in the meantime. This is how it stands now.")
    with database.writing() as connection:
        if action == "let-through":
            shown, answer = form.get("shown", _MOST_TEXT), form.get("answer", _MOST_TEXT)
            let_through(connection, found, shown, answer, by, now_ms())
        elif action == "refuse":
            refuse(connection, found, by, now_ms())
        elif action == "take-back":
            take_back(connection, found, by, now_ms())
        else:
            raise CannotDecideError("That is nothing that can be decided.")
