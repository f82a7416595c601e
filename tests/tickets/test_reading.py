"""A code is read with no network: what it is, or in a word why it is nothing here."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.mark import is_mark, read_last_day, read_party
from kiosk.tickets.reading import Paper, ReadCode, Refusal, read_code
from kiosk.tickets.symbols import ALPHABET, LENGTH, format_grouped, format_symbols
from kiosk.tickets.voucher import GOOD_DAYS, UNKNOWN_SITE, make_voucher
from tests.fakes.made_tickets import TODAY, make_claim, make_press, make_voucher_key
from tests.tickets.test_claim import claims

MILL, FORT = make_press("mill"), make_press("fort")
VOUCHERS = make_voucher_key()
PAPER = Paper((MILL.keys, FORT.keys), (VOUCHERS,), ("mill", "fort", "ghat"))


def read(text: str, site: str = "mill", paper: Paper = PAPER) -> ReadCode | Refusal:
    return read_code(text, site, paper)


@given(claims)
def test_typed_and_printed_say_the_same_and_are_one_ticket(claim: TicketClaim) -> None:
    typed, printed = MILL.make_typed(claim), MILL.make_printed(claim)
    found = read(format_grouped(typed).lower())
    assert isinstance(found, ReadCode)
    assert found.claim == claim
    assert read(printed) == found
    # Some scanners and people lower the case.
    assert read(printed.lower() + "\n") == found


def test_a_mark_tells_the_last_day_and_the_party_and_nothing_else() -> None:
    claim = make_claim(days=7, party=4)
    found = read(MILL.make_typed(claim))
    assert isinstance(found, ReadCode)
    assert is_mark(found.mark)
    assert read_last_day(found.mark) == claim.last_day
    assert read_party(found.mark) == 4


def test_codes_of_neighbouring_serial_numbers_have_nothing_in_common() -> None:
    codes = [MILL.make_typed(make_claim(serial)) for serial in range(2_000)]
    assert len(set(codes)) == len(codes)
    same = [sum(a == b for a, b in zip(one, other, strict=True)) for one, other in itertools.pairwise(codes)]
    # By chance 17/32 of a symbol agree.
    assert sum(same) / len(same) < 0.7
    for place in range(LENGTH):
        assert max(Counter(code[place] for code in codes).values()) < 2_000 / 32 * 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Refusal.NO_CODE),
        ("12", Refusal.NO_CODE),
        ("0" * 18, Refusal.NO_CODE),
        ("HTTPS://Q.EXAMPLE.ORG/ABCDEFGH12345", Refusal.NO_CODE),
        ("HKT2:AAAA", Refusal.TORN),
        ("HKT1:", Refusal.TORN),
        ("HKT1:!!!!", Refusal.TORN),
        ("HKT1:" + "A" * 5_000, Refusal.TORN),
        ("HKO1:", Refusal.NO_CODE),
    ],
)
def test_what_is_no_ticket_is_told_apart(text: str, why: Refusal) -> None:
    assert read(text) is why


def test_a_slip_of_the_finger_is_not_called_a_forgery() -> None:
    code = MILL.make_typed(make_claim())
    wrong = ("Z" if code[3] != "Z" else "Y").join((code[:3], code[4:]))
    assert read(wrong) is Refusal.MISTYPED


def test_the_ticket_of_another_site_is_called_that() -> None:
    assert read(FORT.make_typed(make_claim())) is Refusal.OTHER_SITE
    assert read(FORT.make_printed(make_claim())) is Refusal.OTHER_SITE


def test_a_ticket_under_a_key_that_is_not_here_is_not_ours() -> None:
    strange = make_press("mill", 9)
    assert read(strange.make_typed(make_claim())) is Refusal.NOT_OURS
    assert read(strange.make_printed(make_claim())) is Refusal.NOT_OURS


def test_old_keys_still_check_while_their_paper_is_about() -> None:
    old, new = make_press("mill", 1), make_press("mill", 2)
    paper = Paper((new.keys, old.keys))
    for press in (old, new):
        assert isinstance(read(press.make_typed(make_claim()), paper=paper), ReadCode)
        assert isinstance(read(press.make_printed(make_claim()), paper=paper), ReadCode)


def test_a_device_without_keys_says_so_and_blames_no_visitor() -> None:
    assert read(MILL.make_typed(make_claim()), paper=Paper()) is Refusal.NO_KEYS
    assert read(FORT.make_typed(make_claim()), paper=Paper((FORT.keys,))) is Refusal.NO_KEYS


def test_no_byte_of_a_printed_ticket_can_be_changed() -> None:
    printed = MILL.make_printed(make_claim())
    genuine = read(printed)
    chance = random.Random(1)
    for place in range(5, len(printed)):
        other = chance.choice([sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if sign != printed[place]])
        found = read(printed[:place] + other + printed[place + 1 :])
        # The last sign has bits that carry nothing.
        assert found in (Refusal.NOT_OURS, Refusal.TORN) or (found == genuine and place == len(printed) - 1)


def test_five_hundred_and_twelve_days_later_an_old_code_is_still_an_old_code() -> None:
    claim = make_claim(first_day=date(2026, 3, 1))
    found = read(MILL.make_typed(claim))
    assert isinstance(found, ReadCode)
    assert found.last_day == date(2026, 3, 1)
    same_bits = make_claim(first_day=date(2026, 3, 1) + timedelta(days=512))
    assert MILL.make_typed(same_bits) != MILL.make_typed(claim)


def test_forged_codes_with_a_right_check_symbol_are_not_accepted() -> None:
    """A small sample; ``./run bench tickets`` tries a million."""
    chance = random.Random(2)
    for _ in range(300):
        code = format_symbols([chance.randrange(32) for _ in range(16)])
        assert read(code) is Refusal.NOT_OURS


@given(st.text(max_size=200) | st.text(alphabet=ALPHABET + "HKTO:1-", max_size=400).map("HKT1:".__add__))
def test_no_text_is_a_ticket_by_accident(text: str) -> None:
    assert isinstance(read(text), Refusal)


def test_a_voucher_opens_the_site_it_was_made_for_and_says_where_it_comes_from() -> None:
    code = make_voucher(VOUCHERS, "fort", "mill", TODAY)
    for text in (code, "HKO1:" + code, "hko1:" + code.lower(), format_grouped(code)):
        found = read(text)
        assert isinstance(found, ReadCode)
        assert found.voucher is not None
        assert (found.voucher.to_site, found.voucher.from_site) == ("mill", "fort")
        assert found.last_day == TODAY + timedelta(days=GOOD_DAYS - 1)
        assert read_party(found.mark) == 1
    assert read(code, "ghat") is Refusal.OTHER_SITE
    assert read(code, "fort") is Refusal.OTHER_SITE


def test_a_voucher_from_a_site_nobody_here_has_heard_of_still_counts() -> None:
    found = read(make_voucher(VOUCHERS, "far-away", "mill", TODAY))
    assert isinstance(found, ReadCode)
    assert found.voucher is not None
    assert found.voucher.from_site == UNKNOWN_SITE


def test_two_vouchers_of_one_day_are_two() -> None:
    codes = {make_voucher(VOUCHERS, "fort", "mill", TODAY) for _ in range(50)}
    assert len(codes) == 50


@pytest.mark.parametrize("mark", ["", "0" * 31, "0" * 32, "g" * 32, "A" * 32, 7, None, "0" * 30 + "11"])
def test_what_is_no_mark_is_known(mark: object) -> None:
    assert not is_mark(mark)
