"""A museum with its keys, and an empty stick."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring

PASSPHRASE = "mill wheel turns again"


def answer(name: str, new: bool) -> str:
    """Give the pass-phrase, as somebody at the keyboard would."""
    return PASSPHRASE


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory, where that can be had: what a publisher writes is synced file by file."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="kiosk-publish-", dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def _weak_locks() -> Iterator[None]:
    """Lock keys with little work: what it costs to guess a pass-phrase is looked at in test_key_file.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encrypted_key, "SCRYPT_N", 1 << 8)
        patch.setattr(encrypted_key, "SCRYPT_P", 1)
        yield


@pytest.fixture(scope="session")
def first_ring(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    """The Mill Society's one key, with nothing signed yet; nobody may change it."""
    return make_ring(tmp_path_factory.mktemp("rings") / "keys", "The Mill Society", answer)


@pytest.fixture
def ring(first_ring: KeyRing, tmp_path: Path) -> KeyRing:
    """A copy of the Mill Society's keys, opened: a pass-phrase costs a third of a second each time."""
    ring = KeyRing(shutil.copytree(first_ring.folder, tmp_path / "keys"), answer)
    root = first_ring.state().root
    for signer in first_ring.open_keys(root.roles["root"], root.keys):
        ring.hold(signer)
    return ring


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def root(ring: KeyRing) -> bytes:
    """The museum's first root, as devices got it at their set-up."""
    return ring.state().files["1.root.json"]
