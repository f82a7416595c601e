"""The secrets of an operator's paper, as this room needs them; ``kiosk.seals.paper_keys`` has such."""

from __future__ import annotations

from typing import Protocol


class VoucherSecret(Protocol):
    """What makes and checks the vouchers of an operator."""

    @property
    def key_id(self) -> int:
        """Tells keys apart that one device has at a time, 0 to 65,535."""
        ...

    @property
    def secret(self) -> bytes:
        """The 32 bytes that typed codes are authenticated with."""
        ...


class SiteKeys(VoucherSecret, Protocol):
    """What checks the tickets of a site."""

    @property
    def site(self) -> str:
        """The site's id."""
        ...

    @property
    def public_key(self) -> bytes:
        """The 32 bytes (Ed25519) that printed tickets are verified with."""
        ...


def encode_site(site: str) -> bytes:
    """Return a site's id as bytes; one that is no text, in keys that rotted, has some too."""
    return site.encode("utf-8", "surrogatepass")
