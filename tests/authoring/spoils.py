"""Ways to spoil the example of a pack source: each returns what plants one fault into a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.authoring.faulty_sources import change, write
from tests.packs.small_source import write_tone

Spoil = Callable[[Path], None]
WHEEL, WHEEL_EN, WHEEL_FR = (f"stops/wheel/{name}.toml" for name in ("stop", "en", "fr"))
VOICE = '[voice.en]\ncredit = "A tone"\nkind = "computer"\n'


def put(name: str, old: str, new: str) -> Spoil:
    return lambda folder: change(folder, name, old, new)


def put_all(name: str, old: str, new: str) -> Spoil:
    return lambda folder: write(folder, name, (folder / name).read_text("utf-8").replace(old, new))


def add(name: str, text: str) -> Spoil:
    return lambda folder: write(folder, name, text)


def end(name: str, at: str) -> Spoil:
    """Cut a file off before ``at``."""
    return lambda folder: write(folder, name, (folder / name).read_text("utf-8").partition(at)[0])


def cut_line(name: str, beginning: str) -> Spoil:
    def spoil(folder: Path) -> None:
        lines = (folder / name).read_text("utf-8").splitlines()
        write(folder, name, "\n".join(line for line in lines if not line.startswith(beginning)))

    return spoil


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
