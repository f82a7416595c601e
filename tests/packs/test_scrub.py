"""Everything installed is read again: what has rotted is named, shown around, and fetched from a stick."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.progress import Progress
from kiosk.packs.scrub import RottenFile, take_away
from kiosk.packs.store import PackStore
from tests.packs.conftest import MakePack
from tests.packs.unpacking import unpack


def flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.fixture
def blob_of(tmp_path: Path) -> Callable[[str], Path]:
    return lambda sha256: tmp_path / "data/packs/blobs" / sha256[:2] / sha256


def problems(store: PackStore) -> list[str]:
    library = store.open_library()
    try:
        assert library.sites("en")
        return [problem.code for problem in library.problems]
    finally:
        library.close()


def test_what_is_whole_is_counted(store: PackStore, mill_hpack: Path) -> None:
    store.install(mill_hpack)
    seen: list[Progress] = []
    report = store.scrub(on_progress=seen.append)
    manifest = store.list_releases()[0].manifest
    assert report.rotten == ()
    assert (report.checked_files, report.checked_bytes) == (len(list(manifest.files())), manifest.total_bytes)
    assert {progress.total for progress in seen} == {manifest.total_bytes}


@pytest.mark.parametrize("damage", [flip, truncate, Path.unlink])
def test_what_has_rotted_is_named_and_taken_away(
    store: PackStore, mill_hpack: Path, blob_of: Callable[[str], Path], damage: Callable[[Path], None]
) -> None:
    store.install(mill_hpack)
    picture = store.list_releases()[0].manifest.parts[0].blobs[0]
    damage(blob_of(picture.sha256))
    (rotten,) = store.scrub().rotten
    assert (rotten.sha256, rotten.mended) == (picture.sha256, False)
    assert rotten.needed_by == ("test.mill 1, core",)
    assert not blob_of(picture.sha256).exists()
    assert problems(store) == ["packs.file-missing"], "visitors are shown around it"


@pytest.mark.parametrize("as_tree", [True, False])
def test_a_stick_mends_it(
    store: PackStore,
    make_mill: MakePack,
    blob_of: Callable[[str], Path],
    tmp_path: Path,
    as_tree: bool,
) -> None:
    for version in (1, 2):
        store.install(make_mill(version))
    newest = store.list_releases()[0].manifest
    for sha256 in (newest.parts[0].sha256, newest.parts[0].blobs[0].sha256):
        flip(blob_of(sha256))
    source = unpack(make_mill(2), tmp_path / "stick") if as_tree else make_mill(2)
    report = store.scrub(source)
    assert [one.mended for one in report.rotten] == [True, True]
    shared = next(one for one in report.rotten if one.sha256 == newest.parts[0].blobs[0].sha256)
    assert shared.needed_by == ("test.mill 2, core", "test.mill 1, core")
    assert problems(store) == []
    assert store.scrub().rotten == ()


def test_a_stick_that_has_not_got_it_mends_nothing(
    store: PackStore, make_mill: MakePack, blob_of: Callable[[str], Path], tmp_path: Path
) -> None:
    store.install(make_mill(1))
    picture = store.list_releases()[0].manifest.parts[0].blobs[0]
    flip(blob_of(picture.sha256))
    stick = unpack(make_mill(1), tmp_path / "stick")
    flip(stick / "HERITAGE/blobs" / picture.sha256[:2] / picture.sha256)
    (rotten,) = store.scrub(stick).rotten
    assert not rotten.mended
    assert not blob_of(picture.sha256).exists()
    assert list((tmp_path / "data/packs/incoming").iterdir()) == []


def test_what_was_left_out_is_not_missed(store: PackStore, mill_hpack: Path) -> None:
    from kiosk.packs.part_choice import PartChoice

    store.install(mill_hpack, choose=lambda _: PartChoice(without=("hi",)))
    assert store.scrub().rotten == ()


def test_a_system_in_trouble_condemns_no_file(store: PackStore, mill_hpack: Path, tmp_path: Path) -> None:
    """With no file left to open, every file looks unreadable; none of them is taken away."""
    store.install(mill_hpack)
    before = {path.name for path in (tmp_path / "data/packs/blobs").glob("*/*")}
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        with pytest.raises(KioskError) as caught:
            store.scrub(on_progress=lambda _: resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard)))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert caught.value.code == "packs.write-failed"
    assert {path.name for path in (tmp_path / "data/packs/blobs").glob("*/*")} == before


def test_what_cannot_be_looked_at_a_second_time_is_not_taken_away(
    store: PackStore, mill_hpack: Path, tmp_path: Path, blob_of: Callable[[str], Path]
) -> None:
    """The first look found no file left to open, or had rights taken away; the second is no better."""
    store.install(mill_hpack)
    manifests = [release.manifest for release in store.list_releases()]
    picture = manifests[0].parts[0].blobs[0]
    suspect = RottenFile(picture.sha256, picture.size_bytes, ("test.mill 1, core",))
    blobs = BlobStore(tmp_path / "data" / "packs")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        with pytest.raises(OSError, match="Too many open files"):
            take_away([suspect], manifests, blobs)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert blob_of(picture.sha256).exists()
    assert take_away([suspect], manifests, blobs) == (), "it was whole all the time"
