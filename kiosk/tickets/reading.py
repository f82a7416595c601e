"""What was typed or scanned, read with no network: a ticket, a voucher, or in a word why it is neither."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.mark import mark_ticket, mark_voucher
from kiosk.tickets.printed import TornTicketError, looks_like_ticket, parse_printed
from kiosk.tickets.site_keys import SiteKeys, VoucherSecret
from kiosk.tickets.symbols import LENGTH, fold_typed, parse_symbols
from kiosk.tickets.typed import find_typed
from kiosk.tickets.voucher import PREFIX as VOUCHER_PREFIX
from kiosk.tickets.voucher import Voucher, find_voucher


class Refusal(StrEnum):
    """Why a code does not open a visit here."""

    NO_CODE = "no-code"  # not 17 symbols: something is missing, or too much, or no symbol
    MISTYPED = "mistyped"  # the check symbol says so
    TORN = "torn"  # a printed ticket that is damaged, or of a later version
    NOT_OURS = "not-ours"  # nobody of this operator made it
    OTHER_SITE = "other-site"
    NOT_YET = "not-yet"
    OVER = "over"
    USED = "used"
    WAIT = "wait"  # too many wrong ones just now
    NO_KEYS = "no-keys"  # this device cannot check tickets at all


@dataclass(frozen=True, slots=True)
class Paper:
    """What one device can read: the operator's secrets, newest first, and the sites it has heard of."""

    tickets: Sequence[SiteKeys] = ()
    vouchers: Sequence[VoucherSecret] = ()
    sites: Collection[str] = ()

    def can_read(self, site: str) -> bool:
        """Tell whether tickets of ``site``, or vouchers, can be read at all."""
        return bool(self.vouchers) or any(keys.site == site for keys in self.tickets)


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A genuine ticket or voucher.

    Attributes:
        site: Which site it is for.
        mark: Names it without saying what it is: :mod:`kiosk.tickets.mark`.
        first_day: The first day it is good for, by the site's calendar.
        last_day: The last one.
        claim: What a ticket promises; None for a voucher.
        voucher: What a voucher tells; None for a ticket.
    """

    site: str
    mark: str
    first_day: date
    last_day: date
    claim: TicketClaim | None = field(default=None)
    voucher: Voucher | None = field(default=None)


def read_code(text: str, site: str, paper: Paper) -> ReadCode | Refusal:
    """Return what ``text`` is, typed or scanned and not trusted, to somebody at ``site``.

    Refusals are those that can be told from the text alone: ``no-code``, ``mistyped``, ``torn``, ``not-ours``,
    ``other-site`` and ``no-keys``.
    """
    if not paper.can_read(site):
        return Refusal.NO_KEYS
    if looks_like_ticket(text):
        return _read_printed(text, site, paper)
    if text[: len(VOUCHER_PREFIX)].upper() == VOUCHER_PREFIX:
        text = text[len(VOUCHER_PREFIX) :]
    symbols = fold_typed(text)
    if symbols is None or len(symbols) != LENGTH:
        return Refusal.NO_CODE
    values = parse_symbols(symbols)
    if values is None:
        return Refusal.MISTYPED
    found = _read_typed(values, paper) or _read_voucher(symbols, values, site, paper)
    return _of_site(found, site)


def _read_printed(text: str, site: str, paper: Paper) -> ReadCode | Refusal:
    try:
        found = parse_printed(text, paper.tickets)
    except TornTicketError:
        return Refusal.TORN
    return _of_site(_make_ticket(*found) if found else None, site)


def _read_typed(values: tuple[int, ...], paper: Paper) -> ReadCode | None:
    found = find_typed(values, paper.tickets)
    return _make_ticket(*found) if found else None


def _make_ticket(claim: TicketClaim, keys: SiteKeys) -> ReadCode:
    return ReadCode(keys.site, mark_ticket(claim, keys), claim.first_day, claim.last_day, claim)


def _read_voucher(symbols: str, values: tuple[int, ...], site: str, paper: Paper) -> ReadCode | None:
    sites = (site, *(one for one in paper.sites if one != site))
    found = find_voucher(values, paper.vouchers, sites, paper.sites)
    if found is None:
        return None
    voucher, key = found
    mark = mark_voucher(symbols, key.secret, voucher.last_day)
    return ReadCode(voucher.to_site, mark, voucher.made_on, voucher.last_day, voucher=voucher)


def _of_site(found: ReadCode | None, site: str) -> ReadCode | Refusal:
    if found is None:
        return Refusal.NOT_OURS
    return found if found.site == site else Refusal.OTHER_SITE
