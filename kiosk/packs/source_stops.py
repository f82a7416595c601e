"""Reads ``stops/<id>/``: ``stop.toml`` and one TOML of texts a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.content import Depth
from kiosk.packs.findings import Findings
from kiosk.packs.names import ITEM_ID, STOP_CODE, STOP_NUMBER
from kiosk.packs.pack_source import (
    ArtifactSource,
    FactSource,
    ImageSource,
    RecordingSource,
    StopSource,
    StopText,
)
from kiosk.packs.source_fields import Fields, read_toml
from kiosk.packs.source_files import find_media_file


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a stop may refer to in the rest of its pack."""

    folder: Path
    languages: tuple[str, ...]
    fallback_language: str
    floors: frozenset[str]
    tags: frozenset[str]
    sources: frozenset[str]
    recordings: Mapping[str, list[RecordingSource]]


def read_stop(stop_id: str, around: Surroundings, findings: Findings) -> StopSource:
    """Return one stop of a source; what is wrong with it is in ``findings``."""
    file = f"stops/{stop_id}/stop.toml"
    top = read_toml(around.folder / file, file, findings)
    texts, alts = _read_languages(stop_id, around, findings)
    stop = StopSource(
        id=stop_id,
        number=top.text("number", form=STOP_NUMBER, like='"12"'),
        code=top.text("code", form=STOP_CODE, like='"7K3M9QXT" (8 of 0-9 A-Z without I L O U)'),
        order=top.integer("order"),
        floor=top.text("floor", ""),
        plan_x=top.number("plan_x", low=0, high=1),
        plan_y=top.number("plan_y", low=0, high=1),
        lat=top.number("lat", low=-90, high=90),
        lon=top.number("lon", low=-180, high=180),
        tags=top.words("tags"),
        images=tuple(
            image for entry in top.tables("images") if (image := _read_image(entry, around.folder, alts))
        ),
        artifacts=tuple(_read_artifact(entry) for entry in top.tables("artifacts")),
        texts=texts,
        recordings=tuple(around.recordings.get(stop_id, ())),
    )
    top.finish()
    _check_references(stop, around, top)
    for artifact_id, count in Counter(artifact.id for artifact in stop.artifacts).items():
        if artifact_id and count > 1:
            top.error("artifacts id", f"{artifact_id!r} is used {count} times", "give each its own")
    _check_recorded_texts(stop, findings)
    return stop


def _read_image(entry: Fields, folder: Path, alts: Mapping[str, Mapping[str, str]]) -> ImageSource | None:
    name = entry.text("file")
    focus_x, focus_y = entry.point("focus")
    path = find_media_file(folder, name, entry, "file") if name else None
    credit, rights = entry.text("credit", ""), entry.text("rights", "")
    entry.finish()
    if path is None:
        return None
    alt = {language: words[name] for language, words in alts.items() if name in words}
    if not alt:
        entry.findings.warn(
            entry.file,
            entry.where,
            f"nobody says what is to be seen in {name}",
            "add it under [alt] in each language",
        )
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
        if not path.is_file() and language != around.fallback_language:
            findings.warn(
                file, "", "the stop has no text in this language", "write it; visitors get the fall-back"
            )
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
        title=top.text("title", required),
        where=top.text("where", ""),
        by_depth=by_depth,
        facts=tuple(_read_fact(entry, around) for entry in top.tables("facts")),
    )


def _read_fact(entry: Fields, around: Surroundings) -> FactSource:
    fact = FactSource(entry.text("text"), entry.words("sources"))
    if not fact.sources:
        entry.error("sources", "the fact rests on nothing", "name at least one id of sources.toml")
    for source in fact.sources:
        if source not in around.sources:
            entry.error("sources", f"there is no source {source!r}", "add it to sources.toml or mend the id")
    entry.finish()
    return fact


def _check_references(stop: StopSource, around: Surroundings, top: Fields) -> None:
    if stop.floor and stop.floor not in around.floors:
        top.error("floor", f"there is no floor {stop.floor!r}", "name an id of [[floors]] in pack.toml")
    for tag in stop.tags:
        if tag not in around.tags:
            top.error("tags", f"there is no tag {tag!r}", "name an id of [[tags]] in pack.toml")
    if (stop.plan_x is None) != (stop.plan_y is None) or (stop.lat is None) != (stop.lon is None):
        top.error("", "half a place is given", "give both of plan_x and plan_y, and both of lat and lon")


def _check_recorded_texts(stop: StopSource, findings: Findings) -> None:
    written = {(text.language, depth) for text in stop.texts for depth in text.by_depth}
    for recording in stop.recordings:
        if (recording.language, recording.depth) not in written:
            findings.warn(
                f"recordings/{recording.file.name}",
                "",
                "there is no text at this depth in this language, so there are no captions",
                "write down what is said",
            )
