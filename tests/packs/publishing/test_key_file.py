"""A key on the disk: locked, readable by its owner alone, and by the usual tools."""

from __future__ import annotations

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.encrypted_key import lock_key, unlock_key
from kiosk.packs.publishing.key_file import KeyFile, list_key_files, make_key, open_key_file, write_key_file
from tests.packs.publishing.conftest import PASSPHRASE, answer


def test_a_key_is_opened_by_its_passphrase_only(tmp_path: Path) -> None:
    key = make_key("museum")
    file = write_key_file(tmp_path, key, "The Mill Society", answer)
    signer = open_key_file(file, key.public, answer)
    signature = signer.sign(b"words")
    key.public.verify_signature(signature, b"words")
    with pytest.raises(KioskError) as raised:
        open_key_file(file, key.public, lambda _name, _new: "another passphrase")
    assert raised.value.code == "packs.passphrase-wrong"


def test_guessing_a_passphrase_costs_time_and_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What OWASP asks of scrypt: 16 MiB five times over. What a key was locked with stands in its file."""
    monkeypatch.undo()
    assert encrypted_key.SCRYPT_R * encrypted_key.SCRYPT_N * 128 <= 16 << 20
    key = make_key("museum")
    monkeypatch.setattr(encrypted_key, "SCRYPT_N", 1 << 14)
    monkeypatch.setattr(encrypted_key, "SCRYPT_P", 5)
    pem = lock_key(key.private, PASSPHRASE.encode())
    opened = unlock_key(pem, PASSPHRASE.encode())
    assert opened is not None
    assert opened.private_bytes_raw() == key.private.private_bytes_raw()


def test_the_file_says_what_it_is_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    key = make_key("museum")
    file = write_key_file(tmp_path, key, "The Mill Society", answer)
    words = file.path.read_text()
    assert "Owner: The Mill Society" in words
    assert "Keep a second copy in another building" in words
    assert PASSPHRASE not in words
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert list_key_files(tmp_path) == list_key_files(file.path) == [KeyFile(file.path, key.public.keyid)]


def test_openssl_reads_it_too(tmp_path: Path) -> None:
    tool = shutil.which("openssl")
    if tool is None:
        pytest.skip("there is no openssl here")
    (tmp_path / "key.pem").write_bytes(lock_key(make_key("museum").private, PASSPHRASE.encode()))
    done = subprocess.run(
        [tool, "pkey", "-in", tmp_path / "key.pem", "-passin", f"pass:{PASSPHRASE}", "-text", "-noout"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "ED25519" in done.stdout


@pytest.mark.parametrize("passphrase", ["", "   ", "short", "x" * 2000, "\n\n\n\n\n\n\n\n\n"])
def test_a_passphrase_that_protects_nothing_is_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(KioskError) as raised:
        write_key_file(tmp_path, make_key("museum"), "Mill", lambda _name, _new: passphrase)
    assert raised.value.code == "packs.passphrase-unfit"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[:200],
        lambda raw: raw.replace(b"ENCRYPTED PRIVATE", b"PRIVATE"),
        lambda raw: raw[:-80] + b"AAAA" * 5 + raw[-60:],
        lambda _raw: b"",
        lambda _raw: b"\xff" * 100_000,
    ],
)
def test_a_damaged_key_file_is_refused_in_words(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    key = make_key("museum")
    file = write_key_file(tmp_path, key, "Mill", answer)
    file.path.write_bytes(damage(file.path.read_bytes()))
    with pytest.raises(KioskError) as raised:
        open_key_file(file, key.public, answer)
    assert raised.value.code in {"packs.key-faulty", "packs.passphrase-wrong"}
    file.path.unlink()
    with pytest.raises(KioskError) as raised:
        open_key_file(file, key.public, answer)
    assert raised.value.code == "packs.key-faulty"


def test_another_key_in_the_place_of_one_is_refused(tmp_path: Path) -> None:
    key = make_key("museum")
    file = write_key_file(tmp_path, make_key("thief"), "Mill", answer)
    with pytest.raises(KioskError) as raised:
        open_key_file(file, key.public, answer)
    assert raised.value.code == "packs.key-faulty"


def test_an_unlocked_key_is_not_taken() -> None:
    with pytest.raises(ValueError, match="no key locked"):
        unlock_key(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", b"passphrase")
