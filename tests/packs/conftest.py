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
from tests.fakes.signed_packs import ThrowAwayOperator
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
def mill_operator() -> ThrowAwayOperator:
    """Who signs the packs of these tests."""
    return ThrowAwayOperator()


@pytest.fixture(scope="session")
def unsigned_mill(mill_source: PackSource, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1 of the small pack as it is built: nobody signed it."""
    return build_pack(mill_source, tmp_path_factory.mktemp("unsigned") / "mill.hpack").path


@pytest.fixture(scope="session")
def make_mill(
    mill_source: PackSource, mill_operator: ThrowAwayOperator, tmp_path_factory: pytest.TempPathFactory
) -> MakePack:
    """Builds and signs a version of the small pack, once each; versions differ in the publisher's name too.

    They are signed in the order of their versions, as a publisher would: what is signed later knows of what was before.
    """
    folder = tmp_path_factory.mktemp("hpacks")

    def make(version: int) -> Path:
        for number in range(1, version + 1):
            path = folder / f"mill-{number}.hpack"
            if not path.exists():
                source = replace(mill_source, version=number, publisher=f"Publisher {number}")
                mill_operator.build(source, path)
        return folder / f"mill-{version}.hpack"

    return make


@pytest.fixture(scope="session")
def mill_hpack(make_mill: MakePack) -> Path:
    return make_mill(1)


@pytest.fixture
def store(mill_operator: ThrowAwayOperator, tmp_path: Path) -> Iterator[PackStore]:
    """A device with no pack that trusts the operator."""
    store = mill_operator.open_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def library(store: PackStore, mill_hpack: Path) -> Iterator[Library]:
    """The small pack as visitors see it."""
    assert store.install(mill_hpack).result == "installed"
    library = store.open_library()
    yield library
    library.close()
