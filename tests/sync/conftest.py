"""An outbox on a real database, and a hub on a real socket that can be told to misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.sync.outbox import Outbox
from tests.fakes.fake_hub import FakeHub

DEVICE = "d" * 32


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as opened:
        yield opened


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as running:
        yield running
