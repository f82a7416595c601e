"""The small pack's source with what a guide of one's own reads: ways, sums, hours of stops, what may be given back."""

from __future__ import annotations

from pathlib import Path

from tests.packs.small_source import GARDEN, PACK, write_small_source, write_tone

WAYS = """
[[ways]]
id = "bridge"
from = "wheel"
to = "garden"
metres = 60
closed = true
name = "The footbridge"

[[ways]]
id = "stair"
from = "wheel"
to = "hall"
metres = 12.5
kind = "stairs"

[[ways]]
id = "path"
from = "garden"
to = "wheel"
metres = 140
kind = "ramp"

[talk_back]
allows = ["story", "rating", "recording"]
"""

NEARBY = """opening_hours = "Sa,Su 10:00-16:00"
timezone = "Asia/Kolkata"
walk_m = 900
lesser_known = true
"""

SUMS = """
visits = 412
until = 2026-02-28
ratings = [2, 3, 11, 40, 90]

[stops.wheel]
visits = 300
holding_s = [40, 75, 130]

[stops.garden]
visits = 20

[moves.wheel]
garden = 120
hall = 31
"""


QUESTIONS_EN = """
[[questions]]
id = "blades"
text = "How many blades does the wheel have?"
answers = ["Twelve", "Thirty-two", "A hundred"]
right = "Thirty-two"
because = "The survey of 1901 counted them."

[[questions]]
id = "age"
text = "Which is older?"
answers = ["The wheel", "Its axle"]
right = "The wheel"
"""

QUESTIONS_HI = """
[[questions]]
id = "blades"
text = "पहिये में कितने पंख हैं?"
answers = ["बारह", "बत्तीस", "सौ"]
right = "बत्तीस"
"""

STORY_B = 'story = "Ask the miller how the wheel was cast."\n'

VOICES = """
[[voices]]
id = "m-1"
kind = "story"
language = "en"
text = "My grandfather greased this axle."
said = "2026-01"

[[voices]]
id = "m-2"
kind = "question"
language = "en"
text = "Does it still grind?"
said = "2026-02"
answer = "Yes, on Sundays."

[[voices]]
id = "m-3"
kind = "comment"
language = "hi"
said = "2026-02"
recording = "m-3.wav"

[[voices]]
id = "m-4"
kind = "comment"
language = "sv"
text = "Fin kvarn."
said = "2026-02"
"""

SITE_VOICES = """
[[voices]]
id = "m-1"
kind = "comment"
language = "en"
text = "Bring a coat: the wind is cold on the weir."
said = "2026-02"

[[voices]]
id = "m-5"
kind = "story"
language = "hi"
said = "2026-02"
recording = "m-5.wav"
"""


def write_guided_source(folder: Path) -> Path:
    """Write the source into ``folder``, which is new or empty, and return it."""
    write_small_source(folder)
    pack = PACK.replace('plan = "plan.png"\n', 'plan = "plan.png"\nwidth_m = 82.5\n')
    pack = pack.replace("minutes = 15\n", 'minutes = 15\nkind = "children"\n')
    pack = pack.replace('source = "survey"\n', f'source = "survey"\n{NEARBY}')
    (folder / "pack.toml").write_text(pack + WAYS, "utf-8")
    (folder / "guide_sums.toml").write_text(SUMS, "utf-8")
    shown = 'closed = true\nopening_hours = "Mo-Fr 10:00-12:00"\nadded = 2026-02-01\nlook_s = 90\n'
    (folder / "stops" / "garden" / "stop.toml").write_text(shown + GARDEN, "utf-8")
    for language, questions in (("en", QUESTIONS_EN), ("hi", QUESTIONS_HI)):
        path = folder / "stops" / "wheel" / f"{language}.toml"
        path.write_text(path.read_text("utf-8") + questions, "utf-8")
    (folder / "stops" / "wheel" / "en.b.toml").write_text(STORY_B, "utf-8")
    write_tone(folder / "recordings" / "wheel.glance.en.b.wav", 440)
    (folder / "stops" / "wheel" / "voices.toml").write_text(VOICES, "utf-8")
    (folder / "voices").mkdir()
    write_tone(folder / "voices" / "m-3.wav", 550)
    (folder / "voices.toml").write_text(SITE_VOICES, "utf-8")
    write_tone(folder / "voices" / "m-5.wav", 660)
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace what stands once in a file of the source."""
    text = (folder / name).read_text("utf-8")
    assert old in text, old
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
