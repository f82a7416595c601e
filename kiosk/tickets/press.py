"""Making tickets: what only the hub can do, as it alone has the private key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.printed import format_printed
from kiosk.tickets.typed import format_typed

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class TicketPress:
    """The keys of one site's tickets, with the private one; see :class:`kiosk.tickets.site_keys.SiteKeys`.

    ``private_key`` (32 bytes, Ed25519) never leaves the hub.
    """

    site: str
    key_id: int
    secret: bytes = field(repr=False)
    public_key: bytes
    private_key: bytes = field(repr=False)

    def format_typed(self, claim: TicketClaim) -> str:
        """Return a ticket's 17 symbols.

        Raises:
            ValueError: A value of the claim is out of its bounds.
        """
        return format_typed(claim, self)

    def format_printed(self, claim: TicketClaim) -> str:
        """Return the text of a ticket's QR code.

        Raises:
            ValueError: A value of the claim is out of its bounds.
        """
        return format_printed(claim, self, self.private_key)


def make_press(site: str, key_id: int) -> TicketPress:
    """Return new keys for the tickets of ``site``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    return TicketPress(site, key_id, secrets.token_bytes(SECRET_BYTES), public, private.private_bytes_raw())
