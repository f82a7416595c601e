"""The page of what visitors said: staff read it, let it through, cut it, answer it, refuse it, and take any of it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.charts.part_names import name_language
from kiosk.hub.accounts import Role
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.moderation import (
    CannotDecideError,
    Message,
    State,
    Wanted,
    count_messages,
    find_message,
    let_through,
    list_messages,
    list_words,
    refuse,
    take_back,
)
from kiosk.hub.pages.forms import Form, FormSent
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.viewer import PageRefusedError, Viewer, require
from kiosk.hub.recordings import read_recording
from kiosk.hub.reports import CATCH_UP_S
from kiosk.hub.rollups import Rollups
from kiosk.hub.stop_titles import read_titles
from kiosk.model.content import VoiceOf
from kiosk.model.visitor_words import MAX_CHARACTERS

# So many can be read in one go; those that were decided on make room for the next.
MOST_SHOWN: Final = 10
_MOST_NAME: Final = 200
# What browsers send for a line break is two characters.
_MOST_TEXT: Final = 3 * MAX_CHARACTERS
_STATES: Final = {State.WAITING: "waiting", State.LET_THROUGH: "let through", State.REFUSED: "refused", State.ERASED: "erased"}  # fmt: skip
_CHOSEN: Final = (State.WAITING, State.LET_THROUGH, State.REFUSED)
_MODERATOR: Final = require(Role.SITE)
Moderator = Annotated[Viewer, Depends(_MODERATOR)]


@dataclass(frozen=True, slots=True)
class AskedMessages:
    """What stands in the address; nothing of it is trusted."""

    site: str = ""
    state: str = State.WAITING
    stop: str = ""
    language: str = ""
    kind: str = ""
    done: str = ""

    def as_query(self) -> dict[str, str]:
        """Return what has to stand in an address to ask for the same again."""
        named = {"site": self.site, "state": self.state, "stop": self.stop, "language": self.language, "kind": self.kind}  # fmt: skip
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Choice:
    """A field by which messages are chosen: ``options`` are values and their words."""

    name: str
    label: str
    chosen: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was not decided, at which message, and what stood in its fields."""

    message: str
    words: str
    shown: str
    answer: str


Asked = Annotated[AskedMessages, Depends()]


def make_message_pages(database: HubDatabase) -> APIRouter:
    """Return the pages below ``/messages``."""
    pages, rollups = APIRouter(include_in_schema=False), Rollups(database)

    @pages.get("/messages")
    def queue(request: Request, viewer: Moderator, asked: Asked) -> Response:
        rollups.catch_up(CATCH_UP_S)
        return render(request, viewer, "messages.html", trouble=None, **_read(database, viewer, asked))

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
            values = _read(database, viewer, asked)
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


def _read(database: HubDatabase, viewer: Viewer, asked: AskedMessages) -> dict[str, Any]:
    with database.reading() as connection:
        sites = [viewer.site] if viewer.site else list_words(connection, "site", None)
        site = viewer.site or (asked.site if asked.site in sites else None)
        wanted = Wanted(site, _read_state(asked.state), asked.stop, asked.language, asked.kind)
        done = find_message(connection, asked.done) if asked.done else None
        titles = read_titles(connection, site)
        stops = list_words(connection, "stop", site)
        languages = list_words(connection, "language", site)
        found, count = list_messages(connection, wanted, MOST_SHOWN), count_messages(connection, wanted)
    choices = [
        Choice("state", "Which", asked.state, (*((state, _STATES[state]) for state in _CHOSEN), ("all", "all"))),
        Choice("stop", "Stop", asked.stop, (("", "all"), *((one, titles.stop(one)) for one in stops))),
        Choice("language", "Language", asked.language, (("", "all"), *((one, name_language(one)) for one in languages))),
        Choice("kind", "Kind", asked.kind, (("", "all"), *((one, f"{one}s") for one in VoiceOf))),
    ]  # fmt: skip
    if len(sites) > 1:
        options = (("", "all"), *((one, titles.site(one)) for one in sites))
        choices.insert(1, Choice("site", "Site", site or "", options))
    return {
        "asked": asked,
        "messages": found,
        "count": count,
        "done": done if done is not None and viewer.sees(done.site) else None,
        "choices": choices,
        "states": _STATES,
        "titles": titles,
        "most_characters": MAX_CHARACTERS,
    }


def _read_state(name: str) -> State | None:
    """Return the state of this name; all of them for "all", those that wait for any other."""
    if name == "all":
        return None
    return State(name) if name in tuple(State) else State.WAITING


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
