from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.words import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Mill-house, 1850.", ["the", "mill", "house", "1850"]),
        ("“Café” (Zoë’s)", ["cafe", "zoe", "s"]),
        ("बग़ीचा।", ["बगीचा"]),
        ("أُنشئ سنة ١٨٥٠", ["انشي", "سنه", "1850"]),
        ("水车房", ["水车", "车房", "房"]),
        ("水", ["水"]),
        ("วัด1850", ["วั", "ัด", "ด", "1850"]),
        ("🙂 — …", []),
        ("", []),
    ],
)
def test_text_is_taken_apart(text: str, words: list[str]) -> None:
    assert list(split_words(text)) == words


@given(st.text(max_size=80))
def test_words_are_settled_and_hold_no_line_end(text: str) -> None:
    """The vocabulary has one word a line: a line end inside one would break it."""
    for word in split_words(text):
        assert word
        assert not set(word) & set("\n\r \t")
