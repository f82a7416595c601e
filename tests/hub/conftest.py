"""A hub on a real database, of each kind in turn, and devices that send to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.hub.database import HubDatabase
from kiosk.hub.ingest import Ingest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "hub.db"


@pytest.fixture
def ingest(hub_database: HubDatabase) -> Ingest:
    return Ingest(hub_database)
