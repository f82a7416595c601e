"""What is to be rendered of a pack: texts that nobody recorded, and those that have changed since they were rendered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.packs.narrated_notes import NARRATED_FOLDER, SOUND_SUFFIX, NarratedNotes, hash_text
from kiosk.packs.pack_source import PackSource, StopSource, StopText
from kiosk.packs.source_narrated import Told, format_name
from kiosk.packs.source_trials import OTHER

HashSaid = Callable[[str, str], str]
"""Returns the hash of what a voice is given for a text in a language."""


class Reason(StrEnum):
    """Why a text is rendered."""

    MISSING = "missing"
    CHANGED = "changed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author asked for; empty for everything. ``stops`` are ids or numbers.

    ``again`` renders what is up to date, too.
    """

    languages: tuple[str, ...] = ()
    depths: tuple[Depth, ...] = ()
    stops: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class NarrationJob:
    """One text to render. ``said`` is the hash of what the voice is given."""

    told: Told
    text: str
    said: str
    reason: Reason

    @property
    def name(self) -> str:
        """Return its name among the renderings: ``wheel.story.en``."""
        return format_name(self.told)

    @property
    def language(self) -> str:
        """Return the text's language."""
        return self.told[2]


@dataclass(frozen=True, slots=True)
class NarrationPlan:
    """``jobs`` in the order of the stops; how many texts are ``current`` and how many are ``recorded`` by somebody."""

    jobs: tuple[NarrationJob, ...]
    current: int
    recorded: int


def make_plan(source: PackSource, notes: NarratedNotes, wish: Wish, hash_said: HashSaid) -> NarrationPlan:
    """Return what is to be rendered.

    Args:
        source: The pack's source, read with what was rendered before.
        notes: What was rendered before, and of what.
        wish: What the author asked for.
        hash_said: How a text's words for a voice are hashed.

    Raises:
        KioskError: ``authoring.no-such-stop``, ``authoring.no-such-language``: the pack has it not.
    """
    _refuse_strange(source, wish)
    recorded = set(_list_recorded(source))
    jobs: list[NarrationJob] = []
    current = others = 0
    for told, text in _list_texts(source, wish):
        said = hash_said(text, told[2])
        reason = _find_reason(source.folder, notes, told, text, said)
        if told in recorded:
            others += 1
        elif reason is None and not wish.again:
            current += 1
        else:
            jobs.append(NarrationJob(told, text, said, reason or Reason.ASKED))
    return NarrationPlan(tuple(jobs), current, others)


def is_rendering(path: Path) -> bool:
    """Tell whether a recording's file is a rendering of the program."""
    return path.parent.name == NARRATED_FOLDER


def _refuse_strange(source: PackSource, wish: Wish) -> None:
    numbers = {stop.number for stop in source.stops} | {stop.id for stop in source.stops}
    _refuse(set(wish.stops) - numbers, "stop", [stop.id for stop in source.stops])
    _refuse(set(wish.languages) - set(source.languages), "language", source.languages)


def _refuse(strange: Collection[str], kind: str, known: Collection[str]) -> None:
    if strange:
        shown = ", ".join(sorted(known)[:20])
        raise KioskError(
            "Nothing was rendered",
            thing=f"{kind} {', '.join(sorted(strange))[:100]}",
            expected=f"a {kind} of this pack: {shown}",
            found="none of that name",
            remedy="mend the name, or leave it out to render everything",
            code="authoring.no-such-stop" if kind == "stop" else "authoring.no-such-language",
        )


def _list_recorded(source: PackSource) -> Iterator[Told]:
    for stop in source.stops:
        for one in (*stop.recordings, *stop.other_recordings):
            if not is_rendering(one.file):
                yield stop.id, one.depth, one.language, one.version


def _list_texts(source: PackSource, wish: Wish) -> Iterator[tuple[Told, str]]:
    for stop in source.stops:
        if wish.stops and not {stop.id, stop.number} & set(wish.stops):
            continue
        for language in source.languages:
            if not wish.languages or language in wish.languages:
                yield from _list_depths(stop, stop.texts, language, "", wish.depths)
                yield from _list_depths(stop, stop.other_texts, language, OTHER, wish.depths)


def _list_depths(
    stop: StopSource, written: Sequence[StopText], language: str, version: str, depths: tuple[Depth, ...]
) -> Iterator[tuple[Told, str]]:
    texts = next((text.by_depth for text in written if text.language == language), {})
    for depth in Depth:
        if depth in texts and (not depths or depth in depths):
            yield (stop.id, depth, language, version), texts[depth]


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _find_reason(folder: Path, notes: NarratedNotes, told: Told, text: str, said: str) -> Reason | None:
    name = format_name(told)
    before = notes.rendered.get(name)
    sound = folder / NARRATED_FOLDER / f"{name}{SOUND_SUFFIX}"
    if before is None or not all(map(_holds_something, (sound, sound.with_suffix(".vtt")))):
        return Reason.MISSING
    if before.text != hash_text(text) or before.said not in ("", said):
        return Reason.CHANGED
    return None
