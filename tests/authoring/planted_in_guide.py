"""Faults in what a guide of one's own is made of, to be planted into the example of a pack source."""

from __future__ import annotations

from pathlib import Path

from kiosk.packs.findings import Severity
from tests.authoring.planted_in_lexicon import Fault
from tests.authoring.spoils import WHEEL, WHEEL_EN, WHEEL_FR, Spoil, add, both, end, put, record

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
PACK, VOICES, OTHER = "pack.toml", "stops/wheel/voices.toml", "stops/wheel/en.b.toml"
TOUR = "tours first-look stops"
WAY = '[[ways]]\nid = "wheel-to-stones"\nfrom = "wheel"\nto = "{}"\nmetres = 15\nkind = "{}"\n\n'
NEARBY = (
    '\n[[nearby]]\nid = "bridge"\nlat = 51.7601\nlon = -1.2602\nsource = "smeaton-1759"\nopening_hours = "daily"\n'
    '[nearby.name]\nen = "The stone bridge"\nfr = "Le pont"\n[nearby.summary]\nen = "Four arches."\nfr = "Quatre arches."\n'
)
SAID = '[[voices]]\nid = "m-1"\nkind = "comment"\nlanguage = "{}"\ntext = "Lovely."\nsaid = "2026-01"\n'


def lead(to: str, kind: str = "walk") -> Spoil:
    """Write down a way from the wheel."""
    return put(PACK, "# What visitors may give back", f"{WAY.format(to, kind)}# What visitors may give back")


def _copy_glance(folder: Path) -> None:
    """Tell the same glance once more as the other version."""
    lines = (folder / WHEEL_EN).read_text("utf-8").splitlines()
    glance = next(line for line in lines if line.startswith("glance"))
    (folder / OTHER).write_text(f"{glance}\n", "utf-8")


GUIDE_FAULTS: dict[str, Fault] = {
    "way to nowhere": (
        lead("attic"),
        ERROR,
        PACK,
        "ways 1 to",
        "no stop 'attic'",
    ),
    "way closed": (
        lead("stones", 'walk"\nclosed = true #'),
        WARNING,
        PACK,
        "ways",
        "no open way leads to",
    ),
    "stairs": (lead("stones", "stairs"), NOTE, PACK, "ways", "only stairs lead to"),
    "way too short": (
        both(
            lead("stones"),
            put(WHEEL, "# Outdoors", "lat = 51.7521\nlon = -1.2576\n# Outdoors"),
            put("stops/stones/stop.toml", "order = 2", "order = 2\nlat = 51.7526\nlon = -1.2576"),
        ),
        WARNING,
        PACK,
        "ways wheel-to-stones metres",
        "its ends lie 56 m apart",
    ),
    "tour to what is closed": (
        put(WHEEL, "order = 1", "order = 1\nclosed = true"),
        WARNING,
        PACK,
        TOUR,
        "wheel, which is closed",
    ),
    "quiz of nothing": (
        both(
            put(PACK, "minutes = 10", 'minutes = 10\nkind = "quiz"'),
            end(WHEEL_EN, "[[questions]]"),
            end(WHEEL_FR, "[[questions]]"),
        ),
        WARNING,
        PACK,
        TOUR,
        "none of its stops has a question",
    ),
    "not for children": (
        both(
            put(PACK, "minutes = 10", 'minutes = 10\nkind = "children"'),
            put(WHEEL_EN, "children =", "described ="),
            put(WHEEL_FR, "children =", "described ="),
        ),
        WARNING,
        PACK,
        TOUR,
        "it is for children, and",
    ),
    "question untranslated": (
        end(WHEEL_FR, "[[questions]]"),
        WARNING,
        WHEEL_FR,
        "questions",
        "0 questions, while en has 1",
    ),
    "not yet there": (
        put(WHEEL, "look_s = 40", "look_s = 40\nadded = 2027-01-01"),
        WARNING,
        WHEEL,
        "added",
        "which is still to come",
    ),
    "hours of a stop": (
        put(WHEEL, "look_s = 40", 'look_s = 40\nopening_hours = "now and then"'),
        WARNING,
        WHEEL,
        "opening_hours",
        "cannot be read",
    ),
    "hours nearby": (
        put(PACK, "# Another place", f"{NEARBY}\n# Another place"),
        WARNING,
        PACK,
        "nearby bridge opening_hours",
        "cannot be read",
    ),
    "voice of no language": (
        add(VOICES, SAID.format("sv")),
        WARNING,
        VOICES,
        "voices 1 language",
        "no language 'sv'",
    ),
    "voice that is not heard": (
        both(
            add(VOICES, SAID.format("en") + 'recording = "m-1.opus"\n'),
            add("voices/m-1.opus", "no sound"),
        ),
        ERROR,
        "voices/m-1.opus",
        "",
        "cannot be decoded",
    ),
    "voice forgotten": (
        add("voices/m-9.opus", "never heard"),
        WARNING,
        "voices/m-9.opus",
        "",
        "nothing names it",
    ),
    "same twice": (
        _copy_glance,
        WARNING,
        OTHER,
        "glance",
        "says the same as the first",
    ),
    "other of nothing": (add(OTHER, 'deep = "More."\n'), ERROR, OTHER, "deep", "tells nothing at this depth"),
    "other in markup": (
        add(OTHER, 'story = "A <b>wheel</b> in the brook."\n'),
        WARNING,
        OTHER,
        "story",
        "it has markup: <b>",
    ),
    "other recording of nothing": (
        record("wheel.deep.en.b.opus"),
        ERROR,
        "recordings/wheel.deep.en.b.opus",
        "",
        "the first version does not tell this",
    ),
}
