"""The hub's database, in SQLite or PostgreSQL: one file of tables a subject, opening, migrations."""

from sqlalchemy import Connection

from kiosk.hub.database.opening import HubDatabase, open_database

__all__ = ["Connection", "HubDatabase", "open_database"]
