"""An archive with anything in it that a pack has not is refused before a byte of it is used."""

from __future__ import annotations

import errno
import struct
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.hpack import HpackTree
from kiosk.packs.tree import Release
from tests.packs.unpacking import Entry, rewrite

GOOD_NAME = "HERITAGE/blobs/ab/" + "ab" * 32


def refuse(path: Path) -> str:
    with pytest.raises(KioskError) as caught:
        HpackTree(path)
    assert caught.value.code == "packs.tree-faulty"
    return caught.value.found


def test_a_pack_is_read(mill_hpack: Path) -> None:
    tree = HpackTree(mill_hpack)
    try:
        assert tree.releases() == (Release("test.mill", 1),)
        assert tree.read_manifest(Release("test.mill", 1)).startswith(b"{")
    finally:
        tree.close()


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "HERITAGE/../../evil",
        "HERITAGE/blobs/ab/../" + "ab" * 32,
        "HERITAGE\\blobs\\ab\\" + "ab" * 32,
        "heritage/blobs/ab/" + "ab" * 32,
        "HERITAGE/blobs/AB/" + "AB" * 32,
        "HERITAGE/blobs/ab/",
        "HERITAGE/targets/CON/1.json",
        "HERITAGE/targets/a/01.json",
        "HERITAGE/targets/a/1.json\x00.png",
        "HERITAGE/targets/ａ/1.json",
        "C:evil",
        "readme.txt",
        "",
    ],
)
def test_odd_names_are_refused(mill_hpack: Path, tmp_path: Path, name: str) -> None:
    def add(entries: list[Entry]) -> None:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        entries.append((entry, b"x"))

    assert "odd name" in refuse(rewrite(mill_hpack, tmp_path / "x.hpack", add))


def add_compressed(entries: list[Entry]) -> None:
    entry = zipfile.ZipInfo(GOOD_NAME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entries.append((entry, bytes(10_000_000)))


def add_link(entries: list[Entry]) -> None:
    entry = zipfile.ZipInfo(GOOD_NAME)
    entry.external_attr = 0o120777 << 16
    entries.append((entry, b"/etc/passwd"))


def add_device(entries: list[Entry]) -> None:
    entry = zipfile.ZipInfo(GOOD_NAME)
    entry.external_attr = 0o020666 << 16
    entries.append((entry, b""))


def add_twice(entries: list[Entry]) -> None:
    entries.append(entries[-1])


@pytest.mark.parametrize("change", [add_compressed, add_link, add_device, add_twice])
def test_what_is_no_plain_stored_file_is_refused(
    mill_hpack: Path, tmp_path: Path, change: Callable[[list[Entry]], None]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile's own, of a name written twice
        out = rewrite(mill_hpack, tmp_path / "x.hpack", change)
    assert refuse(out)


def test_entries_over_one_another_are_refused(mill_hpack: Path, tmp_path: Path) -> None:
    """A bomb without compression: every entry claims nearly the whole file."""
    raw = bytearray(mill_hpack.read_bytes())
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<2L", raw, at + 20, len(raw) - 1000, len(raw) - 1000)
        at = raw.find(b"PK\x01\x02", at + 4)
    (tmp_path / "x.hpack").write_bytes(raw)
    assert "over one another" in refuse(tmp_path / "x.hpack")


def test_a_million_entries_are_not_even_loaded(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    far = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, 46 * 10**6, 0)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    (tmp_path / "x.hpack").write_bytes(far + where + end)
    assert "1,000,000 entries" in refuse(tmp_path / "x.hpack")


@pytest.mark.parametrize("near", [b"PK\x06\x06", bytes(4)])
def test_an_end_that_says_two_things_is_refused(tmp_path: Path, near: bytes) -> None:
    """Python reads the record before the locator, or the plain end where that is none; others what it points to."""
    directory = bytes(46 * 60_000)
    small = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 50, 0)
    large = struct.pack("<4sQ2H2L4Q", near, 44, 45, 45, 0, 0, 60_000, 60_000, len(directory), len(small))
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, len(directory), len(small), 0)
    (tmp_path / "x.hpack").write_bytes(small + directory + large + where + end)
    assert "two things" in refuse(tmp_path / "x.hpack")


def test_a_large_archive_is_read(mill_hpack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)  # from here on Python writes the large form
    large = rewrite(mill_hpack, tmp_path / "x.hpack", lambda _: None)
    monkeypatch.undo()
    assert b"PK\x06\x07" in large.read_bytes()[-100:]
    with closing(HpackTree(large)) as tree:
        assert tree.releases() == (Release("test.mill", 1),)


@pytest.mark.parametrize(
    "junk", [b"", b"PK", bytes(100_000), b"PK\x05\x06" * 40, b"PK\x05\x06" + b"\x01" * 18]
)
def test_junk_is_refused(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "x.hpack").write_bytes(junk)
    refuse(tmp_path / "x.hpack")


def test_an_empty_archive_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.hpack").write_bytes(b"PK\x05\x06" + bytes(18))
    tree = HpackTree(tmp_path / "x.hpack")
    assert tree.releases() == ()
    tree.close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(mill_hpack: Path, tmp_path: Path, share: float) -> None:
    raw = mill_hpack.read_bytes()
    (tmp_path / "x.hpack").write_bytes(raw[: int(len(raw) * share)])
    refuse(tmp_path / "x.hpack")


@pytest.mark.parametrize("shift", [1, 1_000_000])
def test_entries_before_the_file_are_refused(mill_hpack: Path, tmp_path: Path, shift: int) -> None:
    """Tables said to lie later than they do shift every entry to before the first byte."""
    raw = bytearray(mill_hpack.read_bytes())
    at = raw.rfind(b"PK\x05\x06") + 16
    struct.pack_into("<L", raw, at, struct.unpack_from("<L", raw, at)[0] + shift)
    (tmp_path / "x.hpack").write_bytes(raw)
    assert "outside the file" in refuse(tmp_path / "x.hpack")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.hpack").symlink_to(tmp_path / "gone")
    assert "No such file" in refuse(tmp_path / "x.hpack")


def test_metadata_is_read_by_its_name(mill_hpack: Path) -> None:
    with closing(HpackTree(mill_hpack)) as tree:
        root = tree.read_metadata("1.root.json", 64_000)
        assert root is not None and root.startswith(b"{")
        assert tree.read_metadata("1.root.json", 10) == root[:11], "one byte more than asked: it is too long"
        for name in ("9.root.json", "../targets/test.mill/1.json", "%2e%2e", "", "x" * 300):
            assert tree.read_metadata(name, 64_000) is None


def test_a_drive_that_gives_up_is_told_as_one(mill_hpack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with closing(HpackTree(mill_hpack)) as tree:
        monkeypatch.setattr("kiosk.packs.hpack._Span.read", fail)
        with pytest.raises(KioskError) as caught:
            tree.read_metadata("1.root.json", 64_000)
        assert caught.value.code == "packs.read-failed"
        with pytest.raises(KioskError) as caught:
            tree.read_manifest(Release("test.mill", 1))
        assert caught.value.code == "packs.read-failed"


def test_a_release_that_is_not_there_is_told(mill_hpack: Path) -> None:
    with closing(HpackTree(mill_hpack)) as tree, pytest.raises(KioskError) as caught:
        tree.read_manifest(Release("test.mill", 99))
    assert caught.value.code == "packs.tree-faulty"
