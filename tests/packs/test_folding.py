from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.packs.folding import fold, fold_number


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("cafe zoe", "Café Zoë"),
        ("STRASSE", "Straße"),
        ("yadur", "YADUR"),
        ("يدور", "يَدور"),
        ("احمد", "أحمد"),
        ("مدرسه", "مدرسة"),
        ("बगीचा", "बग़ीचा"),
        ("1850", "१८५०"),
        ("1850", "١٨٥٠"),
        ("skelettmontern", "Skelettmontern"),
        # Arabic: hamza, alef, alef maqsura, ta marbuta, tatweel, vowel signs, presentation forms.
        ("مسوول", "مسؤول"),
        ("بنا", "بناء"),
        ("ايوان", "إيوان"),
        ("اثار", "آثار"),
        ("الاسم", "ٱلاسم"),
        ("مصطفي", "مصطفى"),
        ("قلعه", "قلعة"),
        ("قلعة", "قـــلعة"),
        ("محمد", "مُحَمَّد"),
        ("سلام", "ﺳﻼﻡ"),
        ("هندوستان", "ہندوستان"),
        ("١٢٣ ۴۵۶", "123 456"),
        # Devanagari: nukta, chandrabindu, anusvara, written-out nasals, letters made of one or two signs.
        ("किला", "क़िला"),
        ("चांदनी", "चाँदनी"),
        ("हिंदी", "हिन्दी"),
        ("संबंध", "सम्बन्ध"),
        ("गंगा", "गङ्गा"),
        ("पंच", "पञ्च"),
        ("घंटा", "घण्टा"),
        ("\u0929", "\u0928\u093c"),
        ("हिं\u200dदी", "हिंदी"),
        ("চাঁদ", "চাংদ"),
        ("ਪੰਜਾਬ", "ਪਂਜਾਬ"),
        ("৪২", "४२"),
    ],
)
def test_what_people_type_meets_what_is_written(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


@pytest.mark.parametrize(("one", "other"), [("अन्न", "अंन"), ("जन्म", "जंम"), ("तन", "तं"), ("علم", "حلم")])
def test_what_is_told_apart_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_hindi_vowel_signs_are_kept() -> None:
    assert fold("कि") != fold("कु") != fold("क")


@pytest.mark.parametrize("typed", ["7", "07", "007", " 7", "7 ", "0 7", "７", "٧", "۷", "७", "০৭"])
def test_a_number_is_forgiven(typed: str) -> None:
    assert fold_number(typed) == "7"


def test_zero_and_letters_stay() -> None:
    assert (fold_number("0"), fold_number("00"), fold_number("12A"), fold_number("")) == ("0", "0", "12a", "")


@example("\N{MATHEMATICAL BOLD CAPITAL A}")
@given(st.text(max_size=60))
def test_folding_never_fails_and_is_settled(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    fold_number(text)
