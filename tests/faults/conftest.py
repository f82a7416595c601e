"""What the attacks on trust share: releases built once, and a scene for each attack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from tests.faults.trust_scene import Scene
from tests.packs.small_source import write_small_source
from tests.packs.unpacking import unpack


@pytest.fixture(scope="session")
def unsigned_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trees of releases 1 to 3 of the small pack, in folders of these names, as they are built."""
    folder = tmp_path_factory.mktemp("releases")
    source = read_source(write_small_source(folder / "mill"))
    for version in (1, 2, 3):
        hpack = folder / f"{version}.hpack"
        build_pack(replace(source, version=version, publisher=f"Publisher {version}"), hpack)
        unpack(hpack, folder / str(version))
    return folder


@pytest.fixture
def scene(unsigned_releases: Path, tmp_path: Path) -> Iterator[Scene]:
    """A device that shows release 1, and the stick it came from."""
    scene = Scene(unsigned_releases, tmp_path)
    yield scene
    scene.close()
