"""The two cookies of the pages: who is logged in, and what ties the log-in form to a browser. Scripts read neither."""

from __future__ import annotations

from typing import Final

from fastapi import Request, Response

SESSION: Final = "kiosk-session"
FORM: Final = "kiosk-form"
_MOST: Final = 128


def read_session_cookie(request: Request) -> str:
    """Return the token of whoever is logged in; "" for none."""
    return _read(request, SESSION)


def write_session_cookie(request: Request, response: Response, token: str) -> None:
    """Give the browser the token of a session, for as long as it is open."""
    _write(request, response, SESSION, token)


def clear_session_cookie(request: Request, response: Response) -> None:
    """Take the token away from the browser."""
    secure = _is_secure(request)
    response.delete_cookie(_name(request, SESSION), httponly=True, samesite="strict", secure=secure)


def write_form_token(request: Request, response: Response, token: str) -> None:
    """Give the browser the word that its log-in form has to bring back."""
    _write(request, response, FORM, token)


def read_form_token(request: Request) -> str:
    """Return the word that the browser was given for the log-in form; "" for none."""
    return _read(request, FORM)


def _read(request: Request, name: str) -> str:
    token = request.cookies.get(_name(request, name), "")
    return token if len(token) <= _MOST else ""


def _write(request: Request, response: Response, name: str, token: str) -> None:
    response.set_cookie(
        _name(request, name), token, httponly=True, samesite="strict", secure=_is_secure(request)
    )


def _name(request: Request, name: str) -> str:
    """Return the cookie's name; with TLS one that only this server, over TLS, can have written."""
    return f"__Host-{name}" if _is_secure(request) else name


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
