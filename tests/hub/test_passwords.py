"""Passwords: what is kept of them, at which cost, and which will not do."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from kiosk.hub import passwords
from kiosk.hub.passwords import Cost, find_weakness, hash_password, is_outdated, verify_password

PASSWORD = "seven quiet minarets"


def test_the_right_one_is_known_and_another_is_not() -> None:
    kept = hash_password(PASSWORD)
    assert kept.startswith("scrypt$15$8$3$") and PASSWORD not in kept
    assert verify_password(PASSWORD, kept)
    assert not verify_password(PASSWORD + " ", kept)


def test_the_same_letters_from_another_keyboard_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", Cost(4, 8, 1))
    assert verify_password("cafe\u0301 de la gare", hash_password("caf\u00e9 de la gare"))


def test_nobodys_password_costs_as_much_as_anybodys(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int, int]] = []

    def scrypt(secret: bytes, **words: Any) -> bytes:
        asked.append((words["n"], words["r"], words["p"]))
        return bytes(32)

    monkeypatch.setattr(hashlib, "scrypt", scrypt)
    kept = hash_password(PASSWORD)
    verify_password(PASSWORD, kept)
    # Even one whose hash is the one that stands for nobody.
    assert not verify_password(PASSWORD, None)
    assert len(asked) == 3 and len(set(asked)) == 1


def test_what_was_kept_at_another_cost_is_still_good_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", Cost(4, 8, 1))
    old = hash_password(PASSWORD)
    monkeypatch.setattr(passwords, "COST", Cost(5, 8, 1))
    assert verify_password(PASSWORD, old)
    assert is_outdated(old) and not is_outdated(hash_password(PASSWORD))


@pytest.mark.parametrize("kept", ["", "md5$1$2$3$00$00", "scrypt$40$8$1$00$00", "scrypt$4$8$1000$00$00"])
def test_what_cannot_have_been_kept_is_not_tried(kept: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        verify_password(PASSWORD, kept)


@pytest.mark.parametrize("password", ["short", "x" * 201, "aaaaaaaaaaaaaaaa", "my name is Asha"])
def test_a_weak_one_is_told(password: str) -> None:
    assert find_weakness(password, "asha")


def test_a_few_words_will_do() -> None:
    assert find_weakness(PASSWORD, "asha") is None
    assert find_weakness("सात शांत मीनारें हैं", "asha") is None
