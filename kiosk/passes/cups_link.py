"""Asks the machine's own CUPS, over its socket: IPP in HTTP, with nothing but the standard library.

The socket only: what is printed does not pass over a network in the clear, and CUPS knows by the socket whose papers
are whose, so that they may be removed again.
"""

from __future__ import annotations

import os
import pwd
import socket
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.passes.ipp import NAME, Answer, Attribute, TornMessageError, format_request, parse_answer

SOCKETS: Final = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
PATIENCE_S: Final = 4.0
MOST_ANSWER_BYTES: Final = 1 << 20
_DONE: Final = 200
_REFUSALS: Final = {
    401: "CUPS does not let this account print",
    403: "CUPS does not let this account print",
    413: "CUPS has no room for it: its disk may be full",
}


class CupsLink:
    """Each question is a connection of its own. ``place`` is the socket."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._user = _find_user()

    def ask(
        self,
        operation: int,
        wishes: Sequence[Attribute],
        of_the_job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> Answer:
        """Ask, wait some seconds at most, and return the answer, whatever it says.

        Raises:
            KioskError: ``passes.printer-away`` where nobody answers, ``passes.printer-unclear`` where the answer is none.
        """
        first, *others = wishes
        request = format_request(
            operation, (first, (NAME, "requesting-user-name", self._user), *others), of_the_job
        )
        link = _SocketConnection(self._place)
        try:
            link.request("POST", "/", request + document, self._headers())
            with link.getresponse() as answer:
                content = answer.read(MOST_ANSWER_BYTES + 1)
        except (OSError, HTTPException) as error:
            raise _away(self._place, error) from error
        finally:
            link.close()
        if answer.status != _DONE or len(content) > MOST_ANSWER_BYTES:
            raise unclear(_REFUSALS.get(answer.status, f"HTTP {answer.status}, {len(content)} bytes"))
        try:
            return parse_answer(content)
        except TornMessageError as error:
            raise unclear(f"no message: {error}") from error

    def _headers(self) -> dict[str, str]:
        return {"Content-Type": "application/ipp", "Authorization": f"PeerCred {self._user}"}


def find_socket() -> Path:
    """Return where CUPS listens: ``$CUPS_SERVER`` where it names a socket, else where Debian has it."""
    chosen = os.environ.get("CUPS_SERVER", "")
    if chosen.startswith("/"):
        return Path(chosen)
    return next((place for place in SOCKETS if place.exists()), SOCKETS[0])


def unclear(found: str) -> KioskError:
    """Return the fault of an answer that is not understood."""
    return KioskError(
        "The pass was not printed",
        thing="printer",
        expected="an answer of CUPS",
        found=found,
        remedy="See what CUPS says: lpstat -t, and its error_log",
        code="passes.printer-unclear",
    )


class _SocketConnection(HTTPConnection):
    """HTTP over a socket of this machine."""

    def __init__(self, place: Path) -> None:
        super().__init__("localhost", timeout=PATIENCE_S)
        self._place = place

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE_S)
        self.sock.connect(str(self._place))


def _find_user() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # an account of a container, without a name
        return str(os.geteuid())


def _away(place: Path, error: Exception) -> KioskError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or "no answer"
    return KioskError(
        "The pass was not printed",
        thing=str(place),
        expected="the machine's printing system, CUPS",
        found=reason,
        remedy='Install CUPS and start it, or set printer to ""',
        code="passes.printer-away",
    )
