"""A hub on a real database file, and devices that send to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.hub.ingest import Ingest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "hub.db"


@pytest.fixture
def ingest(database: Path) -> Iterator[Ingest]:
    with closing(Ingest(database)) as opened:
        yield opened
