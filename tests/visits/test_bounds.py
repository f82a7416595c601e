from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.visits.bounds import count_rows, trim
from kiosk.visits.store import connect


@pytest.fixture
def connection(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(folder / "events.db", "d" * 32)) as opened:
        yield opened


TOUCH = '{"sign":"touch"}'


def fill(
    connection: sqlite3.Connection, rows: list[tuple[str, str | None] | tuple[str, str | None, str]]
) -> None:
    """Insert rows of (name, visit) or (name, visit, body); an ``Attention`` is a touch."""
    for name, visit, *body in rows:
        connection.execute(
            "INSERT INTO events VALUES(NULL, '', ?, '', 0, 0, '', ?, ?)", (visit, name, *(body or [TOUCH]))
        )


def names(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM events ORDER BY seq")]


def test_within_the_bounds_nothing_goes(connection: sqlite3.Connection) -> None:
    fill(connection, [("Incident", None)] * 5)
    assert trim(connection, keep_rows=5, diary_rows=5) is None


def test_low_value_rows_go_first(connection: sqlite3.Connection) -> None:
    fill(connection, [("VisitStarted", "v"), ("Attention", "v"), ("StopOpened", "v"), ("Attention", "v")])
    assert trim(connection, keep_rows=3, diary_rows=5) == (2, 2, 1)
    assert names(connection) == ["VisitStarted", "StopOpened", "Attention"]


def test_then_the_diary_then_the_oldest(connection: sqlite3.Connection) -> None:
    fill(connection, [("VisitStarted", "v"), ("Attention", "v"), ("Incident", None), ("StopOpened", "v")])
    assert trim(connection, keep_rows=1, diary_rows=5) == (2, 4, 3)
    assert names(connection) == ["VisitStarted"]


def test_what_a_dwell_would_grow_without_is_kept_to_the_last(connection: sqlite3.Connection) -> None:
    slept = '{"sign":"slept","lost_ms":600000,"unseen_ms":600000}'
    fill(connection, [("VisitStarted", "v"), ("Attention", "v", slept), ("NarrationProgress", "v")])
    fill(connection, [("StopClosed", "v"), ("Attention", "v")])
    assert trim(connection, keep_rows=2, diary_rows=5) == (3, 5, 3)
    assert names(connection) == ["VisitStarted", "Attention"]


def test_the_diary_has_a_bound_of_its_own(connection: sqlite3.Connection) -> None:
    fill(connection, [("Incident", None)] * 8)
    assert trim(connection, keep_rows=100, diary_rows=5) == (1, 3, 3)
    assert count_rows(connection) == 5
