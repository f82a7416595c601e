"""A build is the same each time, tells how far it is, and names every medium that cannot be used."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.catalogue_header import APPLICATION_ID, SCHEMA_VERSION
from kiosk.packs.findings import PackSourceError
from kiosk.packs.manifest import PackManifest, parse_manifest
from kiosk.packs.media_shelf import IN_CATALOGUE_BYTES
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import Progress
from kiosk.packs.source import read_source
from tests.packs.small_source import write_small_source, write_tone


def read_manifest(hpack: Path) -> PackManifest:
    with zipfile.ZipFile(hpack) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".json"))
        return parse_manifest(archive.read(name), name)


def open_part(hpack: Path, part: int, folder: Path) -> sqlite3.Connection:
    sha256 = read_manifest(hpack).parts[part].sha256
    with zipfile.ZipFile(hpack) as archive:
        path = folder / "part.sqlite"
        path.write_bytes(archive.read(f"HERITAGE/blobs/{sha256[:2]}/{sha256}"))
    return sqlite3.connect(path)


def test_the_same_source_gives_the_same_bytes(tmp_path: Path, mill_folder: Path, unsigned_mill: Path) -> None:
    """Another folder, another day, other file times: nothing of it shows."""
    copy = shutil.copytree(mill_folder, tmp_path / "copy", copy_function=shutil.copyfile)
    build_pack(read_source(copy), tmp_path / "again.hpack")
    assert (tmp_path / "again.hpack").read_bytes() == unsigned_mill.read_bytes()


def test_the_archive_is_the_stored_tree(unsigned_mill: Path) -> None:
    manifest = read_manifest(unsigned_mill)
    with zipfile.ZipFile(unsigned_mill) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(archive.namelist())
    blobs = {f"HERITAGE/blobs/{sha256[:2]}/{sha256}" for sha256, _ in manifest.files()}
    assert names == blobs | {"HERITAGE/targets/test.mill/1.json"}
    assert [part.name for part in manifest.parts] == ["core", "lang-en", "lang-hi", "lang-ar"]
    assert manifest.tool.startswith("kiosk ")


def test_a_catalogue_is_what_the_format_says(unsigned_mill: Path, tmp_path: Path) -> None:
    core = open_part(unsigned_mill, 0, tmp_path)
    try:
        assert core.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert core.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert core.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert core.execute(
            "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
        ).fetchone() == (0,)
        assert core.execute(
            "SELECT min(strict) FROM pragma_table_list WHERE name NOT LIKE 'sqlite%'"
        ).fetchone() == (1,)
        sizes = core.execute("SELECT size_bytes, length(data) FROM media").fetchall()
        assert all(
            (stored == size) if size < IN_CATALOGUE_BYTES else stored is None for size, stored in sizes
        )
    finally:
        core.close()


def test_progress_counts_to_its_end(mill_source: PackSource, tmp_path: Path) -> None:
    seen: list[Progress] = []
    build_pack(mill_source, tmp_path / "mill.hpack", seen.append)
    assert [progress.done for progress in seen] == list(range(seen[-1].total + 1))
    assert "Drawing wheel.svg" in [progress.words for progress in seen]


def test_every_bad_medium_is_named_and_the_old_file_stays(tmp_path: Path) -> None:
    folder = write_small_source(tmp_path / "mill")
    (folder / "media/photo.png").write_bytes(b"not a picture")
    (folder / "media/wheel.svg").write_text("<svg", encoding="utf-8")
    sound = folder / "recordings/wheel.glance.hi.wav"
    sound.write_bytes(sound.read_bytes()[:2000])
    out = tmp_path / "mill.hpack"
    out.write_bytes(b"the old one")
    with pytest.raises(PackSourceError) as caught:
        build_pack(read_source(folder), out)
    assert {finding.file for finding in caught.value.findings} == {"media/photo.png", "media/wheel.svg"} | {
        "recordings/wheel.glance.hi.wav"
    }
    assert out.read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mill", "mill.hpack"]


def test_more_than_a_device_takes_is_refused_before_anything_is_drawn(
    mill_source: PackSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.packs.build.MAX_STOPS", 2)
    monkeypatch.setattr("kiosk.packs.build.MAX_BLOBS", 3)
    with pytest.raises(PackSourceError, match="more than 2 stops") as caught:
        build_pack(mill_source, tmp_path / "mill.hpack")
    assert "a pack holds 3" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_recording_that_had_to_be_raised_far_is_told(tmp_path: Path) -> None:
    folder = write_small_source(tmp_path / "mill")
    write_tone(folder / "recordings/wheel.glance.hi.wav", 330, peak=0.002)
    report = build_pack(read_source(folder), tmp_path / "mill.hpack")
    (warning,) = [warning for warning in report.warnings if warning.kind == "audio_very_quiet"]
    assert warning.file == "recordings/wheel.glance.hi.wav"
    assert "dB louder" in warning.what


def test_no_room_for_scratch_files_is_told_in_words(
    mill_source: PackSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(KioskError) as caught:
        build_pack(mill_source, tmp_path / "mill.hpack")
    assert caught.value.code == "packs.pack-not-written"
    assert list(tmp_path.iterdir()) == []


def test_a_medium_that_was_taken_away_is_told_in_words(tmp_path: Path) -> None:
    folder = write_small_source(tmp_path / "mill")
    source = read_source(folder)
    (folder / "media/photo.png").unlink()
    with pytest.raises(KioskError, match=r"photo\.png") as caught:
        build_pack(source, tmp_path / "mill.hpack")
    assert caught.value.code == "packs.pack-not-written"
