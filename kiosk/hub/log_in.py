"""Whether a name and a password are right: so many tries for each name and each network, and no word on which was wrong."""

from __future__ import annotations

import hashlib
import ipaddress
from typing import Final

from sqlalchemy import Connection, select, update

from kiosk.hub.accounts import Account, find_account, parse_name
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.account_tables import accounts
from kiosk.hub.passwords import MOST_CHARACTERS, hash_password, is_outdated, verify_password
from kiosk.hub.tries import TryLimit

_WINDOW_MS: Final = 900_000
# The narrowest first: who is over it counts no further, so that nobody shuts others out of their accounts alone.
BY_BOTH: Final = TryLimit("log-in", 10, _WINDOW_MS)
BY_NETWORK: Final = TryLimit("log-in network", 50, _WINDOW_MS)
BY_ACCOUNT: Final = TryLimit("log-in account", 100, _WINDOW_MS)


class TooManyTriesError(Exception):
    """The door is shut for ``wait_ms``; whether the password was right was not looked at."""

    def __init__(self, wait_ms: int) -> None:
        super().__init__(f"wait {wait_ms} ms")
        self.wait_ms = wait_ms


def check_password(
    database: HubDatabase, name: str, password: str, address: str, now_ms: int
) -> Account | None:
    """Return whose name and password these are; None where they are nobody's, or the account was shut.

    Args:
        database: The hub's.
        name: As it was typed.
        password: As it was typed.
        address: The network address that it came from.
        now_ms: The hub's time.

    Raises:
        TooManyTriesError: Too many tries in vain for this name or from this network.
    """
    limits = _list_limits(name, address)
    with database.writing() as connection:
        # A network that is shut out writes nothing more: names that it makes up must not fill the disk.
        wait_ms = BY_NETWORK.find_wait_ms(connection, limits[1][1], now_ms) or next(
            (wait for limit, who in limits if (wait := limit.begin_try(connection, who, now_ms))), 0
        )
    if wait_ms:
        raise TooManyTriesError(wait_ms)
    with database.reading() as connection:
        account, kept = _find(connection, name)
    is_right = verify_password(password[: MOST_CHARACTERS + 1], kept)
    if account is None or kept is None or not is_right or account.is_disabled:
        return None
    with database.writing() as connection:
        BY_BOTH.forgive(connection, limits[0][1])
        for limit, who in limits[1:]:
            limit.take_back(connection, who)
        if is_outdated(kept):
            _renew(connection, account.name, password, kept)
    return account


def forgive_account(connection: Connection, name: str) -> None:
    """Forget the tries in vain for an account: it has another password now."""
    BY_ACCOUNT.forgive(connection, _hash(name))


def format_network(address: str) -> str:
    """Return whom an address belongs to: itself, or the network of an IPv6 address, of which one person has many."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if parsed.version == 4:
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def find_open_account(connection: Connection, name: str) -> tuple[Account | None, str]:
    """Return an account that can log in, and what is kept of its password; None and "" where there is none."""
    account, kept = _find(connection, name)
    return (None, "") if account is None or kept is None or account.is_disabled else (account, kept)


def _list_limits(name: str, address: str) -> list[tuple[TryLimit, str]]:
    who, network = _hash(name), format_network(address)
    return [(BY_BOTH, f"{who} {network}"), (BY_NETWORK, network), (BY_ACCOUNT, who)]


def _hash(name: str) -> str:
    """Return a name of fixed length: what is typed there may be long, or somebody's password."""
    return hashlib.sha256(name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _find(connection: Connection, typed: str) -> tuple[Account | None, str | None]:
    try:
        name = parse_name(typed)
    except ValueError:
        return None, None
    kept = connection.scalar(select(accounts.c.password_hash).where(accounts.c.name == name))
    return find_account(connection, name), kept


def _renew(connection: Connection, name: str, password: str, kept: str) -> None:
    mine = (accounts.c.name == name) & (accounts.c.password_hash == kept)
    connection.execute(update(accounts).where(mine).values(password_hash=hash_password(password)))
