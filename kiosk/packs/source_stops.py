"""Reads ``stops/<id>/``: ``stop.toml`` and one TOML of texts a language."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.model.content import Depth
from kiosk.model.marker import ALPHABET, ID_LENGTH
from kiosk.model.place_offer import LEAST_RADIUS_M, MOST_RADIUS_M
from kiosk.packs.catalogue_values import MOST_LOOK_S
from kiosk.packs.findings import Findings
from kiosk.packs.names import ITEM_ID, STOP_CODE, STOP_NUMBER
from kiosk.packs.pack_source import (
    ArtifactSource,
    FactSource,
    ImageSource,
    Origin,
    RecordingSource,
    StopSource,
    StopText,
)
from kiosk.packs.source_doubles import UNKNOWN_ORDER, refuse_double_ids
from kiosk.packs.source_fields import Fields, read_toml, shorten
from kiosk.packs.source_files import find_media_file
from kiosk.packs.source_films import read_stop_films
from kiosk.packs.source_questions import read_questions
from kiosk.packs.source_site import read_hours
from kiosk.packs.source_sounds import read_stop_sounds
from kiosk.packs.source_trials import choose_other_recordings, read_other_texts, refuse_lonely_recordings
from kiosk.packs.source_voices import VISITORS_FILE, read_voices


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a stop may refer to in the rest of its pack.

    ``floors``, ``tags`` and ``sources`` are None where they could not be read: then nothing is said of them.
    """

    folder: Path
    languages: tuple[str, ...]
    fallback_language: str
    label_key: str = field(repr=False)
    stops: frozenset[str]
    floors: frozenset[str] | None
    tags: frozenset[str] | None
    sources: frozenset[str] | None
    recordings: Mapping[str, list[RecordingSource]]


def read_stop(stop_id: str, around: Surroundings, findings: Findings) -> StopSource:
    """Return one stop of a source; what is wrong with it is in ``findings``."""
    file = f"stops/{stop_id}/stop.toml"
    top = read_toml(around.folder / file, file, findings)
    texts, alts = _read_languages(stop_id, around, findings)
    entries = top.tables("images")
    recordings = around.recordings.get(stop_id, ())
    other_texts = read_other_texts(stop_id, around.folder, texts, findings)
    stop = StopSource(
        id=stop_id,
        origin=Origin(file),
        number=top.text("number", form=STOP_NUMBER, like='"12"'),
        code=top.text("code", form=STOP_CODE, like=f'"{_draw_code(stop_id, around)}", drawn for this stop'),
        order=_read_order(top),
        floor=top.text("floor", ""),
        plan_x=top.number("plan_x", low=0, high=1),
        plan_y=top.number("plan_y", low=0, high=1),
        lat=top.number("lat", low=-90, high=90),
        lon=top.number("lon", low=-180, high=180),
        radius_m=top.number("radius_m", low=LEAST_RADIUS_M, high=MOST_RADIUS_M),
        opens_by_place=top.flag("opens_by_place"),
        tags=top.words("tags"),
        images=tuple(image for entry in entries if (image := _read_image(entry, around.folder, alts))),
        artifacts=tuple(_read_artifact(entry) for entry in top.tables("artifacts")),
        texts=texts,
        recordings=tuple(one for one in recordings if not one.version),
        films=read_stop_films(top, around.folder, findings),
        sounds=read_stop_sounds(top, around.folder),
        closed=top.flag("closed"),
        opening_hours=read_hours(top),
        added_on=top.date("added", may_be_missing=True),
        look_s=top.integer("look_s", 0, high=MOST_LOOK_S),
        other_texts=other_texts,
        other_recordings=choose_other_recordings(recordings, other_texts, findings),
        voices=read_voices(f"stops/{stop_id}/{VISITORS_FILE}", around.folder, around.languages, findings),
    )
    top.finish()
    _check_references(stop, around, top)
    refuse_double_ids(file, "artifacts", stop.artifacts, findings)
    refuse_lonely_recordings(stop.other_recordings, texts, stop.recordings, findings)
    # A picture that is not there may well be the one described.
    if len(stop.images) == len(entries) and not top.has_told("images"):
        _warn_of_stray_descriptions(stop_id, alts, {str(entry.value("file")) for entry in entries}, findings)
    return stop


def _read_order(top: Fields) -> int:
    """Return the stop's place in the order; below 0 where it is not known, so that no other stop shares it."""
    order = top.integer("order")
    return UNKNOWN_ORDER if top.has_told("order") else order


def _warn_of_stray_descriptions(
    stop_id: str, alts: Mapping[str, Mapping[str, str]], files: set[str], findings: Findings
) -> None:
    for language, words in alts.items():
        for name in sorted(words.keys() - files):
            what = f"{shorten(name)} is no picture of this stop"
            remedy = "name it in stop.toml too, or mend the name"
            findings.warn(f"stops/{stop_id}/{language}.toml", "alt", what, remedy, kind="dead_link")


def _draw_code(stop_id: str, around: Surroundings) -> str:
    """Return a code to write down for a stop that has none: the same each time, and nobody's guess."""
    digest = hashlib.sha256(f"{around.label_key}\n{stop_id}".encode()).digest()
    return "".join(ALPHABET[byte & 31] for byte in digest[:ID_LENGTH])


def _read_image(entry: Fields, folder: Path, alts: Mapping[str, Mapping[str, str]]) -> ImageSource | None:
    name = entry.text("file")
    focus_x, focus_y = entry.point("focus")
    path = find_media_file(folder, name, entry, "file") if name else None
    credit, rights = entry.text("credit", ""), entry.text("rights", "")
    entry.finish()
    if path is None:
        return None
    alt = {language: words[name] for language, words in alts.items() if name in words}
    return ImageSource(path, focus_x, focus_y, credit, rights, alt)


def _read_artifact(entry: Fields) -> ArtifactSource:
    artifact = ArtifactSource(
        id=entry.text("id", form=ITEM_ID, like='"iron-pillar"'),
        object_number=entry.text("object_number", ""),
        object_name=entry.texts("object_name"),
        brief_description=entry.texts("brief_description"),
    )
    entry.finish()
    return artifact


def _read_languages(
    stop_id: str, around: Surroundings, findings: Findings
) -> tuple[tuple[StopText, ...], dict[str, dict[str, str]]]:
    texts: list[StopText] = []
    alts: dict[str, dict[str, str]] = {}
    for language in around.languages:
        file = f"stops/{stop_id}/{language}.toml"
        path = around.folder / file
        if not path.exists() and language != around.fallback_language:
            what = "the stop has no text in this language"
            remedy = "write it; visitors get the fall-back"
            findings.warn(file, "", what, remedy, kind="language_missing")
            continue
        top = read_toml(path, file, findings)
        texts.append(_read_text(top, language, around))
        alts[language] = top.texts("alt")
        top.finish()
    return tuple(texts), alts


def _read_text(top: Fields, language: str, around: Surroundings) -> StopText:
    required = None if language == around.fallback_language else ""
    by_depth = {
        depth: text
        for depth in Depth
        if (text := top.text(depth.value, required if depth is Depth.GLANCE else ""))
    }
    return StopText(
        language=language,
        origin=Origin(top.file),
        title=top.text("title", required),
        where=top.text("where", ""),
        by_depth=by_depth,
        facts=tuple(_read_fact(entry, around) for entry in top.tables("facts")),
        questions=read_questions(top),
    )


def _read_fact(entry: Fields, around: Surroundings) -> FactSource:
    fact = FactSource(entry.text("text"), entry.words("sources"))
    if not fact.sources and not entry.has_told("sources"):
        remedy = "name at least one id of sources.toml"
        entry.error("sources", "the fact rests on nothing", remedy, kind="source_missing")
    for source in dict.fromkeys(fact.sources):
        if around.sources is not None and source not in around.sources:
            what = f"there is no source {shorten(source)}"
            entry.error("sources", what, "add it to sources.toml or mend the id", kind="dead_link")
    entry.finish()
    return fact


def _check_references(stop: StopSource, around: Surroundings, top: Fields) -> None:
    if stop.floor and around.floors is not None and stop.floor not in around.floors:
        what = f"there is no floor {shorten(stop.floor)}"
        top.error("floor", what, "name an id of [[floors]] in pack.toml", kind="dead_link")
    for tag in dict.fromkeys(stop.tags):
        if around.tags is not None and tag not in around.tags:
            what = f"there is no tag {shorten(tag)}"
            top.error("tags", what, "name an id of [[tags]] in pack.toml", kind="dead_link")
    for one, other in (("plan_x", "plan_y"), ("lat", "lon")):
        half = (getattr(stop, one) is None) != (getattr(stop, other) is None)
        if half and not top.has_told(one) and not top.has_told(other):
            top.error(one, "half a place is given", f"give both of {one} and {other}, or none")
    _check_outdoors(stop, top)


def _check_outdoors(stop: StopSource, top: Fields) -> None:
    """Say that what is to happen where the stop stands never will: nobody knows where that is."""
    for key, is_given in (("radius_m", stop.radius_m is not None), ("opens_by_place", stop.opens_by_place)):
        if is_given and stop.lat is None and not top.has_told("lat"):
            top.warn(key, "it means nothing without a place", "give lat and lon too", kind="place_missing")
