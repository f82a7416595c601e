"""``narrated/narrated.toml``: which computer's voice rendered which text of a pack, and how the text stood then.

Written by the program, read by it again: what was rendered of a text that has changed since is known by the hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.packs.findings import Findings
from kiosk.packs.source_fields import Fields, read_toml

NARRATED_FOLDER = "narrated"
NOTES_FILE = f"{NARRATED_FOLDER}/narrated.toml"
# A name is <stop>.<depth>.<language>; of a sound, .opus is added, of its timings, .vtt.
SOUND_SUFFIX = ".opus"
_HASH_SIGNS = 32
_HEADING = """\
# Computer voices that tell what nobody recorded. Written by "kiosk pack narrate", which renders a text again when
# it has changed. A person's recording of the same text, in recordings/, is told before these.
"""


@dataclass(frozen=True, slots=True)
class NarratingVoice:
    """A voice that rendered: the engine's and its own name, how visitors are told of it, whose terms it is under."""

    engine: str
    voice: str
    credit: str
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Narrated:
    """One rendering: ``voice`` names a voice of the notes.

    ``text`` is the hash of the text as it is written, ``said`` that of what the voice was given for it; ``said`` is
    "" where that is not known.
    """

    voice: str
    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class NarratedNotes:
    """All renderings of a pack by their names, and the voices by theirs."""

    voices: Mapping[str, NarratingVoice] = field(default_factory=dict)
    rendered: Mapping[str, Narrated] = field(default_factory=dict)


def hash_text(text: str) -> str:
    """Return the hash by which a text is known again: blanks and line ends count for nothing."""
    return hash_words(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def hash_words(parts: Iterable[str]) -> str:
    """Return the hash of some texts in their order."""
    raw = json.dumps(list(parts), ensure_ascii=False)
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_SIGNS]


def read_notes(folder: Path, findings: Findings) -> NarratedNotes:
    """Return the notes of the pack source in ``folder``; none where nothing was rendered. Faults are findings."""
    if not (folder / NOTES_FILE).exists():
        return NarratedNotes()
    top = read_toml(folder / NOTES_FILE, NOTES_FILE, findings)
    voices = {name: _read_voice(entry) for name, entry in _list_tables(top, "voices")}
    rendered = {name: _read_rendering(entry, voices) for name, entry in _list_tables(top, "rendered")}
    top.finish()
    return NarratedNotes(voices, rendered)


def format_notes(notes: NarratedNotes) -> str:
    """Return the notes as a TOML file: the same notes give the same file."""
    lines = [_HEADING]
    used = {one.voice for one in notes.rendered.values()}
    for name in sorted(used & notes.voices.keys()):
        voice = notes.voices[name]
        lines.append(f"[voices.{_quote(name)}]")
        lines += [f"{key} = {_quote(getattr(voice, key))}" for key in NarratingVoice.__slots__]
        lines.append("")
    lines.append("[rendered]")
    for name, one in sorted(notes.rendered.items()):
        pairs = ", ".join(f"{key} = {_quote(getattr(one, key))}" for key in Narrated.__slots__)
        lines.append(f"{_quote(name)} = {{ {pairs} }}")
    return "\n".join(lines) + "\n"


def _list_tables(top: Fields, key: str) -> list[tuple[str, Fields]]:
    table = top.table(key)
    return [(name, table.table(name)) for name in table.names()]


def _read_voice(entry: Fields) -> NarratingVoice:
    voice = NarratingVoice(
        entry.text("engine"), entry.text("voice"), entry.text("credit"), entry.text("licence", "")
    )
    entry.finish()
    return voice


def _read_rendering(entry: Fields, voices: Mapping[str, NarratingVoice]) -> Narrated:
    rendering = Narrated(entry.text("voice"), entry.text("text"), entry.text("said", ""))
    if rendering.voice and rendering.voice not in voices:
        entry.error("voice", "there is no such voice", "run: kiosk pack narrate --again", kind="dead_link")
    entry.finish()
    return rendering


def _quote(text: str) -> str:
    # A JSON text is a TOML basic string, but for DEL, which TOML wants escaped too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
