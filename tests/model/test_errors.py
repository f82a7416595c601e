"""Errors say what did not happen, to what, what was expected and found, and what to do."""

from __future__ import annotations

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
