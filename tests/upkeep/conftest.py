from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upkeep.labels_room import LabelsRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[LabelsRoom]:
    room = LabelsRoom(tmp_path)
    yield room
    room.close()
