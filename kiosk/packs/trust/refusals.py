"""The words for packs that a device may not take: who vouches for them, or does not."""

from __future__ import annotations

from kiosk.model.errors import KioskError

NOT_INSTALLED = "The pack was not installed"
_NEWEST = "ask whoever gave you the stick for its newest content"


def make_unsigned(thing: str, found: str = "no signature") -> KioskError:
    """Return the refusal of what nobody signed."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected="content signed by this device's operator",
        found=found,
        remedy="have it signed (kiosk pack sign); authors can look at it with kiosk run --trust-folder",
        code="packs.unsigned",
    )


def make_no_trust(thing: str, found: str) -> KioskError:
    """Return the refusal on a device that nobody told whom to trust."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected="an operator that this device trusts",
        found=found,
        remedy="compare the operator's fingerprint with the paper you were given; then trust it on the staff page, or: kiosk keys trust STICK",
        code="packs.no-trust",
    )


def make_foreign(thing: str, expected: str, found: str) -> KioskError:
    """Return the refusal of what another operator signed."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected=f"content signed by {expected}",
        found=found,
        remedy="use a stick of this device's operator; to change the operator: kiosk keys trust",
        code="packs.foreign",
    )


def make_withdrawn(thing: str) -> KioskError:
    """Return the refusal of a release that its publisher's newest list no longer names."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected="a release on its publisher's newest list",
        found="one that was withdrawn",
        remedy=_NEWEST,
        code="packs.withdrawn",
    )


def make_expired(thing: str, found: str) -> KioskError:
    """Return the refusal of signatures that have run out."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected="signatures that are still valid",
        found=found,
        remedy=f"{_NEWEST}; what is installed stays",
        code="packs.metadata-expired",
    )


def make_metadata_faulty(thing: str, found: str) -> KioskError:
    """Return the refusal of metadata that is damaged, incomplete or forged."""
    return KioskError(
        NOT_INSTALLED,
        thing=thing,
        expected="whole and rightly signed lists of what is on it",
        found=found[:200],
        remedy="copy the content again from where it came from; if it stays, do not use this stick",
        code="packs.metadata-faulty",
    )
