"""Damage on the stick is refused; damage on the device is shown around, and staff are told."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.incoming import IncomingFiles
from kiosk.packs.library import Library
from kiosk.packs.manifest import PackManifest, parse_manifest
from kiosk.packs.progress import Progress
from kiosk.packs.store import PackStore
from kiosk.packs.tree import FolderTree
from tests.faults.pack_world import World
from tests.packs.unpacking import blob_path, unpack

Damage = Callable[[Path], None]


@pytest.fixture
def packs(pack_world: World) -> Path:
    """A folder with versions 1 and 2 of the small pack, and a device with version 1."""
    return pack_world.folder


@pytest.fixture
def device(packs: Path, tmp_path: Path) -> Path:
    return shutil.copytree(packs / "device", tmp_path / "device")


@pytest.fixture
def store(device: Path) -> Iterator[PackStore]:
    store = PackStore(device)
    yield store
    store.close()


def manifest_of(store: PackStore, version: int = 1) -> PackManifest:
    return next(r.manifest for r in store.list_releases() if r.manifest.version == version)


def device_file(device: Path, sha256: str) -> Path:
    return device / "packs/blobs" / sha256[:2] / sha256


def look(store: PackStore, language: str = "en") -> tuple[str, list[str]]:
    """Return the wheel's title (or "" for nothing) and the codes of the problems staff see."""
    library = store.open_library()
    try:
        title = library.get_stop("mill/wheel", language).card.title if library.sites("en") else ""
        return title, [problem.code for problem in library.problems]
    finally:
        library.close()


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize("damage", [truncate, empty, flip, Path.unlink])
@pytest.mark.parametrize("part", [0, 1])
def test_a_damaged_stick_is_refused(
    store: PackStore, packs: Path, tmp_path: Path, damage: Damage, part: int
) -> None:
    """Both a catalogue and a picture; then the stick is mended and the install goes on."""
    stick = unpack(packs / "2.hpack", tmp_path / "stick")
    manifest = stick / "HERITAGE/targets/test.mill/2.json"
    core = parse_manifest(manifest.read_bytes(), manifest.name).parts[0]
    path = blob_path(stick, core.sha256 if part == 0 else core.blobs[0].sha256)
    damage(path)
    outcome = store.install(stick)
    assert outcome.result == "refused"
    assert outcome.code in {"packs.tree-faulty", "packs.hash-mismatch"}
    assert ("the list of stops" if part == 0 else "a picture") in str(outcome.error)
    assert look(store)[0] == "The water wheel"
    unpack(packs / "2.hpack", stick)
    assert store.install(stick).result == "installed"
    assert look(store) == ("The water wheel", [])


def test_swapped_blobs_are_found(store: PackStore, packs: Path, tmp_path: Path) -> None:
    stick = unpack(packs / "2.hpack", tmp_path / "stick")
    catalogues = sorted((stick / "HERITAGE/blobs").glob("*/*"), key=lambda path: path.stat().st_size)
    same_size = next((a, b) for a, b in pairwise(catalogues) if a.stat().st_size == b.stat().st_size)
    one, other = (path.read_bytes() for path in same_size)
    same_size[0].write_bytes(other)
    same_size[1].write_bytes(one)
    outcome = store.install(stick)
    assert (outcome.result, outcome.code) == ("refused", "packs.hash-mismatch")


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file in the place of a folder: what a broken disk or a stray hand leaves."""
    (tmp_path / "HERITAGE").mkdir()
    (tmp_path / "incoming").write_bytes(b"")
    incoming = IncomingFiles(FolderTree(tmp_path), BlobStore(tmp_path), lambda _: None)
    with pytest.raises(KioskError) as caught, incoming:
        raise AssertionError("it was opened")
    assert caught.value.code == "packs.write-failed"
    with pytest.raises(KioskError) as caught:
        BlobStore(tmp_path / "gone/packs").sync_names({"ab" * 32}, "the stick")
    assert caught.value.code == "packs.write-failed"


def test_no_flipped_bit_gets_through(packs: Path, tmp_path: Path) -> None:
    """Whatever bit of the file is flipped, visitors see version 1 or 2, each whole."""
    raw = (packs / "2.hpack").read_bytes()
    spot = random.Random(20)
    # Half the flips hit names and tables, which are a small part of the file.
    tail = range(len(raw) - 4000, len(raw))
    results = set()
    for number in range(12):
        flipped = bytearray(raw)
        at = spot.choice(tail) if number % 2 else spot.randrange(len(raw))
        flipped[at] ^= 1 << spot.randrange(8)
        (tmp_path / "flipped.hpack").write_bytes(flipped)
        device = shutil.copytree(packs / "device", tmp_path / str(number))
        store = PackStore(device)
        results.add(store.install(tmp_path / "flipped.hpack").result)
        assert look(store) == ("The water wheel", [])
        store.close()
    assert "refused" in results


def test_a_damaged_language_leaves_the_others(store: PackStore, device: Path) -> None:
    hindi = next(part for part in manifest_of(store).parts if part.name == "lang-hi")
    flip(device_file(device, hindi.sha256))
    assert look(store, "hi") == ("The water wheel", ["packs.file-missing"])


def test_a_damaged_core_brings_the_previous_release_back(store: PackStore, device: Path, packs: Path) -> None:
    store.install(packs / "2.hpack")
    truncate(device_file(device, manifest_of(store, 2).parts[0].sha256))
    library = store.open_library()
    try:
        assert library.get_stop("mill/wheel", "en").publisher == "Publisher 1"
        assert [problem.code for problem in library.problems] == ["packs.file-missing"]
    finally:
        library.close()


def test_a_device_with_nothing_whole_says_so(store: PackStore, device: Path) -> None:
    shutil.rmtree(device / "packs/blobs")
    assert look(store) == ("", ["packs.file-missing"])


def test_installing_again_mends_what_rotted(store: PackStore, device: Path, packs: Path) -> None:
    """A picture whose size is right and whose bytes are not is found by installing the same again."""
    picture = manifest_of(store).parts[0].blobs[0]
    flip(device_file(device, picture.sha256))
    outcome = store.install(packs / "1.hpack")
    assert (outcome.result, outcome.copied_bytes) == ("installed", picture.size_bytes)
    assert store.install(packs / "1.hpack").result == "nothing-new"


def open_library(store: PackStore) -> Library:
    library = store.open_library()
    assert library.problems == []
    return library


def test_a_recording_that_goes_missing_is_none(store: PackStore, device: Path) -> None:
    library = open_library(store)
    try:
        recording = library.get_stop("mill/wheel", "en").recordings[0]
        device_file(device, recording.sha256).unlink()
        assert library.media_path(recording.sha256) is None
        assert library.media_bytes(recording.sha256) is None
    finally:
        library.close()
    assert look(store) == ("The water wheel", ["packs.file-missing"])


def test_a_catalogue_that_rots_while_open_never_reaches_visitors(store: PackStore, device: Path) -> None:
    library = open_library(store)
    try:
        for part in manifest_of(store).parts:
            path = device_file(device, part.sha256)
            path.write_bytes(b"\xff" * path.stat().st_size)
        for language in ("en", "hi", "ar", "fr"):
            library.sites(language)
            library.stop_cards("mill", language)
            library.tours("mill", language)
            library.nearby("mill", language)
            library.floors("mill", language)
            library.search("mill", language, "the")
            library.find_by_number("mill", "7")
        assert {problem.code for problem in library.problems} == {"packs.catalogue-faulty"}
        assert len(library.problems) <= 50
    finally:
        library.close()


def spoil_list(device: Path, junk: bytes) -> None:
    (device / "state.db").write_bytes(junk)
    for companion in ("state.db-wal", "state.db-shm"):
        (device / companion).unlink(missing_ok=True)


@pytest.mark.parametrize("junk", [b"", b"no database", b"SQLite format 3\x00" + bytes(4096)])
def test_a_broken_list_of_packs_is_replaced_by_its_copy_and_staff_are_told(device: Path, junk: bytes) -> None:
    whole = PackStore(device)
    shown = look(whole)[0]
    releases = whole.list_releases()
    whole.close()
    spoil_list(device, junk)
    store = PackStore(device)
    assert look(store) == (shown, ["packs.state-restored"])
    assert store.list_releases() == releases
    store.close()
    assert (device / "state.db.damaged").read_bytes() == junk
    again = PackStore(device)
    assert look(again) == (shown, []), "told once"
    again.close()


@pytest.mark.parametrize("junk", [b"", b"no database", b"SQLite format 3\x00" + bytes(4096)])
def test_a_broken_list_of_packs_without_a_copy_shows_nothing_and_says_why(device: Path, junk: bytes) -> None:
    spoil_list(device, junk)
    (device / "state.copy.db").write_bytes(junk)
    store = PackStore(device)
    title, codes = look(store)
    assert title == ""
    assert codes == ([] if junk == b"" else ["packs.state-unreadable"])
    store.close()


def spoil_row(database: Path) -> None:
    """Flip a byte in the manifest of the release that is shown, as a rotting disk does: SQLite notices nothing."""
    with closing(sqlite3.connect(database)) as connection, connection:
        sql = "SELECT manifest FROM pack_release ORDER BY version DESC LIMIT 1"
        (raw,) = connection.execute(sql).fetchone()
        rotten = raw[:100] + b"\xff" + raw[101:]
        connection.execute("UPDATE pack_release SET manifest = ? WHERE manifest = ?", (rotten, raw))


def test_a_rotten_row_in_the_list_of_packs_is_taken_from_the_copy(device: Path) -> None:
    with closing(PackStore(device)) as whole:
        shown, releases = look(whole)[0], whole.list_releases()
    spoil_row(device / "state.db")
    with closing(PackStore(device)) as store:
        assert look(store) == (shown, ["packs.state-restored"])
        assert store.list_releases() == releases


def test_a_rotten_row_in_both_is_told_with_a_way_out(device: Path) -> None:
    spoil_row(device / "state.db")
    spoil_row(device / "state.copy.db")
    with closing(PackStore(device)) as store:
        assert look(store) == ("", ["packs.state-unreadable"])
        with pytest.raises(KioskError, match=r"put state.db aside.*packs\.state-unreadable"):
            store.list_releases()
    assert not (device / "state.db.damaged").exists()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Root writes in spite of permissions: it needs a read-only mount."""
    if os.geteuid() == 0:
        done = subprocess.run(["mount", "--bind", folder, folder], check=False, capture_output=True)
        if done.returncode != 0:
            pytest.skip("this system does not let root mount a folder read-only")
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
            yield
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    places = [folder, folder / "packs", folder / "packs/incoming"]
    for place in places:
        place.chmod(0o555)
    try:
        yield
    finally:
        for place in places:
            place.chmod(0o755)


def test_a_read_only_device_is_shown_from(device: Path, packs: Path) -> None:
    """As when a worn-out disk turns read-only: no journal can be made, nothing is written."""
    with read_only(device):
        store = PackStore(device)
        try:
            assert look(store) == ("The water wheel", [])
            outcome = store.install(packs / "2.hpack")
            assert (outcome.result, outcome.code) == ("refused", "packs.write-failed")
        finally:
            store.close()


def test_two_installs_at_once(store: PackStore, device: Path, packs: Path) -> None:
    """The second is turned away in words, and nothing of the first is disturbed."""
    second: list[str] = []

    def install_too(progress: Progress) -> None:
        if progress.words == "Verifying":
            other = PackStore(device)
            second.append(other.install(packs / "2.hpack").code)
            other.close()

    assert store.install(packs / "2.hpack", install_too).result == "installed"
    assert second == ["packs.busy"]
    assert look(store) == ("The water wheel", [])
