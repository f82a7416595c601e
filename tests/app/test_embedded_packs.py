"""The packs that come with the program are for a device that has nothing else to show."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from kiosk.app.data_folder import DataFolder
from kiosk.app.embedded_packs import find_embedded_packs, install_embedded_packs
from kiosk.app.open_packs import open_packs
from kiosk.app.prepare import DEMONSTRATOR, sign_demonstration
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.packs.trust.state import Origin
from tests.fakes.composed_guide import data, pack
from tests.packs.small_source import write_small_source

__all__ = ["data", "pack"]


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack as an author builds it, signed by nobody."""
    folder = tmp_path_factory.mktemp("unsigned")
    return build_pack(read_source(write_small_source(folder / "mill")), folder / "one.hpack").path


@pytest.fixture
def bundle(tmp_path: Path, unsigned: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with one pack, signed as the demonstration."""
    folder = tmp_path / "bundle"
    sign_demonstration([unsigned], folder / "packs")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PackStore]:
    (tmp_path / "device").mkdir()
    with closing(PackStore(tmp_path / "device")) as store:
        yield store


def device(tmp_path: Path) -> DataFolder:
    """Return a device's folder, which nobody else holds."""
    folder = tmp_path / "device"
    folder.mkdir(exist_ok=True)
    return DataFolder(folder, folder, None, -1)


def test_a_new_device_gets_them_once_and_trusts_who_signed_them(bundle: Path, store: PackStore) -> None:
    assert [outcome.result for outcome in install_embedded_packs(store)] == ["installed"]
    assert install_embedded_packs(store) == ()
    operator, trust = store.trust.operator(), store.trust.state()
    assert operator is not None and operator.name == DEMONSTRATOR
    assert trust is not None and trust.origin is Origin.DEMONSTRATION
    with closing(store.open_library()) as library:
        assert [site.name for site in library.sites("en")] == ["The Mill"]


def test_a_device_with_its_own_is_left_alone(bundle: Path, data: Path) -> None:
    with closing(PackStore(data)) as store:
        assert install_embedded_packs(store) == ()


def test_a_device_that_trusts_its_own_operator_never_gets_them(
    bundle: Path, store: PackStore, pack: Path
) -> None:
    store.trust.adopt(pack)
    assert install_embedded_packs(store) == ()
    (demonstration,) = find_embedded_packs()
    assert store.install(demonstration).code == "packs.foreign"
    assert store.list_releases() == ()


def test_the_demonstration_of_another_build_takes_the_place_of_a_trust_that_showed_nothing(
    bundle: Path, store: PackStore, unsigned: Path, tmp_path: Path
) -> None:
    sign_demonstration([unsigned], tmp_path / "before" / "packs")
    store.trust.adopt(tmp_path / "before" / "packs" / "one.hpack", origin=Origin.DEMONSTRATION)
    assert [outcome.result for outcome in install_embedded_packs(store)] == ["installed"]


def test_a_demonstration_from_before_signatures_is_replaced(
    bundle: Path, tmp_path: Path, unsigned: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    with closing(PackStore(folder, trusting=PREVIEW)) as before:
        assert before.install(unsigned).result == "installed"
    with closing(PackStore(folder)) as store:
        with closing(store.open_library()) as library:
            assert library.sites("en") == ()
        assert [outcome.result for outcome in install_embedded_packs(store)] == ["installed"]
        with closing(store.open_library()) as library:
            assert [site.name for site in library.sites("en")] == ["The Mill"]


def test_a_demonstration_of_another_version_of_the_program_is_replaced(
    bundle: Path, unsigned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        for module in ("catalogue_file", "catalogue_header"):
            before.setattr(f"kiosk.packs.{module}.SCHEMA_VERSION", 4)
        old = build_pack(read_source(write_small_source(tmp_path / "mill")), tmp_path / "one.hpack").path
        sign_demonstration([old], tmp_path / "before" / "packs")
        before.setattr(sys, "_MEIPASS", str(tmp_path / "before"))
        with ExitStack() as parts:
            library, outcomes = open_packs(device(tmp_path), parts)
            assert [outcome.result for outcome in outcomes] == ["installed"]
            assert len(library.sites("en")) == 1
    for results in (["installed"], []):
        with ExitStack() as parts:
            library, outcomes = open_packs(device(tmp_path), parts)
            assert [outcome.result for outcome in outcomes] == results
            assert [site.name for site in library.sites("en")] == ["The Mill"]


def test_an_operators_pack_of_another_version_stays_and_is_told(
    bundle: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.packs.catalogue_header.SCHEMA_VERSION", 99)
    monkeypatch.setattr("kiosk.packs.catalogue.SCHEMA_VERSION", 99)
    with ExitStack() as parts:
        library, outcomes = open_packs(DataFolder(data, data, None, -1), parts)
        assert (library.sites("en"), outcomes) == ((), ())
        assert "packs.catalogue-version" in {problem.code for problem in library.problems}
        assert "built again" in library.problems[0].remedy
    with closing(PackStore(data)) as store:
        assert len(store.list_releases()) == 1


def test_a_damaged_one_is_refused_with_the_reason(bundle: Path, store: PackStore) -> None:
    whole = (bundle / "packs" / "one.hpack").read_bytes()
    (bundle / "packs" / "two.hpack").write_bytes(b"PK")
    (bundle / "packs" / "one.hpack").write_bytes(whole)
    one, two = install_embedded_packs(store)
    assert one.result == "installed"
    assert two.result == "refused" and two.error is not None and two.error.remedy


def test_a_bundle_without_any_has_none(bundle: Path, store: PackStore) -> None:
    shutil.rmtree(bundle / "packs")
    assert find_embedded_packs() == ()
    assert install_embedded_packs(store) == ()
