"""Writes what the guide of one's own reads of a pack: ways, sums, trials, what was given back, how long telling takes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kiosk.model.content import Depth, VoiceKind
from kiosk.model.site_sums import NO_SUMS
from kiosk.model.telling_time import estimate_seconds
from kiosk.packs.catalogue_file import CatalogueFile, make_stop_id
from kiosk.packs.catalogue_values import MAX_TELLING_S
from kiosk.packs.media_shelf import MediaShelf
from kiosk.packs.pack_source import PackSource, StopSource, StopText, VoiceSource
from kiosk.packs.source_trials import OTHER


def write_guide(writer: CatalogueFile, source: PackSource) -> None:
    """Write what is the same in every language into the core."""
    site_id = source.site.id
    for position, way in enumerate(source.ways):
        ends = (make_stop_id(source, way.from_stop), make_stop_id(source, way.to_stop))
        what = (way.metres, str(way.kind), int(way.closed), way.name)
        writer.add("way", [(site_id, way.id, position, *ends, *what)])
    writer.add("talk_back", [(site_id, allowed) for allowed in sorted(source.allows)])
    _write_sums(writer, source)


def write_tellings(writer: CatalogueFile, source: PackSource, language: str, shelf: MediaShelf) -> None:
    """Write how many seconds each stop takes to tell at each depth in a language."""
    for stop in source.stops:
        seconds = _measure_tellings(stop, language, shelf)
        if seconds:
            stop_id = make_stop_id(source, stop.id)
            writer.add("telling", [(stop_id, *(seconds.get(depth, 0) for depth in Depth))])


def write_questions(writer: CatalogueFile, stop_id: str, text: StopText) -> None:
    """Write the questions of a stop in one language."""
    for position, one in enumerate(text.questions):
        writer.add("question", [(stop_id, position, one.id, one.text, one.right, one.because)])
        writer.add("answer", [(stop_id, position, at, words) for at, words in enumerate(one.answers)])


def write_other_texts(writer: CatalogueFile, stop_id: str, stop: StopSource, language: str) -> None:
    """Write the other version of what is told of a stop in one language, where one is on trial."""
    for text in stop.other_texts:
        if text.language == language:
            writer.add(
                "text", [(stop_id, str(depth), OTHER, words) for depth, words in text.by_depth.items()]
            )


def write_voices(
    writer: CatalogueFile, about: str, voices: Sequence[VoiceSource], language: str, shelf: MediaShelf
) -> None:
    """Write what visitors said in one language; ``about`` is the stop's id, or the site's."""
    for position, one in enumerate(voice for voice in voices if voice.language == language):
        blob = shelf.sound(one.recording).blob if one.recording else None
        sound = (blob.sha256, blob.media_type) if blob else ("", "")
        said = (one.id, str(one.kind), one.text, one.said_on, one.answer)
        writer.add("voice", [(about, position, *said, *sound)])


def _write_sums(writer: CatalogueFile, source: PackSource) -> None:
    sums = source.sums
    if sums == NO_SUMS:
        return
    writer.add("site_sums", [(source.site.id, sums.visits, sums.until, *sums.ratings)])
    stops = [
        (make_stop_id(source, stop), one.visits, *(one.holding_s or (None, None, None)))
        for stop, one in sums.stops.items()
    ]
    writer.add("stop_sums", sorted(stops))
    moves = [
        (make_stop_id(source, one), make_stop_id(source, other), visits)
        for (one, other), visits in sums.moves.items()
    ]
    writer.add("move", sorted(moves))


def _measure_tellings(stop: StopSource, language: str, shelf: MediaShelf) -> Mapping[Depth, int]:
    """Return whole seconds by depth: a person's recording counts before a computer's, and both before the text."""
    texts = (text.by_depth for text in stop.texts if text.language == language)
    found = {depth: estimate_seconds(words) for by_depth in texts for depth, words in by_depth.items()}
    told = [one for one in stop.recordings if one.language == language]
    for recording in sorted(told, key=lambda one: one.voice_kind is VoiceKind.PERSON):
        found[recording.depth] = shelf.sound(recording.file).duration_ms / 1000
    return {depth: min(math.ceil(seconds), MAX_TELLING_S) for depth, seconds in found.items()}
