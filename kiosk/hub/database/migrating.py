"""Bringing a database's tables up to date, once, however many hubs start at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from kiosk.model.errors import KioskError

MIGRATIONS: Final = Path(__file__).parent / "migrations"
# Any number, the same in all hubs: PostgreSQL's lock that lets one of them migrate while the others wait.
LOCK: Final = 0x4B494F53


@dataclass(frozen=True, slots=True)
class Migrated:
    """From which to which revision a database was brought ('' for an empty one); equal where nothing was done.

    ``name`` says which database, for eyes.
    """

    name: str
    before: str
    after: str


def migrate(connection: Connection, name: str) -> Migrated:
    """Bring the database up to date within the connection's transaction: wholly, or not at all.

    Raises:
        KioskError: ``hub.schema-newer``; nothing is changed.
        SQLAlchemyError: It could not be done; nothing is changed.
    """
    if connection.dialect.name == "postgresql":
        # Another hub's migration may take longer than anything else that is waited for.
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    config = _make_config(connection)
    scripts = ScriptDirectory.from_config(config)
    before, after = read_revision(connection), scripts.get_current_head() or ""
    if before and not knows_revision(before):
        raise _refuse(name, before, after)
    if before != after:
        command.upgrade(config, "head")
    return Migrated(name, before, after)


def read_revision(connection: Connection) -> str:
    """Return the revision of the database's tables; '' for a database without any, or from before revisions."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def latest_revision() -> str:
    """Return the newest revision that this program knows."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head() or ""


def knows_revision(revision: str) -> bool:
    """Tell whether this program knows the tables of ``revision``."""
    return revision in {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def _make_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _refuse(name: str, found: str, known: str) -> KioskError:
    return KioskError(
        "The hub's database was not opened",
        thing=name,
        expected=f"tables of revision {known} or older",
        found=f"revision {found[:40]}, which a newer hub made",
        remedy="Start the newer version of the hub, or restore a backup from before it",
        code="hub.schema-newer",
    )
