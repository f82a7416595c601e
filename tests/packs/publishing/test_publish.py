"""Publishing to a stick, read back by python-tuf's own client."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.progress import Progress
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from tests.packs.conftest import MakePack
from tests.packs.publishing.conftest import answer
from tests.packs.publishing.independent_reader import read_release


def refuse(name: str, new: bool) -> str:
    raise AssertionError(f"asked for the pass-phrase of {name}")


def test_what_is_published_is_vouched_for(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    done = publish([make_mill(1)], ring, stick)
    assert done.releases == (("test.mill", 1),)
    assert done.copied_bytes > 100_000
    assert read_release(stick, root, 1) == "Publisher 1"
    assert read_release(stick, root, 2) == ""
    assert {path.name for path in (stick / "HERITAGE").iterdir()} == {"metadata", "targets", "blobs"}


def test_only_what_the_stick_lacks_is_copied(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    first = publish([make_mill(1)], ring, stick)
    again = publish([make_mill(1)], ring, stick)
    assert (again.copied_bytes, again.reused_bytes) == (0, first.copied_bytes)
    newer = publish([make_mill(2)], ring, stick)
    assert 0 < newer.copied_bytes < newer.reused_bytes
    assert [read_release(stick, root, version) for version in (1, 2)] == ["Publisher 1", "Publisher 2"]


def test_a_second_stick_needs_no_passphrase(
    ring: KeyRing, tmp_path: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, tmp_path / "first")
    publish([make_mill(1)], KeyRing(ring.folder, refuse), tmp_path / "second")
    assert read_release(tmp_path / "second", root, 1) == "Publisher 1"


def test_a_stick_may_carry_less_than_was_published(
    ring: KeyRing, tmp_path: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, tmp_path / "first")
    publish([make_mill(2)], ring, tmp_path / "second")
    assert read_release(tmp_path / "second", root, 2) == "Publisher 2"
    assert not (tmp_path / "second/HERITAGE/targets/test.mill/1.json").exists()


def test_a_tree_can_be_published_on(ring: KeyRing, tmp_path: Path, root: bytes, make_mill: MakePack) -> None:
    publish([make_mill(1)], ring, tmp_path / "first")
    publish([tmp_path / "first"], ring, tmp_path / "second")
    assert read_release(tmp_path / "second", root, 1) == "Publisher 1"


def test_older_versions_are_taken_off_when_asked(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, stick)
    blobs = len(list(stick.glob("HERITAGE/blobs/*/*")))
    done = publish([make_mill(2)], ring, stick, newest_only=True)
    assert done.removed_bytes > 0
    assert len(list(stick.glob("HERITAGE/blobs/*/*"))) == blobs
    assert [path.name for path in stick.glob("HERITAGE/targets/*/*")] == ["2.json"]
    assert read_release(stick, root, 2) == "Publisher 2"


def test_other_files_on_the_stick_are_left_alone(ring: KeyRing, stick: Path, make_mill: MakePack) -> None:
    for name in (
        "holiday.jpg",
        "HERITAGE/notes.txt",
        "HERITAGE/blobs/list.txt",
        "HERITAGE/metadata/read me.txt",
    ):
        (stick / name).parent.mkdir(parents=True, exist_ok=True)
        (stick / name).write_text("mine")
    publish([make_mill(1)], ring, stick)
    assert len([path for path in stick.rglob("*") if path.is_file() and path.read_bytes() == b"mine"]) == 4


def test_a_version_is_never_given_other_content(
    ring: KeyRing, stick: Path, make_mill: MakePack, mill_folder: Path, tmp_path: Path
) -> None:
    from dataclasses import replace

    from kiosk.packs.build import build_pack
    from kiosk.packs.source import read_source

    publish([make_mill(1)], ring, stick)
    build_pack(replace(read_source(mill_folder), publisher="Somebody else"), tmp_path / "other.hpack")
    with pytest.raises(KioskError) as raised:
        publish([tmp_path / "other.hpack"], ring, stick)
    assert raised.value.code == "packs.version-taken"


def test_somebody_elses_stick_is_left_alone(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack, tmp_path: Path
) -> None:
    publish([make_mill(1)], ring, stick)
    other = make_ring(tmp_path / "other", "The Forge", answer)
    with pytest.raises(KioskError) as raised:
        publish([make_mill(2)], other, stick)
    assert raised.value.code == "packs.tree-foreign"
    assert "The Mill Society" in raised.value.found
    assert read_release(stick, root, 1) == "Publisher 1"


def test_a_damaged_pack_is_not_published(
    ring: KeyRing, stick: Path, make_mill: MakePack, tmp_path: Path
) -> None:
    raw = bytearray(make_mill(1).read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / "bad.hpack").write_bytes(raw)
    with pytest.raises(KioskError) as raised:
        publish([tmp_path / "bad.hpack"], ring, stick)
    assert raised.value.code == "packs.hash-mismatch"
    assert not (stick / "HERITAGE/metadata").exists()
    assert list(ring.state().listed()) == []


def test_a_stick_whose_files_have_gone_bad_is_mended(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, stick)
    blob = max(stick.glob("HERITAGE/blobs/*/*"), key=lambda path: path.stat().st_size)
    blob.write_bytes(bytes(blob.stat().st_size))
    assert publish([make_mill(1)], ring, stick).copied_bytes == 0
    assert publish([make_mill(1)], ring, stick, thorough=True).copied_bytes == blob.stat().st_size
    assert read_release(stick, root, 1) == "Publisher 1"


def test_progress_counts_bytes(ring: KeyRing, stick: Path, make_mill: MakePack) -> None:
    said: list[Progress] = []
    done = publish([make_mill(1)], ring, stick, said.append)
    for words in ("Copying", "Reading back"):
        steps = [(step.done, step.total) for step in said if step.words == words]
        assert steps == sorted(steps)
        assert steps[-1] == (done.copied_bytes, done.copied_bytes)


def test_a_place_that_is_not_there_is_not_made_up(ring: KeyRing, tmp_path: Path, make_mill: MakePack) -> None:
    with pytest.raises(KioskError) as raised:
        publish([make_mill(1)], ring, tmp_path / "media" / "stick")
    assert raised.value.code == "packs.destination-failed"
    assert not (tmp_path / "media").exists()


def test_no_pack_at_all_is_told(ring: KeyRing, stick: Path, tmp_path: Path) -> None:
    with pytest.raises(KioskError) as raised:
        publish([tmp_path / "nothing.hpack"], ring, stick)
    assert raised.value.code == "packs.source-absent"


def test_a_half_written_tree_is_written_anew(
    ring: KeyRing, stick: Path, root: bytes, make_mill: MakePack
) -> None:
    publish([make_mill(1)], ring, stick)
    for damage in (b"", b"{", None):
        if damage is None:
            (stick / "HERITAGE/metadata/timestamp.json").unlink()
        else:
            (stick / "HERITAGE/metadata/timestamp.json").write_bytes(damage)
        publish([make_mill(1)], ring, stick)
        assert read_release(stick, root, 1) == "Publisher 1"


def test_nothing_is_left_of_a_tree_but_what_it_needs(ring: KeyRing, stick: Path, make_mill: MakePack) -> None:
    for version in range(1, 5):
        publish([make_mill(version)], ring, stick)
    names = sorted(path.name for path in (stick / "HERITAGE/metadata").iterdir())
    assert names == [
        "1.root.json", "4.snapshot.json", "4.targets.json", "5.snapshot.json", "5.targets.json", "timestamp.json",
    ]  # fmt: skip
    shutil.rmtree(stick)
