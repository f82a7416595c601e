"""Where the hub is: a URL typed by staff, checked before anything is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.model.errors import KioskError

MAX_LENGTH = 512


@dataclass(frozen=True, slots=True)
class HubAddress:
    """A hub's address taken apart; ``path`` has no slash at its end."""

    scheme: str
    host: str
    port: int
    path: str

    def format(self) -> str:
        """Return the address as a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"


def parse_hub_address(text: str) -> HubAddress:
    """Return the parts of a hub's URL.

    Raises:
        KioskError: ``sync.hub-address`` where it is no plain http or https URL of at most 512 characters, its
            path in ASCII.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise _refusal(text) from None
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    # Anything else could not be put into a request's first line.
    sendable = len(text) <= MAX_LENGTH and re.fullmatch(r"[!-~]*", parts.path)
    if parts.scheme not in ("http", "https") or not parts.hostname or not (plain and sendable):
        raise _refusal(text)
    return HubAddress(parts.scheme, parts.hostname, port, parts.path.rstrip("/"))


def _refusal(text: str) -> KioskError:
    return KioskError(
        "Nothing was sent to the hub",
        thing=ascii(text[:80]),
        expected="an address like https://hub.example.org",
        found="something else",
        remedy="Type the hub's address as its operator gave it",
        code="sync.hub-address",
    )
