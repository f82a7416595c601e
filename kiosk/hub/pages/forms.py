"""What people send from a page: small, and only from a page that this hub gave to this person."""

from __future__ import annotations

import hmac
from typing import Annotated, Final
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from kiosk.hub.bodies import TooLargeError, read_capped
from kiosk.hub.pages.viewer import PageRefusedError, Seen, Viewer

CSRF_FIELD: Final = "csrf_token"
MAX_BYTES: Final = 64 * 1024
_MOST_FIELDS: Final = 500
_KIND: Final = "application/x-www-form-urlencoded"


class Form:
    """The fields of a form, as text."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def get(self, name: str, most: int = 200) -> str:
        """Return a field without spaces around it; "" where it is absent.

        Raises:
            PageRefusedError: It has more than ``most`` characters, or control characters.
        """
        value = next((value for field, value in self._fields if field == name), "").strip()
        if len(value) > most or any(ord(one) < 32 and one not in "\r\n\t" for one in value):
            raise PageRefusedError(400, f"{name} is too long, or holds signs that are no letters.")
        return value

    def get_as_typed(self, name: str) -> str:
        """Return a field with every space that was typed, of any length up to the form's: a password."""
        return next((value for field, value in self._fields if field == name), "")

    def list(self, name: str) -> list[str]:
        """Return all values of a field: boxes that were ticked."""
        return [value for field, value in self._fields if field == name]


async def read_form(request: Request) -> Form:
    """Return the form in a request's body; who sent it is not checked.

    Raises:
        PageRefusedError: It is too large, or no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _KIND:
        raise PageRefusedError(415, "This is no form of this hub.")
    try:
        body = await read_capped(request.stream(), MAX_BYTES)
        fields = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except TooLargeError:
        raise PageRefusedError(413, "That is more than this form takes.") from None
    except ValueError:
        raise PageRefusedError(400, "This is no form of this hub.") from None
    return Form(fields)


async def get_form(request: Request, viewer: Seen) -> Form:
    """Return the form that somebody who is logged in sent from a page of this hub.

    Raises:
        PageRefusedError: Without the word that stands in this person's forms.
    """
    form = await read_form(request)
    check_token(form, viewer.csrf_token, viewer)
    return form


FormSent = Annotated[Form, Depends(get_form)]


def check_token(form: Form, expected: str, viewer: Viewer | None = None) -> None:
    """See to it that a form is one that this hub gave to this browser.

    Raises:
        PageRefusedError: 403, it is not.
    """
    found = form.get_as_typed(CSRF_FIELD)
    if not expected or not hmac.compare_digest(found.encode(), expected.encode()):
        raise PageRefusedError(403, "This form is over. Go back, load the page again, and repeat it.", viewer)
