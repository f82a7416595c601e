"""One fault each, to be planted into the example of a pack source, and what a check says of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from kiosk.packs.findings import Severity
from tests.authoring.faulty_sources import change, write
from tests.packs.small_source import TIMINGS, write_tone

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
WHEEL, WHEEL_EN, WHEEL_FR = (f"stops/wheel/{name}.toml" for name in ("stop", "en", "fr"))
STONES = "stops/stones/stop.toml"
VOICE = '[voice.en]\ncredit = "A tone"\nkind = "computer"\n'
Spoil = Callable[[Path], None]


def put(name: str, old: str, new: str) -> Spoil:
    return lambda folder: change(folder, name, old, new)


def put_all(name: str, old: str, new: str) -> Spoil:
    return lambda folder: write(folder, name, (folder / name).read_text("utf-8").replace(old, new))


def add(name: str, text: str) -> Spoil:
    return lambda folder: write(folder, name, text)


def end(name: str, at: str) -> Spoil:
    """Cut a file off before ``at``."""
    return lambda folder: write(folder, name, (folder / name).read_text("utf-8").partition(at)[0])


def drop(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def both(*spoils: Spoil) -> Spoil:
    def spoil(folder: Path) -> None:
        for one in spoils:
            one(folder)

    return spoil


def record(name: str, voices: str = VOICE) -> Spoil:
    """Add a recording that nobody will listen to: its name or its voice is wrong."""

    def spoil(folder: Path) -> None:
        write(folder, "recordings/recordings.toml", voices)
        write_tone(folder / "recordings" / name, 220)

    return spoil


def picture(name: str, width_px: int, height_px: int) -> Spoil:
    return lambda folder: Image.new("RGB", (width_px, height_px), "#487").save(folder / "media" / name)


def exchange_picture(width_px: int, height_px: int) -> Spoil:
    """Put a photograph in the place of the wheel's drawing."""
    return both(
        picture("wheel.jpg", width_px, height_px),
        drop("media/wheel.svg"),
        put(WHEEL, '"wheel.svg"', '"wheel.jpg"'),
        put(WHEEL_EN, '"wheel.svg"', '"wheel.jpg"'),
        put(WHEEL_FR, '"wheel.svg"', '"wheel.jpg"'),
    )


LONG = " ".join(["Very many words about one thing, none of them needed."] * 20)
FAULTS: dict[str, tuple[Spoil, Severity, str, str, str]] = {
    # What is spoilt, severity, file, place in it, a part of what is said.
    "no TOML": (add("pack.toml", "[pack"), ERROR, "pack.toml", "", "it cannot be read"),
    "no sources": (add("sources.toml", "= ="), ERROR, "sources.toml", "", "it cannot be read"),
    "no site": (put_all("pack.toml", "[site", "[sight"), ERROR, "pack.toml", "site", "it is missing"),
    "id": (
        put("pack.toml", '"org.example.mill"', '"The Mill"'),
        ERROR,
        "pack.toml",
        "pack id",
        "not the right form",
    ),
    "version": (
        put("pack.toml", "version = 1", "version = 0"),
        ERROR,
        "pack.toml",
        "pack version",
        "out of range",
    ),
    "language": (
        put("pack.toml", '"fr"]', '"fr", "French"]'),
        ERROR,
        "pack.toml",
        "pack languages",
        "no BCP 47 tag",
    ),
    "no stop file": (drop(WHEEL), ERROR, WHEEL, "", "the file is missing"),
    "no fall-back text": (drop(WHEEL_EN), ERROR, WHEEL_EN, "", "the file is missing"),
    "number": (
        put(WHEEL, 'number = "1"', 'number = "a number too long"'),
        ERROR,
        WHEEL,
        "number",
        "right form",
    ),
    "code missing": (put(WHEEL, "code = ", "# code = "), ERROR, WHEEL, "code", "it is missing"),
    "order missing": (put(WHEEL, "order = 1", ""), ERROR, WHEEL, "order", "it is missing"),
    "order twice": (
        put(WHEEL, "order = 1", "order = 2"),
        ERROR,
        WHEEL,
        "order",
        "used 2 times: by stones too",
    ),
    "number twice": (
        put(WHEEL, 'number = "1"', 'number = "2"'),
        WARNING,
        STONES,
        "number",
        "2 stops have number 2",
    ),
    "floor": (put(WHEEL, '"ground"', '"cellar"'), ERROR, WHEEL, "floor", "there is no floor 'cellar'"),
    "plan": (
        put(WHEEL, "plan_x = 0.225", "plan_x = 1.5"),
        ERROR,
        WHEEL,
        "plan_x",
        "1.5 is no number from 0 to 1",
    ),
    "half a place": (put(WHEEL, "plan_x = 0.225", ""), ERROR, WHEEL, "plan_x", "half a place"),
    "half a site": (put("pack.toml", "lon = -1.2577", ""), ERROR, "pack.toml", "site lat", "half a place"),
    "picture": (
        put(WHEEL, '"wheel.svg"', '"Wheel.svg"'),
        ERROR,
        WHEEL,
        "images 1 file",
        "media/Wheel.svg is not there",
    ),
    "tour": (
        put("pack.toml", '"wheel", "stones"', '"wheel", "stones", "attic"'),
        ERROR,
        "pack.toml",
        "tours 1 stops",
        "there is no stop 'attic'",
    ),
    "fact": (
        put(WHEEL_EN, '"smeaton-1759"', '"smeaton"'),
        ERROR,
        WHEEL_EN,
        "facts 1 sources",
        "no source 'smeaton'",
    ),
    "fact alone": (
        put(WHEEL_EN, 'sources = ["smeaton-1759"]', ""),
        ERROR,
        WHEEL_EN,
        "facts 1 sources",
        "rests on nothing",
    ),
    "key": (put(WHEEL, "# Ids of", "flor = 1\n# Ids of"), WARNING, WHEEL, "flor", "nothing reads this"),
    "no translation": (
        drop("stops/stones/fr.toml"),
        WARNING,
        "stops/stones/fr.toml",
        "",
        "no text in this language",
    ),
    "no story": (
        put("stops/stones/fr.toml", "story = ", "stori = "),
        WARNING,
        "stops/stones/fr.toml",
        "stori",
        "nothing reads this",
    ),
    "no alternative": (
        put(WHEEL_FR, '"wheel.svg" =', '# "wheel.svg" ='),
        WARNING,
        WHEEL_FR,
        'alt "wheel.svg"',
        "nobody says what is to be seen",
    ),
    "name": (
        put("pack.toml", 'fr = "L\'eau"', ""),
        WARNING,
        "pack.toml",
        "tags water name.fr",
        "it is missing",
    ),
    "name's language": (
        put("pack.toml", 'fr = "L\'eau"', 'fr = "L\'eau"\nde = "Wasser"'),
        WARNING,
        "pack.toml",
        "tags water name.de",
        "no language of the pack",
    ),
    "facts misspelt": (
        put("stops/stones/en.toml", "[[facts]]", "[[facs]]"),
        WARNING,
        "stops/stones/en.toml",
        "facs",
        "nothing reads this",
    ),
    "no fact": (
        both(
            end("stops/stones/en.toml", "[[facts]]"),
            end("stops/stones/fr.toml", "[[facts]]"),
            put(WHEEL_EN, '"smeaton-1759"', '"smeaton-1759", "vitruvius"'),
        ),
        WARNING,
        "stops/stones/en.toml",
        "facts",
        "no fact names a source",
    ),
    "source not used": (
        both(end("stops/stones/en.toml", "[[facts]]"), end("stops/stones/fr.toml", "[[facts]]")),
        WARNING,
        "sources.toml",
        "sources vitruvius",
        "nothing rests on it",
    ),
    "title": (
        put(WHEEL_EN, '"The water wheel"', f'"{"The water wheel " * 8}"'),
        WARNING,
        WHEEL_EN,
        "title",
        "do not fit",
    ),
    "glance": (put(WHEEL_EN, 'glance = """', f'glance = """{LONG}'), WARNING, WHEEL_EN, "glance", "to tell"),
    "markup": (
        put(WHEEL_EN, "Look at the rim", "Look at the <b>rim</b>"),
        WARNING,
        WHEEL_EN,
        "glance",
        "markup: <b>",
    ),
    "address": (
        put("sources.toml", "https://www", "www"),
        WARNING,
        "sources.toml",
        "sources vitruvius url",
        "no address",
    ),
    "hours": (
        put("pack.toml", "Tu-Su 10:00-17:00", "daily from ten"),
        WARNING,
        "pack.toml",
        "site opening_hours",
        "cannot be read",
    ),
    "accent": (
        put("pack.toml", "#2f6f73", "#17140f"),
        WARNING,
        "pack.toml",
        "site accent",
        "contrast 1.0 to 1 on the gallery",
    ),
    "review": (
        put("pack.toml", "2026-11-20", "2027-11-20"),
        WARNING,
        "pack.toml",
        "pack reviewed",
        "still to come",
    ),
    "tour's time": (
        put("pack.toml", "minutes = 10", "minutes = 0"),
        ERROR,
        "pack.toml",
        "tours 1 minutes",
        "out of range",
    ),
    "tour of one": (
        put("pack.toml", '"wheel", "stones"]', '"wheel"]'),
        WARNING,
        "pack.toml",
        "tours first-look stops",
        "at least two stops",
    ),
    "far away": (
        put(WHEEL, "plan_y = 0.47", "plan_y = 0.47\nlat = 51.9\nlon = -1.2577"),
        WARNING,
        WHEEL,
        "lat",
        "16.5 km from the site",
    ),
    "exchanged": (
        put(WHEEL, "plan_y = 0.47", "plan_y = 0.47\nlat = -1.2577\nlon = 51.752"),
        ERROR,
        WHEEL,
        "lat",
        "seem exchanged",
    ),
    "no plan": (put("pack.toml", 'plan = "plan.svg"', "# no plan"), WARNING, WHEEL, "plan_x", "never seen"),
    "same spot": (
        put(WHEEL, "plan_x = 0.225", "plan_x = 0.66"),
        WARNING,
        STONES,
        "plan_x",
        "covers that of wheel",
    ),
    "forgotten": (picture("old.jpg", 1600, 1200), WARNING, "media/old.jpg", "", "nothing names it"),
    "other language": (
        add("stops/wheel/de.toml", 'title = "Das Rad"'),
        WARNING,
        "stops/wheel/de.toml",
        "",
        "nothing reads it",
    ),
    "broken drawing": (add("media/wheel.svg", "<svg"), ERROR, "media/wheel.svg", "", "cannot be rendered"),
    "drawing's link": (
        put("media/wheel.svg", "</svg>", '<image href="../x.png"/></svg>'),
        ERROR,
        "media/wheel.svg",
        "",
        "no file beside it",
    ),
    "small picture": (exchange_picture(400, 300), WARNING, "media/wheel.jpg", "", "400 x 300 px are too few"),
    "large picture": (
        exchange_picture(8000, 6000),
        NOTE,
        "media/wheel.jpg",
        "",
        "far more than a screen has",
    ),
    "long picture": (exchange_picture(4000, 900), WARNING, "media/wheel.jpg", "", "4 times as long as wide"),
    "no rights": (
        put(WHEEL, 'rights = "CC0 1.0"', ""),
        WARNING,
        WHEEL,
        "images rights",
        "wheel.svg has no rights",
    ),
    "recording's name": (
        record("wheel.loud.en.opus"),
        ERROR,
        "recordings/wheel.loud.en.opus",
        "",
        "the name is not",
    ),
    "recording's stop": (
        record("whale.glance.en.opus"),
        ERROR,
        "recordings/whale.glance.en.opus",
        "",
        "no stop 'whale'",
    ),
    "recording's language": (
        record("wheel.glance.de.opus"),
        ERROR,
        "recordings/wheel.glance.de.opus",
        "",
        "no language 'de'",
    ),
    "recording's voice": (
        record("wheel.glance.en.opus", voices="# nobody"),
        ERROR,
        "recordings/recordings.toml",
        "voice.en",
        "nobody says who speaks",
    ),
    "timings alone": (
        add("recordings/wheel.glance.en.vtt", TIMINGS),
        WARNING,
        "recordings/wheel.glance.en.vtt",
        "",
        "no recording of this name",
    ),
}


# Where one slip really has two effects, both have to be mended.
SEVERAL = frozenset({"no plan", "source not used"})
