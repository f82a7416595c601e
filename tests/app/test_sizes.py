"""Sizes of screens as staff type them."""

from __future__ import annotations

import argparse

import pytest

from kiosk.app.sizes import parse_size


@pytest.mark.parametrize(
    ("text", "size"), [("1280x800", (1280, 800)), ("800X1280", (800, 1280)), ("4096x320", (4096, 320))]
)
def test_a_size_is_width_and_height(text: str, size: tuple[int, int]) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1280",
        "1280x",
        "x800",
        "1280x800x2",
        "-1280x800",
        "1280.5x800",
        "319x800",
        "1280x4097",
        "9" * 400 + "x800",
        "١٢٨٠x٨٠٠",
    ],
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="for example 1280x800"):
        parse_size(text)
