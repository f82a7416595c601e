"""What staff are told of tickets; visitors with a genuine ticket go in all the same."""

from __future__ import annotations

from kiosk.model.errors import KioskError


def keys_missing(site: str) -> KioskError:
    """Return the error of a device that was never given the keys of a site's tickets."""
    return KioskError(
        "Tickets cannot be checked",
        thing=site,
        expected="the keys of this site's tickets",
        found="none on this device",
        remedy="Enrol the device at the hub or bring it a stick from there, or set tickets to off",
        code="tickets.no-keys",
    )


def not_kept(error: Exception) -> KioskError:
    """Return the error of a disk that does not keep which tickets were used."""
    return KioskError(
        "It was not kept that a ticket was used",
        thing="tickets.db",
        found=str(error) or type(error).__name__,
        remedy="Free space on the disk and see kiosk doctor; until then the ticket may be used twice",
        code="tickets.not-kept",
    )


def desk_absent() -> KioskError:
    """Return the error of a shared folder that is not there."""
    return KioskError(
        "The other devices were not told that a ticket was used",
        thing="ticket_desk",
        expected="a folder that all devices of the desk can write to",
        found="none, or one that does not answer",
        remedy="Plug the drive in or connect the share; what was missed is told then",
        code="tickets.desk-absent",
    )
