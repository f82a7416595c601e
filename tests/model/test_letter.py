"""What a stick carries, before it is sealed and after it is opened."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from kiosk.model.letter import (
    FORK,
    MAX_BATCHES,
    Letter,
    Reply,
    StreamWord,
    format_letter,
    format_reply,
    parse_letter,
    parse_reply,
)

DEVICE = "d" * 32
WORD = StreamWord("1" * 32, FORK, 3, 9, "a" * 64, 5, "b" * 64)


def test_what_is_written_is_read() -> None:
    letter = Letter(DEVICE, 7, (b"one", b"", b"\nthree"), {"version": "1"}, {"marks": []})
    reply = Reply(DEVICE, 9, (WORD,), "c2VhbGVk", {"told": []}, ("c" * 64,))
    assert parse_letter(format_letter(letter)) == letter
    spoken = Letter(DEVICE, 7, (b"one",), recordings=(b"OggS", b""))
    assert parse_letter(format_letter(spoken)) == spoken
    assert parse_letter(format_letter(Letter(DEVICE, 0))) == Letter(DEVICE, 0)
    assert parse_reply(format_reply(reply)) == reply


def test_an_older_device_s_letter_and_an_older_hub_s_reply_are_read() -> None:
    letter = format_letter(Letter(DEVICE, 7, (b"one",))).replace(b'"recordings":0,', b"")
    assert parse_letter(letter) == Letter(DEVICE, 7, (b"one",))
    record = json.loads(format_reply(Reply(DEVICE, 9)))
    del record["recordings"]
    assert parse_reply(json.dumps(record).encode()) == Reply(DEVICE, 9)


def test_a_letter_cut_anywhere_is_refused() -> None:
    content = format_letter(Letter(DEVICE, 7, (b"one" * 20, b"two")))
    for end in range(len(content)):
        with pytest.raises(ValueError, match=r"."):
            parse_letter(content[:end])


def test_anything_at_all_is_read_or_refused() -> None:
    chance = random.Random(3)
    content = format_letter(Letter(DEVICE, 7, (b"one" * 20, b"two")))
    for _ in range(300):
        spoiled = bytearray(content)
        for _change in range(chance.randint(1, 4)):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        try:
            parse_letter(bytes(spoiled))
        except ValueError:
            continue


def test_too_many_batches_are_refused() -> None:
    with pytest.raises(ValueError, match="batches"):
        parse_letter(format_letter(Letter(DEVICE, 7, (b"x",) * (MAX_BATCHES + 1))))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", ""),
        ("device", "D" * 32),
        ("server_ms", -1),
        ("server_ms", 2**60),
        ("words", {}),
        ("words", [7]),
        ("words", [{}]),
        ("paper_keys", None),
        ("used", []),
        ("recordings", ["../x"]),
        ("recordings", 7),
    ],
)
def test_a_reply_of_another_form_is_refused(name: str, value: Any) -> None:
    record = json.loads(format_reply(Reply(DEVICE, 9, (WORD,)))) | {name: value}
    with pytest.raises(ValueError, match=r"."):
        parse_reply(json.dumps(record).encode())
