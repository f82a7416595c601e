"""Sticks and files that nobody makes by accident do no harm; what cannot be read is told with a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.pack_hostile import HOSTILE, install_hostile
from tests.faults.pack_world import World

# These lie beside what is good and change nothing of it.
HARMLESS = {"a crowd of versions", "versions that are none"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_source_does_no_harm(pack_world: World, tmp_path: Path, name: str) -> None:
    code = install_hostile(pack_world, tmp_path, name)
    assert (code == "") == (name in HARMLESS), code
