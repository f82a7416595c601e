"""What is missing in the texts of a pack, and what is too long to be read or told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kiosk.authoring.check_signs import find_emoji, find_other_script
from kiosk.authoring.check_telling import Teller, find_text
from kiosk.authoring.table_text import has_lost_letters, mend_garbled
from kiosk.model.content import Depth
from kiosk.model.telling_time import count_signs, estimate_seconds
from kiosk.packs.pack_source import ByLanguage, PackSource, StopSource, StopText

# 80 letters are two lines on a tablet held upright and three beside the picture; a place stands beneath them.
TITLE_SIGNS = 80
PLACE_SIGNS = 90
# Twice what each depth promises a visitor, and for "everything" as long as one stands before one thing.
TOLD_SECONDS = {
    Depth.GLANCE: 45,
    Depth.STORY: 200,
    Depth.DEEP: 600,
    Depth.CHILDREN: 200,
    Depth.DESCRIBED: 200,
}
SUMMARY_SIGNS = 300
ALT_SIGNS = 500
# Shorter texts (a year, a name) may well be the same in two languages.
SAME_SIGNS = 40
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-z]{2,8}|#[0-9]{1,6});|\*\*|\]\(https?://")


def check_texts(teller: Teller) -> None:
    """Check every stop's texts in every language of the pack."""
    for stop in teller.source.stops:
        first = find_text(stop, teller.source.fallback_language)
        for text in (*stop.texts, *stop.other_texts):
            _check_lengths(teller, text)
            _check_signs(teller, text)
        for text in stop.texts:
            if first is not None and text is not first:
                _check_translation(teller, stop, first, text)
        _check_alternatives(teller, stop)
        _check_transcripts(teller, stop)
    _check_sourced(teller)
    if teller.is_table:
        _check_table_alternatives(teller)
    else:
        _check_names(teller)


def _check_lengths(teller: Teller, text: StopText) -> None:
    for key, words, limit in (("title", text.title, TITLE_SIGNS), ("where", text.where, PLACE_SIGNS)):
        if count_signs(words) > limit:
            what = f"{count_signs(words)} letters do not fit the screen"
            teller.warn(text.origin, key, what, f"keep it under {limit}", "text_too_long")
    for depth, words in text.by_depth.items():
        # A table has one text; its glance is cut from it.
        if (seconds := estimate_seconds(words)) > TOLD_SECONDS[depth] and not _is_cut(text, depth):
            what = f"it takes about {_format_time(seconds)} to tell"
            remedy = f"keep it under {_format_time(TOLD_SECONDS[depth])}, or tell the rest at another depth"
            teller.warn(text.origin, depth.value, what, remedy, "text_very_long")


def _check_signs(teller: Teller, text: StopText) -> None:
    """Tell of marks that would be shown as they are, and of letters that were decoded wrongly."""
    words_by_key = {"title": text.title, "where": text.where}
    words_by_key |= {depth.value: words for depth, words in text.by_depth.items() if not _is_cut(text, depth)}
    for key, words in words_by_key.items():
        if found := MARKUP.search(words):
            what = f"it has markup: {found[0][:40]}"
            teller.warn(
                text.origin, key, what, "write plain text; it is shown as it stands", "text_has_markup"
            )
        if has_lost_letters(words) or mend_garbled(words) != words:
            what = f"letters were decoded wrongly: {_show_garbled(words)}"
            remedy = "copy the text again, and save it as UTF-8"
            teller.warn(text.origin, key, what, remedy, "text_garbled")
        if emoji := find_emoji(words):
            what = f"it has a sign that few devices can show: {emoji}"
            remedy = "take it out; a voice would say its name"
            teller.warn(text.origin, key, what, remedy, "text_has_emoji")
        if script := find_other_script(words, text.language):
            what = f"most of it is in {script} letters"
            remedy = f"see whether it is in {text.language}; a voice would read it as that"
            teller.warn(text.origin, key, what, remedy, "text_other_script")


def _show_garbled(words: str) -> str:
    """Return the first word that is not as it was meant."""
    garbled = (word for word in words.split() if has_lost_letters(word) or mend_garbled(word) != word)
    return next(garbled, "")[:40]


def _is_cut(text: StopText, depth: Depth) -> bool:
    return depth is Depth.GLANCE and bool(text.origin.rows)


def _check_translation(teller: Teller, stop: StopSource, first: StopText, text: StopText) -> None:
    """Tell what is said in the fall-back language only, or only copied from it."""
    language = teller.source.fallback_language
    for key, words in _list_told(first):
        own = dict(_list_told(text)).get(key, "")
        if words and not own:
            what = f"it is missing, while {language} has it"
            remedy = f"translate it; visitors get {language}"
            teller.warn(text.origin, key, what, remedy, "translation_missing")
        elif own == words and count_signs(own) > SAME_SIGNS:
            teller.warn(
                text.origin, key, f"it is the same as in {language}", "translate it", "translation_missing"
            )
    for key, own_count, count in (
        ("facts", len(text.facts), len(first.facts)),
        ("questions", len(text.questions), len(first.questions)),
    ):
        if own_count < count:
            what = f"{own_count} {key}, while {language} has {count}"
            teller.warn(text.origin, key, what, "translate the rest", "translation_missing")
    for artifact in stop.artifacts:
        for key, by_language in (
            ("object_name", artifact.object_name),
            ("brief_description", artifact.brief_description),
        ):
            if by_language and text.language not in by_language:
                where = f"artifacts {artifact.id} {key}.{text.language}"
                teller.warn(stop.origin, where, "it is missing", "translate it", "translation_missing")


def _list_told(text: StopText) -> Iterator[tuple[str, str]]:
    yield "title", text.title
    yield "where", text.where
    for depth in Depth:
        if not _is_cut(text, depth):
            yield depth.value, text.by_depth.get(depth, "")


def _check_alternatives(teller: Teller, stop: StopSource) -> None:
    """Tell which pictures are not described in a language in which the stop is told."""
    for text in stop.texts:
        for image in stop.images:
            words = image.alt.get(text.language, "")
            if count_signs(words) > ALT_SIGNS:
                what = f"the description of {image.file.name} has {count_signs(words)} letters"
                teller.warn(text.origin, "alt", what, f"keep it under {ALT_SIGNS}", "text_too_long")
            elif not words and not text.origin.rows:
                what = f"nobody says what is to be seen in {image.file.name}"
                where = f'alt "{image.file.name}"'
                teller.warn(text.origin, where, what, "write it under [alt]", "alt_missing")


def _check_table_alternatives(teller: Teller) -> None:
    """Tell which rows of a table describe no picture: once for each language, since it is often all of them."""
    for language in teller.source.languages:
        origins = [
            text.origin
            for stop in teller.source.stops
            if (text := find_text(stop, language)) and any(language not in image.alt for image in stop.images)
        ]
        if origins:
            rows = tuple(sorted(row for origin in origins for row in origin.rows))
            what = f"nobody says in {language} what is to be seen in the pictures"
            remedy = "write it in this column"
            where = replace(origins[0], rows=rows)
            teller.warn(where, "image_alt", what, remedy, "alt_missing")


def _check_transcripts(teller: Teller, stop: StopSource) -> None:
    written = {(text.language, depth) for text in stop.texts for depth in text.by_depth}
    for recording in stop.recordings:
        if (recording.language, recording.depth) not in written:
            text = find_text(stop, recording.language)
            origin = text.origin if text else stop.origin
            what = f"{recording.file.name} has no transcript, so there are no captions"
            teller.warn(origin, recording.depth.value, what, "write down what is said", "transcript_missing")


def _check_sourced(teller: Teller) -> None:
    """Tell which stops name nothing that their story rests on."""
    source = teller.source
    if teller.is_table:
        what = "a table names no sources, so visitors cannot see what its statements rest on"
        remedy = "make a pack of it with kiosk pack new --from, and add [[facts]]"
        teller.findings.note(source.stops[0].origin.file, "", what, remedy, kind="source_missing")
        return
    for stop in source.stops:
        text = find_text(stop, source.fallback_language)
        if text is not None and not text.facts:
            what = "no fact names a source, so nothing shows what the story rests on"
            teller.warn(text.origin, "facts", what, "add [[facts]] with sources", "source_missing")


def _check_names(teller: Teller) -> None:
    for key, by_language, limit in _list_names(teller.source):
        for language in teller.source.languages:
            if by_language and language not in by_language:
                remedy = f"translate it; visitors get {teller.source.fallback_language}"
                teller.warn_of_pack(f"{key}.{language}", "it is missing", remedy, "translation_missing")
        for language, words in by_language.items():
            where = f"{key}.{language}"
            if language not in teller.source.languages:
                what = f"{language} is no language of the pack"
                teller.warn_of_pack(where, what, "add it to languages, or take it out", "key_unknown")
            elif count_signs(words) > limit:
                what = f"{count_signs(words)} letters do not fit the screen"
                teller.warn_of_pack(where, what, f"keep it under {limit}", "text_too_long")


def _list_names(source: PackSource) -> Iterator[tuple[str, ByLanguage, int]]:
    """Yield each name and summary of pack.toml with its key and the most letters it may have."""
    yield "site.name", source.site.name, TITLE_SIGNS
    yield "site.summary", source.site.summary, SUMMARY_SIGNS
    named: Mapping[str, tuple[tuple[str, ByLanguage], ...]] = {
        "floors": tuple((floor.id, floor.name) for floor in source.floors),
        "tags": tuple((tag.id, tag.name) for tag in source.tags),
        "tours": tuple((tour.id, tour.name) for tour in source.tours),
        "nearby": tuple((place.id, place.name) for place in source.nearby),
    }
    for kind, entries in named.items():
        for item_id, name in entries:
            yield f"{kind} {item_id} name", name, TITLE_SIGNS
    for tour in source.tours:
        yield f"tours {tour.id} summary", tour.summary, SUMMARY_SIGNS
    for place in source.nearby:
        yield f"nearby {place.id} summary", place.summary, SUMMARY_SIGNS


def _format_time(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 100 else f"{seconds / 60:.1f} min"
