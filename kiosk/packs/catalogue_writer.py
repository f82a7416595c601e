"""Writes a pack's catalogues: the same source gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.model.content import FilmKind
from kiosk.packs.catalogue_file import CatalogueFile, Row, make_stop_id
from kiosk.packs.catalogue_guide import (
    write_guide,
    write_other_texts,
    write_questions,
    write_tellings,
    write_voices,
)
from kiosk.packs.folding import fold_number
from kiosk.packs.manifest import CORE, LANGUAGE_PREFIX, RECOGNITION
from kiosk.packs.media_shelf import MediaShelf
from kiosk.packs.pack_source import ByLanguage, PackSource, StopSource, StopText
from kiosk.packs.signatures import Joined
from kiosk.packs.stop_sets import MAX_STOPS
from kiosk.packs.word_index import WordIndex


def write_core(path: Path, source: PackSource, shelf: MediaShelf) -> None:
    """Write the catalogue of what is the same in every language to ``path``, which must not exist."""
    with CatalogueFile(path, CORE) as writer:
        _write_pack_and_site(writer, source, shelf)
        for rank, stop in enumerate(rank_stops(source)):
            _write_stop(writer, source.site.id, stop, rank, shelf)
        for position, tour in enumerate(source.tours):
            writer.add("tour", [(tour.id, source.site.id, position, tour.minutes, str(tour.kind))])
            stop_ids = (make_stop_id(source, stop) for stop in tour.stops)
            writer.add("tour_stop", [(tour.id, at, stop_id) for at, stop_id in enumerate(stop_ids)])
        writer.add("tag", [(tag.id, position) for position, tag in enumerate(source.tags)])
        writer.add(
            "nearby",
            [
                (
                    p.id,
                    source.site.id,
                    at,
                    p.lat,
                    p.lon,
                    p.source,
                    p.opening_hours,
                    p.timezone,
                    p.walk_m,
                    int(p.lesser_known),
                )
                for at, p in enumerate(source.nearby)
            ],
        )
        write_guide(writer, source)
        writer.add("source", [(s.id, s.title, s.author, s.publisher, s.year, s.url) for s in source.sources])
        writer.add(
            "media",
            [
                (p.sha256, p.media_type, p.size_bytes, p.width_px, p.height_px, p.data)
                for _, p in sorted(shelf.pictures.items())
            ],
        )


def write_language(path: Path, source: PackSource, language: str, shelf: MediaShelf) -> None:
    """Write the catalogue of one language to ``path``, which must not exist."""
    with CatalogueFile(path, LANGUAGE_PREFIX + language) as writer:
        writer.add("pack", [(source.id, source.version, language)])
        writer.add("name", _names(source, language))
        for stop in source.stops:
            stop_id = make_stop_id(source, stop.id)
            for text in stop.texts:
                if text.language == language:
                    _write_text(writer, stop_id, text)
            _write_stop_words(writer, stop_id, stop, language)
            write_other_texts(writer, stop_id, stop, language)
            _write_recordings(writer, stop_id, stop, language, shelf)
            write_voices(writer, stop_id, stop.voices, language, shelf)
        write_voices(writer, source.site.id, source.voices, language, shelf)
        write_tellings(writer, source, language, shelf)
        entries = source.pronunciations.get(language, ())
        writer.add("pronunciation", [(one.written, one.said, one.phonemes) for one in entries])
        index = _index_words(source, language)
        writer.add("search_word", index.words())
        writer.add("search_beginning", index.beginnings())
        writer.add("search_vocabulary", index.vocabulary())
        writer.add("search_title", index.titles())


def write_films(path: Path, source: PackSource, kind: FilmKind, shelf: MediaShelf) -> None:
    """Write the catalogue of all films of one kind to ``path``, which must not exist."""
    with CatalogueFile(path, kind) as writer:
        writer.add("pack", [(source.id, source.version, str(kind))])
        for stop in source.stops:
            for film in (film for film in stop.films if film.kind is kind):
                key = (make_stop_id(source, stop.id), film.language, str(film.depth or ""))
                shelved = shelf.film(film.file)
                what = (shelved.blob.sha256, shelved.blob.media_type, shelved.duration_ms)
                writer.add("film", [(*key, *what, film.credit, film.rights, film.captions)])
                writer.add("film_title", [(*key, tag, title) for tag, title in film.title.items()])


def write_recognition(path: Path, source: PackSource, joined: Joined) -> None:
    """Write the catalogue of what a camera knows the stops' pictures by to ``path``, which must not exist."""
    ids = {file: picture for picture, file in enumerate(sorted(joined.looks))}
    with CatalogueFile(path, RECOGNITION) as writer:
        writer.add("pack", [(source.id, source.version, RECOGNITION)])
        writer.add("vocabulary", [(0, joined.vocabulary)] if joined.vocabulary else [])
        writer.add(
            "look", [(ids[file], look.words, look.signature) for file, look in sorted(joined.looks.items())]
        )
        shown = {
            (ids[image.file], make_stop_id(source, stop.id))
            for stop in source.stops
            for image in stop.images
            if image.file in ids
        }
        writer.add("look_of", sorted(shown))


def rank_stops(source: PackSource) -> list[StopSource]:
    """Return the stops by rank: in the curator's order, by id where that leaves it open."""
    return sorted(source.stops, key=lambda stop: (stop.order, stop.id))


def _write_pack_and_site(writer: CatalogueFile, source: PackSource, shelf: MediaShelf) -> None:
    site = source.site
    writer.add(
        "pack", [(source.id, source.version, source.publisher, source.reviewed_on, source.fallback_language)]
    )
    writer.add("language", [(tag, position) for position, tag in enumerate(source.languages)])
    wordmark = shelf.picture(site.wordmark).sha256 if site.wordmark else ""
    place = (site.lat, site.lon, site.opening_hours, site.timezone)
    label = (source.label_host, source.label_key, site.accent, site.floor_area_m2, wordmark)
    writer.add("site", [(site.id, *place, *label)])
    writer.add("attract", [(site.id, at, shelf.picture(path).sha256) for at, path in enumerate(site.attract)])
    writer.add(
        "floor",
        [
            (
                site.id,
                floor.id,
                floor.level,
                shelf.picture(floor.plan).sha256 if floor.plan else "",
                floor.width_m,
            )
            for floor in source.floors
        ],
    )


def _write_stop(writer: CatalogueFile, site_id: str, stop: StopSource, rank: int, shelf: MediaShelf) -> None:
    stop_id = f"{site_id}/{stop.id}"
    place = (
        stop.floor,
        stop.plan_x,
        stop.plan_y,
        stop.lat,
        stop.lon,
        stop.radius_m,
        int(stop.opens_by_place),
    )
    number = (stop.number, fold_number(stop.number))
    shown = (int(stop.closed), stop.opening_hours, stop.added_on, stop.look_s)
    writer.add("stop", [(stop_id, rank, site_id, *number, stop.code, stop.order, *place, *shown)])
    writer.add("stop_tag", [(stop_id, position, tag) for position, tag in enumerate(stop.tags)])
    for position, image in enumerate(stop.images):
        names = (shelf.picture(image.file).sha256, shelf.thumbnail(image.file).sha256)
        writer.add(
            "image",
            [(stop_id, position, *names, image.focus_x, image.focus_y, image.credit, image.rights)],
        )
    for position, sound in enumerate(stop.sounds):
        shelved = shelf.sound(sound.file, sound.kind)
        what = (shelved.blob.sha256, shelved.blob.media_type, str(sound.kind), shelved.duration_ms)
        writer.add("sound", [(stop_id, position, *what, int(sound.loops), sound.credit, sound.rights)])
    writer.add("artifact", [(stop_id, at, a.id, a.object_number) for at, a in enumerate(stop.artifacts)])


def _names(source: PackSource, language: str) -> Iterable[Row]:
    named: list[tuple[str, str, ByLanguage, ByLanguage]] = [
        ("site", source.site.id, source.site.name, source.site.summary)
    ]
    named += [("floor", floor.id, floor.name, {}) for floor in source.floors]
    named += [("tag", tag.id, tag.name, {}) for tag in source.tags]
    named += [("tour", tour.id, tour.name, tour.summary) for tour in source.tours]
    named += [("nearby", place.id, place.name, place.summary) for place in source.nearby]
    return [
        (kind, id_, names[language], summaries.get(language, ""))
        for kind, id_, names, summaries in named
        if language in names
    ]


def _index_words(source: PackSource, language: str) -> WordIndex:
    """Return the words of the stops; tours come after the last stop, and sites near by after the last tour."""
    index = WordIndex()
    tags = {tag.id: tag.name.get(language, "") for tag in source.tags}
    stops = rank_stops(source)
    for rank, stop in enumerate(stops):
        named = [*(tags.get(tag, "") for tag in stop.tags), *_name_artifacts(stop, language)]
        for text in stop.texts:
            if text.language == language:
                said = (text.where, *text.by_depth.values(), *(fact.text for fact in text.facts))
                index.add(rank, text.title, (*said, *named))
    beside = [(tour.name, tour.summary) for tour in source.tours]
    beside += [(place.name, place.summary) for place in source.nearby]
    for rank, (name, summary) in enumerate(beside[: MAX_STOPS - len(stops)], start=len(stops)):
        if language in name:
            index.add(rank, name[language], (summary.get(language, ""),))
    return index


def _name_artifacts(stop: StopSource, language: str) -> Iterator[str]:
    for artifact in stop.artifacts:
        yield artifact.object_name.get(language, "")
        yield artifact.brief_description.get(language, "")


def _write_text(writer: CatalogueFile, stop_id: str, text: StopText) -> None:
    if text.title:
        writer.add("title", [(stop_id, text.title, text.where)])
    writer.add("text", [(stop_id, str(depth), "", words) for depth, words in text.by_depth.items()])
    for position, fact in enumerate(text.facts):
        writer.add("fact", [(stop_id, position, fact.text)])
        writer.add("fact_source", [(stop_id, position, at, source) for at, source in enumerate(fact.sources)])
    write_questions(writer, stop_id, text)


def _write_stop_words(writer: CatalogueFile, stop_id: str, stop: StopSource, language: str) -> None:
    writer.add(
        "alt",
        [(stop_id, at, image.alt[language]) for at, image in enumerate(stop.images) if language in image.alt],
    )
    writer.add(
        "sound_text",
        [
            (stop_id, at, sound.title.get(language, ""), sound.description.get(language, ""))
            for at, sound in enumerate(stop.sounds)
            if language in sound.title or language in sound.description
        ],
    )
    writer.add(
        "artifact_text",
        [
            (stop_id, a.id, a.object_name[language], a.brief_description.get(language, ""))
            for a in stop.artifacts
            if language in a.object_name
        ],
    )


def _write_recordings(
    writer: CatalogueFile, stop_id: str, stop: StopSource, language: str, shelf: MediaShelf
) -> None:
    for recording in (*stop.recordings, *stop.other_recordings):
        if recording.language == language:
            sound = shelf.sound(recording.file)
            what = (sound.blob.sha256, sound.blob.media_type, sound.duration_ms)
            told = (stop_id, str(recording.depth), recording.version, str(recording.voice_kind))
            writer.add("recording", [(*told, *what, recording.credit, recording.timings)])
