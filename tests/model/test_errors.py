"""Errors say what did not happen, to what, what was expected and found, and what to do."""

from __future__ import annotations

import pytest

from kiosk.model.errors import KioskError


def test_an_error_reads_as_one_line_in_a_fixed_order() -> None:
    error = KioskError(
        "The pack was not installed",
        thing="delhi.hpack",
        expected="12 MB free",
        found="3 MB",
        remedy="Remove a pack that is no longer shown",
        code="packs.no-space",
    )
    assert str(error) == (
        "The pack was not installed · delhi.hpack · expected 12 MB free, found 3 MB · "
        "Remove a pack that is no longer shown · [packs.no-space]"
    )


def test_parts_that_are_not_known_leave_no_gap() -> None:
    assert (
        str(KioskError("No camera was opened", code="scanning.none"))
        == "No camera was opened · [scanning.none]"
    )


@pytest.mark.parametrize("evil", ["\n", "\r", "\x1b[2J", "\x9b", "\u2028", "\u202e", "\udcff"])
def test_a_name_can_neither_break_the_line_nor_speak_to_the_terminal(evil: str) -> None:
    words = str(KioskError("Not read", thing=f"a{evil}b", found=f"{evil}c", code="a.b"))
    assert evil[0] not in words
    assert words.startswith("Not read · a\N{REPLACEMENT CHARACTER}")
