"""The packs that come with the program are for a device that has nothing else to show."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.embedded_packs import find_embedded_packs, install_embedded_packs
from kiosk.packs.store import PackStore
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]


@pytest.fixture
def bundle(tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with one pack."""
    folder = tmp_path / "bundle"
    (folder / "packs").mkdir(parents=True)
    shutil.copy(pack, folder / "packs" / "one.hpack")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


def test_a_new_device_gets_them_once(bundle: Path, tmp_path: Path) -> None:
    with closing(PackStore(tmp_path)) as store:
        assert [outcome.result for outcome in install_embedded_packs(store)] == ["installed"]
        assert install_embedded_packs(store) == ()


def test_a_device_with_its_own_is_left_alone(bundle: Path, data: Path) -> None:
    with closing(PackStore(data)) as store:
        assert install_embedded_packs(store) == ()


def test_a_damaged_one_is_refused_with_the_reason(bundle: Path, tmp_path: Path) -> None:
    (bundle / "packs" / "one.hpack").write_bytes(b"PK")
    with closing(PackStore(tmp_path)) as store:
        (outcome,) = install_embedded_packs(store)
    assert outcome.result == "refused" and outcome.error is not None and outcome.error.remedy


def test_a_bundle_without_any_has_none(bundle: Path) -> None:
    shutil.rmtree(bundle / "packs")
    assert find_embedded_packs() == ()
