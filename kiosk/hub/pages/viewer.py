"""Who looks at a page: asked of every page as a dependency, and of no page left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request

from kiosk.hub.accounts import Role
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.pages.cookies import read_session_cookie
from kiosk.hub.sessions import find_session, prolong_session


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at the hub's pages: the account's name ("" for nobody's, at an open hub), its role, the only site it sees.

    ``csrf_token`` stands in every form; without one no form is taken.
    """

    name: str
    role: Role
    site: str | None = None
    csrf_token: str = ""

    @property
    def may_change(self) -> bool:
        """Whether it may change anything: an operator, or a site's own account at its site."""
        return self.role is not Role.READ_ONLY

    def sees(self, site: str | None) -> bool:
        """Tell whether it may see what is this site's; what is no site's (None) is for those who see all."""
        return self.site is None or self.site == site


# At an open hub everybody looks, and nobody changes anything without an account.
ANYBODY: Final = Viewer("", Role.READ_ONLY)


class LogInNeededError(Exception):
    """A page was asked for by nobody who is known; ``path`` is where they wanted to go."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class PageRefusedError(Exception):
    """A page is not given: ``words`` say why, and what to do."""

    def __init__(self, status: int, words: str, viewer: Viewer | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.viewer = viewer


@dataclass(frozen=True, slots=True)
class Visited:
    """What the pages are made from: kept in the application's state as ``visited``."""

    database: HubDatabase
    is_open: bool


def find_viewer(request: Request) -> Viewer | None:
    """Return who is logged in with this request; at an open hub anybody is; None for nobody."""
    visited: Visited = request.app.state.visited
    viewer = _find_logged_in(visited.database, read_session_cookie(request))
    return ANYBODY if viewer is None and visited.is_open else viewer


def get_viewer(request: Request) -> Viewer:
    """Return who looks at the page.

    Raises:
        LogInNeededError: Nobody is logged in: answered with the way to the log-in page.
    """
    viewer = find_viewer(request)
    if viewer is None:
        query = f"?{request.url.query}" if request.url.query else ""
        raise LogInNeededError(request.url.path + query if request.method == "GET" else "/")
    return viewer


Seen = Annotated[Viewer, Depends(get_viewer)]


def require(*roles: Role) -> Callable[[Viewer], Viewer]:
    """Return a dependency that lets only these roles in; an operator may do all that others may."""

    def get_allowed(viewer: Seen) -> Viewer:
        if viewer.role is not Role.OPERATOR and viewer.role not in roles:
            raise PageRefusedError(403, "This page is not for your account. Ask an operator.", viewer)
        return viewer

    return get_allowed


def _find_logged_in(database: HubDatabase, token: str) -> Viewer | None:
    if not token:
        return None
    now = now_ms()
    with database.reading() as connection:
        session = find_session(connection, token, now)
    if session is None:
        return None
    if session.is_to_be_prolonged(now):
        with database.writing() as connection:
            prolong_session(connection, token, session, now)
    return Viewer(session.account, Role(session.role), session.site, session.csrf_token)
