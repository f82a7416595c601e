"""Writes a small, whole pack source: two floors, three stops, three languages, drawings, a photograph, sounds."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

LABEL_KEY = "000102030405060708090a0b0c0d0e0f"
HOST = "MILL.EXAMPLE"
CODES = {"wheel": "AAAA1111", "hall": "BBBB2222", "garden": "CCCC3333"}

PACK = f"""
[pack]
id = "test.mill"
version = 1
publisher = "The Mill Society"
reviewed = 2026-03-01
languages = ["en", "hi", "ar"]
fallback_language = "en"
label_host = "{HOST}"
label_key = "{LABEL_KEY}"

[site]
id = "mill"
lat = 28.5
lon = 77.2
opening_hours = "Mo-Su 09:00-17:00"
timezone = "Asia/Kolkata"
accent = "#aa5533"
attract = ["wheel.svg", "photo.png"]
wordmark = "wordmark.png"
[site.name]
en = "The Mill"
hi = "पनचक्की"
ar = "الطاحونة"
[site.summary]
en = "A water mill that still turns."

[[floors]]
id = "upper"
level = 1
[floors.name]
en = "Upper floor"
[[floors]]
id = "ground"
level = 0
plan = "plan.png"
[floors.name]
en = "Ground floor"
hi = "भूतल"

[[tags]]
id = "water"
[tags.name]
en = "Water"
hi = "पानी"
[[tags]]
id = "people"
[tags.name]
en = "People"

[[tours]]
id = "short"
minutes = 15
stops = ["hall", "wheel"]
[tours.name]
en = "A short round"
[tours.summary]
en = "Two stops under a roof."

[[nearby]]
id = "bridge"
lat = 28.51
lon = 77.21
source = "survey"
[nearby.name]
en = "The old bridge"
[nearby.summary]
en = "Four arches."
"""

SOURCES = """
[[sources]]
id = "survey"
title = "A survey of mills"
author = "A. Miller"
publisher = "Mill Press"
year = "1901"
url = ""
"""

WHEEL = """
number = "1"
code = "AAAA1111"
order = 1
floor = "ground"
plan_x = 0.25
plan_y = 0.5
lat = 28.5001
lon = 77.2001
radius_m = 12.5
opens_by_place = true
tags = ["water"]
[[images]]
file = "wheel.svg"
focus = [0.5, 0.25]
credit = "Drawn for the test"
rights = "CC0"
[[images]]
file = "photo.png"
[[artifacts]]
id = "iron-wheel"
object_number = "M.1"
[artifacts.object_name]
en = "Water wheel"
hi = "जल चक्र"
[artifacts.brief_description]
en = "Iron, 1850."
"""

WHEEL_EN = '''
title = "The water wheel"
where = "Below the bridge"
glance = "It still turns. Café Zoë is beside it."
story = """The wheel was cast in 1850.

It has thirty-two blades."""
deep = "Its axle was replaced in 1903."
children = "Count the blades."
[alt]
"wheel.svg" = "A wheel in the water"
[[facts]]
text = "The wheel has 32 blades."
sources = ["survey"]
'''

WHEEL_HI = """
title = "पनचक्की का पहिया"
where = "पुल के नीचे"
glance = "यह अब भी घूमता है।"
[alt]
"wheel.svg" = "पानी में पहिया"
"""

WHEEL_AR = """
title = "دولاب الماء"
glance = "ما زال يَدور. أُنشئ سنة ١٨٥٠."
"""

HALL = 'number = "07"\ncode = "BBBB2222"\norder = 2\nfloor = "upper"\ntags = ["people", "water"]\n'
HALL_EN = (
    'title = "The grinding hall"\nglance = "Flour everywhere."\nstory = "The miller slept above the hall."\n'
)
GARDEN = 'number = "12"\ncode = "CCCC3333"\norder = 3\n[[images]]\nfile = "photo.png"\n'
GARDEN_EN = 'title = "The garden"\nglance = "Herbs and bees."\n'
GARDEN_HI = 'title = "बग़ीचा"\nglance = "जड़ी-बूटियाँ।"\n'

VOICES = """
[voice.en]
credit = "A test tone"
kind = "computer"
engine = "numpy"
[voice.hi]
credit = "कोई"
kind = "person"
"""

TIMINGS = "WEBVTT\n\n00:00.000 --> 00:00.400\n<00:00.000>It <00:00.200>turns.\n"

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100">
<rect width="100%" height="100%" fill="#f4efe6"/><circle cx="50" cy="50" r="40" fill="#a53"/></svg>"""


def write_small_source(folder: Path) -> Path:
    """Write the source into ``folder`` (made if missing) and return it."""
    texts = {
        "pack.toml": PACK,
        "sources.toml": SOURCES,
        "stops/wheel/stop.toml": WHEEL,
        "stops/wheel/en.toml": WHEEL_EN,
        "stops/wheel/hi.toml": WHEEL_HI,
        "stops/wheel/ar.toml": WHEEL_AR,
        "stops/hall/stop.toml": HALL,
        "stops/hall/en.toml": HALL_EN,
        "stops/garden/stop.toml": GARDEN,
        "stops/garden/en.toml": GARDEN_EN,
        "stops/garden/hi.toml": GARDEN_HI,
        "media/wheel.svg": SVG,
        "recordings/recordings.toml": VOICES,
        "recordings/wheel.glance.en.vtt": TIMINGS,
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "media/photo.png").write_bytes(make_noisy_png())
    Image.new("RGB", (300, 200), "#335").save(folder / "media/plan.png")
    Image.new("RGBA", (100, 40), "#0008").save(folder / "media/wordmark.png")
    write_tone(folder / "recordings/wheel.glance.en.opus", 220)
    write_tone(folder / "recordings/wheel.glance.hi.wav", 330)
    return folder


def make_noisy_png(width_px: int = 640, height_px: int = 400) -> bytes:
    """Return a picture that no encoder makes small: it becomes a file of its own in the pack."""
    pixels = np.random.default_rng(7).integers(0, 255, (height_px, width_px, 3), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def write_tone(path: Path, hertz: float, seconds: float = 0.5, peak: float = 0.3) -> None:
    """Write a tone in the format the suffix names."""
    rate = 24_000
    wave = peak * np.sin(2 * np.pi * hertz * np.arange(int(rate * seconds)) / rate)
    if path.suffix == ".opus":
        soundfile.write(str(path), wave, rate, format="OGG", subtype="OPUS")
    else:
        soundfile.write(str(path), wave, rate)
