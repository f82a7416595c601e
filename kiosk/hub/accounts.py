"""People at the hub: who may look at it, and at what. One account a person."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from kiosk.hub.database.account_tables import accounts
from kiosk.hub.passwords import LEAST_CHARACTERS, MOST_CHARACTERS, find_weakness, hash_password
from kiosk.hub.sessions import end_sessions
from kiosk.model.errors import KioskError

MOST_NAME: Final = 60


class Role(StrEnum):
    """What somebody may do: all, all that is one site's own, or look only."""

    OPERATOR = "operator"
    SITE = "site"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account; ``site`` is the only one it sees (None: all). Moments are UTC ms."""

    name: str
    role: Role
    site: str | None
    made_ms: int
    is_disabled: bool

    def as_dict(self) -> dict[str, Any]:
        """Return it as a JSON-ready object."""
        return {
            "name": self.name,
            "role": str(self.role),
            "site": self.site,
            "made_at": self.made_ms,
            "disabled": self.is_disabled,
        }


def parse_name(text: str) -> str:
    """Return an account's name as it is kept: in small letters, of letters, digits and ``. _ - @``.

    Raises:
        ValueError: It is empty, over 60 characters, or has others.
    """
    name = unicodedata.normalize("NFKC", text).casefold()
    if not 1 <= len(name) <= MOST_NAME or not all(map(_is_in_names, name)):
        raise ValueError("not a name of an account")
    return name


def add_account(
    connection: Connection, name: str, role: Role, site: str | None, password: str, now_ms: int
) -> Account:
    """Make an account; ``connection`` is one that may write.

    Raises:
        KioskError: ``hub.account-refused``.
    """
    name = _check_name(name)
    if find_account(connection, name) is not None:
        raise _refuse(name, "a name that nobody has", "an account of this name", "Choose another name")
    if role is Role.OPERATOR and site is not None:
        raise _refuse(name, "no site for an operator, who sees all", site, "Leave --site out, or use --role site")  # fmt: skip
    if role is Role.SITE and not site:
        raise _refuse(name, "the site that this account is for", "none", "Add --site")
    kept = _hash(name, password)
    connection.execute(
        insert(accounts).values(name=name, role=str(role), site=site, password_hash=kept, made_at=now_ms)
    )
    return Account(name, role, site, now_ms, is_disabled=False)


def set_password(connection: Connection, name: str, password: str) -> Account:
    """Give an account another password; whoever is logged in with it is logged out.

    Raises:
        KioskError: ``hub.account-unknown``, ``hub.account-refused``.
    """
    account = get_account(connection, name)
    kept = _hash(account.name, password)
    connection.execute(update(accounts).where(accounts.c.name == account.name).values(password_hash=kept))
    end_sessions(connection, account.name)
    return account


def set_disabled(connection: Connection, name: str, now_ms: int, *, disabled: bool) -> Account:
    """Shut an account, whose sessions end at once; or open it again.

    Raises:
        KioskError: ``hub.account-unknown``.
    """
    account = get_account(connection, name)
    when = now_ms if disabled else None
    connection.execute(update(accounts).where(accounts.c.name == account.name).values(disabled_at=when))
    if disabled:
        end_sessions(connection, account.name)
    return get_account(connection, account.name)


def list_accounts(connection: Connection) -> list[Account]:
    """Return all accounts, by name."""
    return [_read(row) for row in connection.execute(select(accounts).order_by(accounts.c.name))]


def count_accounts(connection: Connection) -> int:
    """Return how many accounts can log in."""
    query = select(func.count()).select_from(accounts).where(accounts.c.disabled_at.is_(None))
    return connection.scalar(query) or 0


def find_account(connection: Connection, name: str) -> Account | None:
    """Return the account of this name, None where there is none."""
    row = connection.execute(select(accounts).where(accounts.c.name == name)).one_or_none()
    return None if row is None else _read(row)


def get_account(connection: Connection, name: str) -> Account:
    """Return the account of this name.

    Raises:
        KioskError: ``hub.account-unknown``.
    """
    account = find_account(connection, name.casefold())
    if account is None:
        raise KioskError(
            "There is no such account",
            thing=name,
            expected="the name of an account",
            found="none",
            remedy="See kiosk hub account list for their names",
            code="hub.account-unknown",
        )
    return account


def _read(row: Row[Any]) -> Account:
    return Account(row.name, Role(row.role), row.site, row.made_at, row.disabled_at is not None)


def _is_in_names(one: str) -> bool:
    """Tell whether a character is a letter, a digit or a vowel sign, of any script, or one of ``. _ - @``."""
    return unicodedata.category(one)[0] in "LMN" or one in "._-@"


def _check_name(text: str) -> str:
    try:
        return parse_name(text)
    except ValueError:
        expected = f"1 to {MOST_NAME} letters, digits and . _ - @"
        raise _refuse(text[:80], expected, "other characters or another length", "Choose another name") from None  # fmt: skip


def _hash(name: str, password: str) -> str:
    if weakness := find_weakness(password, name):
        expected = (
            f"a password of {LEAST_CHARACTERS} to {MOST_CHARACTERS} characters without the account's name"
        )
        raise _refuse(name, expected, weakness, "Choose another password: some words in a row are good")
    return hash_password(password)


def _refuse(thing: str, expected: str, found: str, remedy: str) -> KioskError:
    return KioskError(
        "The account was not changed",
        thing=thing,
        expected=expected,
        found=found,
        remedy=remedy,
        code="hub.account-refused",
    )
