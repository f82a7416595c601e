"""The small pack's source with films: one spoken, one in sign language."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.drawn_films import draw_film
from tests.packs.small_source import write_small_source

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nWater comes.\n\n00:01.000 --> 00:02.000\nThe wheel turns.\n"
FILMS = """
[[films]]
file = "wheel.mp4"
kind = "video"
language = "en"
captions = "wheel.en.vtt"
credit = "The Mill Society"
rights = "CC0"
[films.title]
en = "The wheel at work"
hi = "चलता पहिया"

[[films]]
file = "wheel-bsl.webm"
kind = "sign"
language = "bfi"
credit = "The Mill Society"
rights = "CC0"
"""


def write_filmed_source(folder: Path, films: str = FILMS) -> Path:
    """Write the source into ``folder``, which is new or empty, and return it."""
    write_small_source(folder)
    draw_film(folder / "films" / "wheel.mp4")
    draw_film(folder / "films" / "wheel-bsl.webm", 1.0)
    (folder / "films" / "wheel.en.vtt").write_text(CAPTIONS, "utf-8")
    stop = folder / "stops" / "wheel" / "stop.toml"
    stop.write_text(stop.read_text("utf-8") + films, "utf-8")
    return folder
