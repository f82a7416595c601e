"""The keys that tickets, vouchers and passes are checked with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.model.errors import KioskError
from kiosk.seals.envelope import SealError
from kiosk.seals.keys import make_keys
from kiosk.seals.paper_key_mail import open_paper_keys, seal_paper_keys
from kiosk.seals.paper_keys import (
    PLACE,
    PaperKeys,
    PassKey,
    TicketKeys,
    VoucherKey,
    format_paper_keys,
    keep_paper_keys,
    load_paper_keys,
    parse_paper_keys,
)

KEYS = PaperKeys(
    3,
    (
        TicketKeys("mill", 2, b"\2" * 32, b"\3" * 32),
        TicketKeys("fort", 1, b"\4" * 32, b"\5" * 32),
        TicketKeys("mill", 1, b"\6" * 32, b"\7" * 32),
    ),
    (VoucherKey(9, b"\x08" * 32),),
    (PassKey(1, b"\x09" * 32), PassKey(0, b"\x0a" * 32)),
)


def test_what_is_written_is_read() -> None:
    assert parse_paper_keys(format_paper_keys(KEYS)) == KEYS
    assert [keys.key_id for keys in KEYS.tickets_of("mill")] == [2, 1]
    assert KEYS.tickets_of("castle") == ()


def test_they_are_kept_for_this_user_only(tmp_path: Path) -> None:
    assert load_paper_keys(tmp_path) == PaperKeys()
    keep_paper_keys(tmp_path, KEYS)
    assert load_paper_keys(tmp_path) == KEYS
    assert (tmp_path / PLACE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / PLACE).parent.iterdir()] == [PLACE.name]


def test_no_secret_is_printed() -> None:
    assert "x08" not in repr(KEYS)
    assert "x02" not in repr(KEYS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", "heritage-kiosk-paper-keys/2"),
        ("version", -1),
        ("version", True),
        ("tickets", {}),
        ("tickets", [7]),
        ("tickets", [{"site": "", "key_id": 1, "secret": "ab" * 32, "public_key": "ab" * 32}]),
        ("tickets", [{"site": "mill", "key_id": 1, "secret": "ab" * 32}]),
        ("vouchers", [{"key_id": 65_536, "secret": "ab" * 32}]),
        ("passes", [{"key_id": 1, "secret": "ab" * 31}]),
        ("passes", [{"key_id": 1, "secret": "ab" * 32}] * 2_001),
    ],
)
def test_keys_of_another_form_are_refused_and_not_repeated(name: str, value: Any) -> None:
    record = json.loads(format_paper_keys(KEYS)) | {name: value}
    with pytest.raises(ValueError, match=r".") as refused:
        parse_paper_keys(json.dumps(record).encode())
    assert "abab" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"[]", b"[" * 100_000, b"\xff", b" " * 1_100_000])
def test_nonsense_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_paper_keys(content)


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    keep_paper_keys(tmp_path, KEYS)
    (tmp_path / PLACE).write_bytes(b"{")
    with pytest.raises(KioskError, match=r"seals\.paper-keys-damaged"):
        load_paper_keys(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "seals").write_bytes(b"a file where the folder should be")
    with pytest.raises(KioskError, match=r"seals\.not-kept"):
        keep_paper_keys(tmp_path, KEYS)


def test_they_travel_sealed_and_signed() -> None:
    hub, device = make_keys(), make_keys()
    envelope = seal_paper_keys(KEYS, hub, device.public.sealing)
    assert open_paper_keys(envelope, device, hub.public.signing) == KEYS
    with pytest.raises(SealError, match="not signed by the hub"):
        open_paper_keys(envelope, device, make_keys().public.signing)
    with pytest.raises(SealError):
        open_paper_keys(envelope, make_keys(), hub.public.signing)
