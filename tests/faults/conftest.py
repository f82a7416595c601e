"""What faults share: releases built once, a world for those of installing, and a scene for each attack on trust."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from tests.faults.pack_world import World, make_world
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


@pytest.fixture(scope="session")
def first_scene(unsigned_releases: Path, quick_folder: Path) -> Scene:
    """The scene that every attack begins with a copy of."""
    (quick_folder / "scenes").mkdir()
    scene = Scene(unsigned_releases, quick_folder / "scenes" / "first")
    scene.close()
    return scene


@pytest.fixture
def scene(unsigned_releases: Path, first_scene: Scene, quick_folder: Path) -> Iterator[Scene]:
    """A device that shows release 1, and the stick it came from."""
    with TemporaryDirectory(dir=quick_folder / "scenes") as folder:
        scene = Scene(unsigned_releases, Path(folder), first_scene)
        yield scene
        scene.close()


@pytest.fixture(scope="session")
def pack_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Two signed releases and a device that shows the first; work on copies."""
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is such: hundreds of installs wait for no disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("quick")
        return
    with TemporaryDirectory(prefix="kiosk-faults-", dir=memory) as folder:
        yield Path(folder)
