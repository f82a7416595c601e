"""The pair of keys that devices and the hub have."""

from __future__ import annotations

import pytest

from kiosk.seals.key_text import parse_key
from kiosk.seals.keys import is_signed_by, keys_from_bytes, make_keys


def test_what_was_kept_signs_as_before() -> None:
    keys = make_keys()
    again = keys_from_bytes(keys.to_bytes())
    assert again.public == keys.public
    assert is_signed_by(keys.public.signing, again.sign(b"facts"), b"facts")


def test_a_signature_holds_for_its_content_and_its_key_only() -> None:
    keys = make_keys()
    signature = keys.sign(b"facts")
    assert not is_signed_by(keys.public.signing, signature, b"other facts")
    assert not is_signed_by(make_keys().public.signing, signature, b"facts")
    assert not is_signed_by(keys.public.signing, signature[:-1], b"facts")
    assert not is_signed_by(b"short", signature, b"facts")


def test_a_key_is_never_printed() -> None:
    keys = make_keys()
    assert keys.to_bytes()[:32].hex() not in repr(keys)


@pytest.mark.parametrize("text", [None, 7, "", "ab" * 31, "ab" * 33, "zz" * 32, "AB" * 32, "ab " * 21 + "a"])
def test_what_is_no_key_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="64 hex digits"):
        parse_key(text)


def test_keys_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        keys_from_bytes(b"x" * 63)
