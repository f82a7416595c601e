from __future__ import annotations

import pytest

from kiosk.model.datum import (
    CODE_PATTERN,
    Choice,
    Declaration,
    Flag,
    Name,
    Number,
    duration_ms,
    language,
    stop,
)

DECLARED = Declaration(
    "Thing",
    "to test",
    "never",
    (
        Number("size", "how large", "mm", 1, 9),
        Choice("side", "which", ("left", "right"), optional=True),
        Flag("seen", "whether"),
        Name("code", "what", CODE_PATTERN, "a code"),
    ),
)
GOOD = {"size": 5, "side": "left", "seen": True, "code": "a.b-c"}


def test_what_is_declared_and_in_bounds_has_no_fault() -> None:
    assert DECLARED.find_fault(GOOD) is None
    assert DECLARED.find_fault({**GOOD, "side": None}) is None


def test_an_optional_datum_may_be_absent() -> None:
    assert DECLARED.find_fault({"size": 1, "seen": False, "code": "a"}) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size": 0}, "Thing.size is not 1 to 9"),
        ({"size": 10}, "Thing.size is not 1 to 9"),
        ({"size": True}, "Thing.size is not 1 to 9"),
        ({"size": 5.0}, "Thing.size is not 1 to 9"),
        ({"size": None}, "Thing.size is not 1 to 9"),
        ({"side": "up"}, "Thing.side is not one of left, right"),
        ({"seen": 1}, "Thing.seen is not yes or no"),
        ({"code": "A B"}, "Thing.code is not a code"),
        ({"code": "a" * 201}, "Thing.code is not a code"),
        ({"code": "a\n"}, "Thing.code is not a code"),
        ({"face": "round"}, "Thing declares no 'face'"),
        ({"x" * 500: 1}, f"Thing declares no '{'x' * 40}'"),
    ],
)
def test_each_fault_is_told_in_words(changes: dict[str, object], words: str) -> None:
    assert DECLARED.find_fault({**GOOD, **changes}) == words


def test_a_stop_has_a_site() -> None:
    named = stop("where")
    assert named.is_valid("qutb/minar") and named.is_valid("kronan/Stånd 1")
    assert not any(named.is_valid(text) for text in ("minar", "/minar", "qutb/", "a/b/c", "a/b\n", 7))


def test_a_language_is_a_tag() -> None:
    named = language("which")
    assert all(named.is_valid(tag) for tag in ("en", "hi", "zh-Hant-TW", "pt-BR"))
    assert not any(named.is_valid(tag) for tag in ("", "e", "en_GB", "en-", "english language"))


def test_a_duration_is_within_a_day() -> None:
    assert duration_ms("x", "y").is_valid(86_400_000)
    assert not duration_ms("x", "y").is_valid(86_400_001)
