"""Publishing to a stick that somebody has prepared, or that has rotted: mended or refused in words, never followed."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.curator_ring import make_curator_ring
from kiosk.packs.publishing.handover import delegate
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.source import read_source
from tests.packs.publishing.independent_reader import read_release
from tests.packs.small_source import write_small_source

MUTATIONS = 60
# What a publisher may say of a stick that holds somebody else's bytes.
REFUSALS = {"packs.tree-foreign", "packs.tree-faulty", "packs.keys-behind", "packs.destination-failed"}

# And of key folders with a rotten file.
KEYS_REFUSALS = {
    "packs.key-absent", "packs.key-faulty", "packs.keys-busy", "packs.keys-missing", "packs.metadata-faulty",
    "packs.passphrase-wrong", "packs.tree-foreign",
}  # fmt: skip


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with versions 1 and 2 of the small pack, unsigned."""
    folder = tmp_path_factory.mktemp("packs")
    source = read_source(write_small_source(tmp_path_factory.mktemp("mill")))
    for version in (1, 2):
        release = replace(source, version=version, publisher=f"Publisher {version}")
        build_pack(release, folder / f"{version}.hpack")
    return folder


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory, where syncing is free."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="kiosk-publish-", dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def ring(place: Path, monkeypatch: pytest.MonkeyPatch) -> KeyRing:
    monkeypatch.setattr(encrypted_key, "SCRYPT_N", 1 << 8)
    return make_ring(place / "keys", "The Mill Society", lambda _name, _new: "mill wheel turns")


def mutate(stick: Path, chance: random.Random) -> str:
    """Spoil one file of the tree, and say how."""
    path = chance.choice(sorted(path for path in stick.rglob("*") if path.is_file()))
    raw = bytearray(path.read_bytes())
    how = chance.choice(["flip", "cut", "empty", "remove", "folder", "link", "fifo", "swap", "grow", "nest"])
    other = chance.choice(sorted(path for path in stick.rglob("*") if path.is_file())).read_bytes()
    path.unlink()
    if how == "flip" and raw:
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    spoilt = {
        "flip": bytes(raw),
        "cut": bytes(raw[: len(raw) // 2]),
        "empty": b"",
        "swap": other,
        "grow": bytes(raw) + b" " * 6_000_000,
        "nest": b"[" * 100_000,
    }
    if how in spoilt:
        path.write_bytes(spoilt[how])
    elif how == "folder":
        path.mkdir()
    elif how == "link":
        path.symlink_to("/etc/passwd")
    elif how == "fifo":
        os.mkfifo(path)
    return f"{how} {path.relative_to(stick)}"


def test_a_spoilt_stick_is_mended_or_refused_in_words(ring: KeyRing, place: Path, packs: Path) -> None:
    root = ring.state().root_raw
    publish([packs / "1.hpack"], ring, place / "good")
    refused = 0
    for number in range(MUTATIONS):
        stick = place / f"spoilt-{number}"
        shutil.copytree(place / "good", stick)
        how = mutate(stick, random.Random(number))
        try:
            publish([packs / "1.hpack"], ring, stick, thorough=True)
            assert read_release(stick, root, 1) == "Publisher 1", how
        except KioskError as error:
            refused += 1
            if error.code not in REFUSALS:
                raise
        shutil.rmtree(stick)
    print(f"{MUTATIONS} spoilt sticks: {MUTATIONS - refused} mended, {refused} refused")
    assert refused < MUTATIONS // 4


def test_a_key_folder_with_a_rotten_file_is_refused_in_words(ring: KeyRing, place: Path, packs: Path) -> None:
    root = ring.state().root_raw
    publish([packs / "1.hpack"], ring, place / "good")
    refused = 0
    for number in range(MUTATIONS):
        keys, stick = place / f"keys-{number}", place / f"stick-{number}"
        shutil.copytree(ring.folder, keys)
        shutil.copytree(place / "good", stick)
        how = mutate(keys, random.Random(number))
        try:
            publish([packs / "2.hpack"], KeyRing(keys, ring.ask), stick)
            assert read_release(stick, root, 2) == "Publisher 2", how
        except KioskError as error:
            refused += 1
            if error.code not in KEYS_REFUSALS:
                raise
            assert read_release(stick, root, 1) == "Publisher 1", how
        for folder in (keys, stick):
            shutil.rmtree(folder)
    print(f"{MUTATIONS} key folders with a rotten file: {refused} refused")
    assert refused > MUTATIONS // 4


@pytest.mark.parametrize(
    "name", ["HERITAGE", "HERITAGE/metadata", "HERITAGE/targets/test.mill", "HERITAGE/blobs/00"]
)
def test_a_link_in_the_place_of_a_folder_leads_nowhere(
    ring: KeyRing, place: Path, packs: Path, name: str
) -> None:
    elsewhere = place / "elsewhere"
    for precious in ("1.json", "1.targets.json", "0" * 64, "metadata/1.targets.json", "incoming/letter"):
        (elsewhere / precious).parent.mkdir(parents=True, exist_ok=True)
        (elsewhere / precious).write_text("precious")
    before = sorted(elsewhere.rglob("*"))
    link = place / "stick" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere)
    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], ring, place / "stick")
    assert raised.value.code == "packs.tree-faulty"
    assert sorted(elsewhere.rglob("*")) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"signed": 1}',
        b"\xff" * 1000,
        b" " * 6_000_000,
        b'{"signatures": [], "signed": {"_type": "root"}}',
    ],
)
def test_what_is_no_curators_file(ring: KeyRing, place: Path, content: bytes) -> None:
    (place / "curator.json").write_bytes(content)
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.mill", str(place / "curator.json"))
    assert raised.value.code in {"packs.metadata-faulty", "packs.curator-unfit"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("public", "00"), ("public", None), ("role", "root"), ("role", "../targets"), ("role", 7), ("name", {})],
)
def test_a_curators_file_that_was_changed(ring: KeyRing, place: Path, key: str, value: object) -> None:
    file = make_curator_ring(place / "curators", "Mill curators", lambda _name, _new: "mill wheel turns")
    record = json.loads(file.read_bytes())
    record["signed"]["x-heritage-curator"][key] = value
    (place / "curator.json").write_text(json.dumps(record))
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.mill", str(place / "curator.json"))
    assert raised.value.code in {"packs.curators-own", "packs.curator-unfit"}


def test_a_stick_with_a_fifo_for_a_key_does_not_wait(ring: KeyRing, place: Path) -> None:
    (place / "root-key").mkdir()
    os.mkfifo(place / "root-key/root-1.pem")
    (place / "root-key/root-2.pem").symlink_to("/dev/zero")
    (place / "root-key/root-3.pem").write_bytes(b"\x00" * 1_000_000)
    assert (
        KeyRing(ring.folder, ring.ask, also=[place / "root-key"]).key_files().keys()
        == ring.key_files().keys()
    )
