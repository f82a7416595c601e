"""Who asks for figures: an account, by HTTP Basic or by the browser's session; anybody at an open hub."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import threading
from collections import OrderedDict
from typing import Annotated, Final

from fastapi import Depends, Request

from kiosk.hub.accounts import Account
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import RefusalError, now_ms, refuse
from kiosk.hub.log_in import TooManyTriesError, check_password, find_open_account
from kiosk.hub.pages.viewer import Viewer, Visited, find_viewer

_CHALLENGE: Final = {"WWW-Authenticate": 'Basic realm="Heritage Kiosk hub", charset="UTF-8"'}
_OF_PROXIES: Final = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
    "x-real-ip",
)
_MOST_HEADER: Final = 2_048
_REMEMBERED: Final = 200


class Remembered:
    """Passwords that were right a moment ago, so that a program which asks every minute does not pay for scrypt each time.

    What is kept is a keyed hash over the name, the password and what the database keeps of it now: another password,
    or a shut account, and it is worth nothing. It is in memory only.
    """

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._marks: OrderedDict[bytes, None] = OrderedDict()
        self._lock = threading.Lock()

    def holds(self, name: str, password: str, kept: str) -> bool:
        """Tell whether they were right before, and nothing has changed since."""
        with self._lock:
            return self._mark(name, password, kept) in self._marks

    def note(self, name: str, password: str, kept: str) -> None:
        """Keep in mind that they were right."""
        with self._lock:
            self._marks[self._mark(name, password, kept)] = None
            while len(self._marks) > _REMEMBERED:
                self._marks.popitem(last=False)

    def _mark(self, name: str, password: str, kept: str) -> bytes:
        parts = (
            hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest() for part in (name, password, kept)
        )
        return hmac.digest(self._key, b"".join(parts), "sha256")  # fmt: skip


def get_caller(request: Request) -> Viewer:
    """Return who asks.

    Raises:
        RefusalError: 401 for nobody who is known, 429 after too many tries in vain.
    """
    header = request.headers.get("authorization", "")
    if header:
        return _get_by_password(request, header)
    viewer = find_viewer(request)
    if viewer is None:
        raise _refuse_unknown("an account is needed: HTTP Basic, or a browser that is logged in")
    return viewer


Called = Annotated[Viewer, Depends(get_caller)]


def choose_site(caller: Viewer, site: str | None) -> str | None:
    """Return which site to tell of (None: all): the one asked for, or the only one that an account sees.

    Raises:
        RefusalError: 403, it is not theirs, whether there is such a site or not.
    """
    if site is None:
        return caller.site
    if not caller.sees(site):
        raise refuse(403, "hub.not-for-this-account", "this account sees one other site only")
    return site


def refuse_confined(caller: Viewer) -> None:
    """See to it that somebody sees all sites.

    Raises:
        RefusalError: 403, they see one only.
    """
    if caller.site is not None:
        raise refuse(403, "hub.not-for-this-account", "this account sees one site only")


def is_of_this_machine(request: Request) -> bool:
    """Tell whether a program on the hub's own machine asks, and not a proxy there for somebody else."""
    if any(name in request.headers for name in _OF_PROXIES):
        return False
    return request.client is not None and request.client.host in ("127.0.0.1", "::1")


def _get_by_password(request: Request, header: str) -> Viewer:
    visited: Visited = request.app.state.visited
    remembered: Remembered = request.app.state.remembered
    name, password = _parse_basic(header)
    with visited.database.reading() as connection:
        account, kept = find_open_account(connection, name)
    if account is None or not remembered.holds(name, password, kept):
        account = _check(visited.database, request, name, password)
        remembered.note(name, password, kept)
    return Viewer(account.name, account.role, account.site)


def _check(database: HubDatabase, request: Request, name: str, password: str) -> Account:
    address = request.client.host if request.client else ""
    try:
        account = check_password(database, name, password, address, now_ms())
    except TooManyTriesError as error:
        raise refuse(429, "hub.too-many-tries", "too many wrong passwords", wait_ms=error.wait_ms) from None
    if account is None:
        raise _refuse_unknown("this name and this password do not belong together")
    return account


def _parse_basic(header: str) -> tuple[str, str]:
    kind, _, encoded = header.partition(" ")
    if kind.lower() != "basic" or len(header) > _MOST_HEADER:
        raise _refuse_unknown("the header Authorization is not HTTP Basic")
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise _refuse_unknown("the header Authorization cannot be read") from None
    name, separator, password = text.partition(":")
    if not separator:
        raise _refuse_unknown("the header Authorization cannot be read")
    return name, password


def _refuse_unknown(found: str) -> RefusalError:
    return RefusalError(401, {"code": "hub.account-needed", "found": found}, _CHALLENGE)
