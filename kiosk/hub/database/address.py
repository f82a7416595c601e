"""Where the hub's database is, in one word of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from kiosk.model.errors import KioskError

_DRIVERS: Final = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}  # fmt: skip


def parse_address(text: str) -> URL:
    """Return the address that ``--database`` names: a file, ``sqlite:///file`` or ``postgresql://...``.

    Raises:
        KioskError: ``hub.database-not-known`` for any other; a password is never repeated.
    """
    scheme, separator, _ = text.partition("://")
    if not separator:
        return URL.create(_DRIVERS["sqlite"], database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise _refuse(scheme, "an address that cannot be read") from None
    if scheme not in _DRIVERS:
        raise _refuse(scheme, f"a database of the kind {scheme}")
    if not url.database:
        raise _refuse(scheme, "no name of a database")
    return url.set(drivername=_DRIVERS[scheme])


def format_address(url: URL) -> str:
    """Return the address for eyes: a file's path, or the server's address with its password hidden."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def find_file(url: URL) -> Path | None:
    """Return the file of an SQLite database; None for a server's."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _refuse(scheme: str, found: str) -> KioskError:
    return KioskError(
        "The hub's database was not opened",
        thing=f"{scheme}://...",
        expected="a file, sqlite:///file, or postgresql://user@server/database",
        found=found,
        remedy="Name a file, or the address of a PostgreSQL database",
        code="hub.database-not-known",
    )
