"""Sizes of screens as they are typed: ``1280x800``."""

from __future__ import annotations

import argparse

SMALLEST_PX = 320
LARGEST_PX = 4096


def parse_size(text: str) -> tuple[int, int]:
    """Return (width, height) in pixels, 320 to 4096 each, for argparse."""
    sides = text.lower().split("x")
    if len(sides) == 2 and all(side.isascii() and side.isdigit() for side in sides):
        width, height = (int(side[:6]) for side in sides)
        if all(SMALLEST_PX <= side <= LARGEST_PX for side in (width, height)):
            return width, height
    raise argparse.ArgumentTypeError(
        f"give WIDTHxHEIGHT in pixels, {SMALLEST_PX} to {LARGEST_PX} each, for example 1280x800"
    )
