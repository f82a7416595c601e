"""The page of help: which ways of talking back to open, how to decide on messages, where titles and plans come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request, Response

from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen


@dataclass(frozen=True, slots=True)
class Channel:
    """A way in which visitors give something back, and the four questions that tell whether to open it.

    ``name`` is the word for the pack's ``allows``; the others are in the order of the table.
    """

    name: str
    needed: str
    at_hand: str
    training: str
    worth_it: str
    open_where: str


CHANNELS: Final = (
    Channel(
        "rating",
        "nothing",
        "yes, always",
        "no",
        "One touch at the end. It costs them nothing, and you nobody's time.",
        "Everywhere.",
    ),
    Channel(
        "comment",
        "a keyboard on the screen, in their script",
        "yes: English, Hindi and Arabic letters are there",
        "no",
        "A minute of typing on a tablet. They see it in a later version of the guide, not at once.",
        "Where somebody of yours reads messages at least once a week.",
    ),
    Channel(
        "question",
        "the same, and somebody who knows the answer",
        "only if a curator is reached by whoever moderates",
        "no",
        "They will not be told the answer themselves: it comes to the next visitors. Say so at the desk.",
        "Where a curator answers within a month. Else open comments instead.",
    ),
    Channel(
        "story",
        "the same, and a place to sit: stories are long",
        "look whether there is a seat near the stops that people remember",
        "no, but an example helps: let one through early",
        "Five minutes, outweighed where the place is part of their own life: neighbourhoods, mills, schools.",
        "Where visitors know things that you do not.",
    ),
    Channel(
        "recording",
        "a microphone, and a place quiet enough to be heard",
        "try it with a device of yours, at the stop, at a busy hour",
        "a little: it records up to a minute, and can be listened to first",
        "Quicker than typing, for those who write with difficulty or in a script the keyboard has not.",
        "Where it is quiet, staff understand the languages, and listening (a minute each) has its hour.",
    ),
)


def make_help_page() -> APIRouter:
    """Return the page ``/help``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/help")
    def tell(request: Request, viewer: Seen) -> Response:
        return render(request, viewer, "help.html", channels=CHANNELS)

    return pages
