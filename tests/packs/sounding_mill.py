"""The small pack's source with sounds that are no speech: the wheel as it turns, and a song."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.tones import write_tone
from tests.packs.small_source import write_small_source

SOUNDS = """
[[sounds]]
file = "turning.wav"
kind = "ambient"
loops = true
credit = "The Mill Society"
rights = "CC0"
[sounds.title]
en = "The wheel turns"
hi = "घूमता पहिया"
ar = "العجلة تدور"
[sounds.description]
en = "Water falls on wooden paddles."
hi = "लकड़ी के पंखों पर पानी गिरता है।"
ar = "يسقط الماء على المجاديف الخشبية."

[[sounds]]
file = "song.opus"
kind = "music"
credit = "Sung by A. Miller"
rights = "CC BY 4.0"
[sounds.title]
en = "The miller's song"
hi = "चक्की का गीत"
ar = "أغنية الطحّان"
[sounds.description]
en = "One voice, slow."
hi = "एक स्वर, धीमा।"
ar = "صوت واحد بطيء."
"""


def write_sounding_source(folder: Path, sounds: str = SOUNDS) -> Path:
    """Write the source into ``folder``, which is new or empty, and return it."""
    write_small_source(folder)
    (folder / "sounds").mkdir()
    write_tone(folder / "sounds" / "turning.wav", 1500, 300.0)
    write_tone(folder / "sounds" / "song.opus", 2000)
    stop = folder / "stops" / "wheel" / "stop.toml"
    stop.write_text(stop.read_text("utf-8") + sounds, "utf-8")
    return folder
