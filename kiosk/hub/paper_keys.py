"""The operator's paper keys at the hub: made at first need, changed when asked, handed to devices by site.

Changing the keys of a site's tickets makes a new one; the one before still checks what was sold until it is retired.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, text, update

from kiosk.hub.database.key_tables import paper_keys, paper_keys_version
from kiosk.seals.paper_keys import PaperKeys, PassKey, TicketKeys, VoucherKey
from kiosk.tickets.press import SECRET_BYTES, TicketPress, make_press

TICKET: Final = "ticket"
VOUCHER: Final = "voucher"
PASS: Final = "pass"
_ONLY: Final = 1
# Any number, the same in all hubs.
_LOCK: Final = 0x4B455953


def provide_paper_keys(connection: Connection, site: str | None, now_ms: int) -> PaperKeys:
    """Return the keys for a device of ``site`` (None: of all sites that have some); what is missing is made.

    ``connection`` is one that may write.
    """
    _hold(connection)
    if site:
        provide_press(connection, site, now_ms)
    for kind in (VOUCHER, PASS):
        if not _list_live(connection, kind, ""):
            _insert(connection, kind, "", 1, now_ms)
    return read_paper_keys(connection, site)


def read_paper_keys(connection: Connection, site: str | None) -> PaperKeys:
    """Return the keys for a device of ``site`` (None: of all sites), as they are, newest first."""
    version = connection.scalar(select(paper_keys_version.c.version)) or 0
    presses = [_make_press(row) for row in _list_live(connection, TICKET, site)]
    return PaperKeys(
        version,
        tuple(TicketKeys(one.site, one.key_id, one.secret, one.public_key) for one in presses),
        tuple(VoucherKey(row.key_id, bytes(row.secret)) for row in _list_live(connection, VOUCHER, "")),
        tuple(PassKey(row.key_id, bytes(row.secret)) for row in _list_live(connection, PASS, "")),
    )


def read_presses(connection: Connection, site: str | None = None) -> list[TicketPress]:
    """Return the keys that make and check tickets, of one site or of all, newest first."""
    return [_make_press(row) for row in _list_live(connection, TICKET, site)]


def provide_press(connection: Connection, site: str, now_ms: int) -> TicketPress:
    """Return the newest keys of a site's tickets, made where there are none."""
    _hold(connection)
    presses = read_presses(connection, site)
    return presses[0] if presses else renew_press(connection, site, now_ms)


def renew_press(connection: Connection, site: str, now_ms: int) -> TicketPress:
    """Make new keys for a site's tickets: what is sold from now on is under them."""
    press = make_press(site, _next_id(connection, TICKET, site))
    pair = {"public_key": press.public_key, "private_key": press.private_key}
    _insert(connection, TICKET, site, press.key_id, now_ms, press.secret, **pair)
    return press


def retire_press(connection: Connection, site: str, key_id: int, now_ms: int) -> bool:
    """Take old keys of a site's tickets out of use: no device accepts their tickets any more.

    Returns:
        False where there are no such keys in use.
    """
    table = paper_keys.c
    is_meant = (table.kind == TICKET) & (table.site == site) & (table.key_id == key_id)
    done = connection.execute(
        update(paper_keys).where(is_meant, table.retired_at.is_(None)).values(retired_at=now_ms)
    )
    if done.rowcount:
        _raise_version(connection)
    return bool(done.rowcount)


def _hold(connection: Connection) -> None:
    """Let one hub at a time make keys: two that find none must not make two."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _list_live(connection: Connection, kind: str, site: str | None) -> list[Row[Any]]:
    table = paper_keys.c
    query = select(paper_keys).where(table.kind == kind, table.retired_at.is_(None))
    if site is not None:
        query = query.where(table.site == site)
    return list(connection.execute(query.order_by(table.site, table.key_id.desc())))


def _make_press(row: Row[Any]) -> TicketPress:
    return TicketPress(row.site, row.key_id, bytes(row.secret), bytes(row.public_key), bytes(row.private_key))


def _next_id(connection: Connection, kind: str, site: str) -> int:
    table = paper_keys.c
    newest = connection.scalar(select(func.max(table.key_id)).where(table.kind == kind, table.site == site))
    return (newest or 0) + 1


def _insert(
    connection: Connection,
    kind: str,
    site: str,
    key_id: int,
    now_ms: int,
    secret: bytes = b"",
    **pair: bytes,
) -> None:
    row = {"kind": kind, "site": site, "key_id": key_id, "made_at": now_ms, **pair}
    connection.execute(insert(paper_keys).values(secret=secret or secrets.token_bytes(SECRET_BYTES), **row))
    _raise_version(connection)


def _raise_version(connection: Connection) -> None:
    done = connection.execute(update(paper_keys_version).values(version=paper_keys_version.c.version + 1))
    if not done.rowcount:
        connection.execute(insert(paper_keys_version).values(only=_ONLY, version=1))
