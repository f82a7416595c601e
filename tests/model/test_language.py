"""Which language serves a visitor when the one asked for is missing."""

from __future__ import annotations

import pytest

from kiosk.model.language import is_right_to_left, pick


@pytest.mark.parametrize(
    ("asked", "available", "expected"),
    [
        ("hi", ["en", "hi"], "hi"),
        ("en-GB", ["hi", "en"], "en"),
        ("en", ["hi", "en-GB"], "en-GB"),
        ("ta", ["hi", "en"], "en"),
        ("ta", ["hi", "de"], "hi"),
        ("ta", [], None),
    ],
)
def test_the_best_language_there_is(asked: str, available: list[str], expected: str | None) -> None:
    assert pick(asked, available, "en") == expected


def test_arabic_and_urdu_run_from_right_to_left() -> None:
    assert is_right_to_left("ar") and is_right_to_left("ur-IN")
    assert not is_right_to_left("hi") and not is_right_to_left("en")
