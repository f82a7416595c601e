"""Fixtures: the hub's database in SQLite and in PostgreSQL. What holds for the hub holds on both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fakes.postgres_cluster import PostgresCluster, find_programs

if TYPE_CHECKING:
    from kiosk.hub.database import HubDatabase


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresCluster]:
    """A PostgreSQL server for this run; the test is skipped where Debian's package is missing."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not here: apt-get install postgresql")
    with PostgresCluster(programs) as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def hub_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "hub.db")
    cluster: PostgresCluster = request.getfixturevalue("postgres")
    return cluster.make_database()


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresCluster) -> str:
    """The name of a database with all tables, to be copied: quicker than making them for each test."""
    from kiosk.hub.database import open_database

    address = postgres.make_database()
    open_database(address).close()
    return address.partition("kiosk@/")[2].partition("?")[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def hub_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HubDatabase]:
    """The hub's database, open, with all its tables and nothing in them; of each kind in turn."""
    # Here, so that the tests that know no hub do not wait for its libraries.
    from kiosk.hub.database import open_database

    address = str(tmp_path / "hub.db")
    if request.param == "postgresql":
        template: str = request.getfixturevalue("postgres_template")
        cluster: PostgresCluster = request.getfixturevalue("postgres")
        address = cluster.make_database(template)
    with closing(open_database(address)) as database:
        yield database
