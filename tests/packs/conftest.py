"""A small pack, built once for all tests, and stores to install it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.packs.small_source import write_small_source

MakePack = Callable[[int], Path]


@pytest.fixture(scope="session")
def mill_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source of the small pack; nobody may change it."""
    return write_small_source(tmp_path_factory.mktemp("mill"))


@pytest.fixture(scope="session")
def mill_source(mill_folder: Path) -> PackSource:
    return read_source(mill_folder)


@pytest.fixture(scope="session")
def make_mill(mill_source: PackSource, tmp_path_factory: pytest.TempPathFactory) -> MakePack:
    """Builds a version of the small pack, once each; versions differ in the publisher's name too."""
    folder = tmp_path_factory.mktemp("hpacks")

    def make(version: int) -> Path:
        path = folder / f"mill-{version}.hpack"
        if not path.exists():
            build_pack(replace(mill_source, version=version, publisher=f"Publisher {version}"), path)
        return path

    return make


@pytest.fixture(scope="session")
def mill_hpack(make_mill: MakePack) -> Path:
    return make_mill(1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PackStore]:
    """A device with no pack."""
    (tmp_path / "data").mkdir()
    store = PackStore(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def library(store: PackStore, mill_hpack: Path) -> Iterator[Library]:
    """The small pack as visitors see it."""
    assert store.install(mill_hpack).result == "installed"
    library = store.open_library()
    yield library
    library.close()
