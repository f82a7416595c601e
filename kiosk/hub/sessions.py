"""Who is logged in: a random token in the person's browser, its hash in the database."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.hub.database.account_tables import accounts, sessions

# Whoever does nothing for so long is logged out; and everybody after a week.
IDLE_MS: Final = 12 * 3_600_000
LONGEST_MS: Final = 7 * 86_400_000
# The end is moved at most so often: not every page that is looked at writes to the disk.
_MOVED_EVERY_MS: Final = 600_000


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in: the account's name, role and site as they are now, and the word for their forms."""

    account: str
    role: str
    site: str | None
    csrf_token: str
    expires_ms: int
    made_ms: int

    def is_to_be_prolonged(self, now_ms: int) -> bool:
        """Tell whether its end should be moved: the person is there."""
        return min(now_ms + IDLE_MS, self.made_ms + LONGEST_MS) - self.expires_ms > _MOVED_EVERY_MS


def begin_session(connection: Connection, account: str, now_ms: int) -> str:
    """Log an account in and return the token for the browser; ``connection`` is one that may write."""
    token = secrets.token_urlsafe(32)
    connection.execute(delete(sessions).where(sessions.c.expires_at <= now_ms))
    connection.execute(
        insert(sessions).values(
            token_hash=_hash(token),
            account=account,
            csrf_token=secrets.token_urlsafe(32),
            made_at=now_ms,
            expires_at=now_ms + IDLE_MS,
        )
    )
    return token


def find_session(connection: Connection, token: str, now_ms: int) -> Session | None:
    """Return whose token this is; None where it is nobody's, over, or its account was shut."""
    joined = sessions.join(accounts, accounts.c.name == sessions.c.account)
    row = connection.execute(
        select(sessions, accounts.c.role, accounts.c.site)
        .select_from(joined)
        .where(
            sessions.c.token_hash == _hash(token),
            sessions.c.expires_at > now_ms,
            accounts.c.disabled_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    return Session(row.account, row.role, row.site, row.csrf_token, row.expires_at, row.made_at)


def prolong_session(connection: Connection, token: str, session: Session, now_ms: int) -> None:
    """Move a session's end; ``connection`` is one that may write."""
    expires_ms = min(now_ms + IDLE_MS, session.made_ms + LONGEST_MS)
    connection.execute(
        update(sessions).where(sessions.c.token_hash == _hash(token)).values(expires_at=expires_ms)
    )


def end_session(connection: Connection, token: str) -> None:
    """Log out whoever has this token."""
    connection.execute(delete(sessions).where(sessions.c.token_hash == _hash(token)))


def end_sessions(connection: Connection, account: str) -> None:
    """Log an account out everywhere."""
    connection.execute(delete(sessions).where(sessions.c.account == account))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
