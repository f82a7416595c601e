"""PostgreSQL's own driver, for the few statements that every batch of facts goes through.

SQLAlchemy adds 0.1 to 0.4 ms of Python to each: with four of them a batch would cost more to announce than to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:
    import psycopg


@contextmanager
def open_cursor(connection: Connection, what: str) -> Iterator[psycopg.Cursor[Any]]:
    """Give the driver's cursor in SQLAlchemy's transaction; ``what`` names the statement in errors.

    Raises:
        OperationalError: The driver's error, told as SQLAlchemy's.
    """
    import psycopg

    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor:
            yield cursor
    except psycopg.Error as error:
        raise OperationalError(what, None, error) from error
