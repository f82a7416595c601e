"""Messages of the printing protocol, read from anybody."""

from __future__ import annotations

import random

import pytest

from kiosk.passes.ipp import KEYWORD, NAME, URI, TornMessageError, format_request, parse_answer
from tests.fakes.ipp_server import WELL, make_answer


def test_a_request_says_what_is_wanted_in_the_order_of_the_standard() -> None:
    request = format_request(
        0x000B, [(URI, "printer-uri", "ipp://x"), (NAME, "n", "me"), (KEYWORD, "wanted", ["a", "b"])]
    )
    assert request[:4] == b"\x02\x00\x00\x0b" and request[8] == 1 and request[-1] == 3
    order = [b"attributes-charset", b"attributes-natural-language", b"printer-uri", b"wanted"]
    assert sorted(order, key=request.index) == order
    assert request.count(b"wanted") == 1, "a second value has no name"


def test_an_answer_gives_each_printer_its_own_values() -> None:
    answer = parse_answer(make_answer(0, WELL, (("name", "printer-name", "other"),)))
    assert answer.is_done and len(answer.groups) == 2
    assert answer.first["printer-state"] == (3,)
    assert answer.first["printer-is-accepting-jobs"] == (True,)
    assert answer.groups[1]["printer-name"] == ("other",)


def test_whatever_comes_is_read_or_refused() -> None:
    whole = make_answer(0, WELL)
    chance = random.Random(8)
    for length in range(len(whole) - 1):
        with pytest.raises(TornMessageError):
            parse_answer(whole[:length])
    for _ in range(2_000):
        torn = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            torn[chance.randrange(len(torn))] = chance.randrange(256)
        try:
            parse_answer(bytes(torn))
        except TornMessageError:
            continue


def test_more_values_than_a_printer_has_are_refused() -> None:
    with pytest.raises(TornMessageError):
        parse_answer(make_answer(0, [("keyword", "x", "y")] * 5_000))
