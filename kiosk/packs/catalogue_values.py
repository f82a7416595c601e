"""What a catalogue says, read through once before it is installed: ids that are ids, places on the earth, sizes.

The guide takes these values as they are: one out of bounds would stop it before a visitor, not before staff.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeAlias

from kiosk.model.content import Depth, SoundKind, TourKind, VoiceOf, WayKind
from kiosk.model.place_offer import LEAST_RADIUS_M, MOST_RADIUS_M
from kiosk.packs.catalogue import Catalogue
from kiosk.packs.folding import fold_number
from kiosk.packs.looks import MAX_LOOKS
from kiosk.packs.manifest import CORE, FILM_PARTS, RECOGNITION
from kiosk.packs.names import (
    COLOUR,
    DATE,
    HOST,
    ITEM_ID,
    LANGUAGE_TAG,
    MEDIA_TYPE,
    MONTH,
    SHA256,
    STOP_CODE,
    STOP_NUMBER,
    TIMEZONE,
)
from kiosk.packs.stop_sets import MAX_STOPS

Forms: TypeAlias = tuple[tuple[str, str, re.Pattern[str]], ...]

MAX_RECORDING_MS = 60 * 60 * 1000
MAX_TEXT_LENGTH = 100_000
MAX_TELLING_S = 6 * 60 * 60
"""The longest text a pack holds takes two hours to tell; of wide signs, six."""

FILM_TYPES = ("video/mp4", "video/webm")
SOUND_TYPE = "audio/ogg"
"""What every recording and sound of a pack becomes: Opus in Ogg."""
MAX_TIMINGS_BYTES = 1_000_000
MAX_WRITTEN_LENGTH = 120
MAX_SAID_LENGTH = 200
MAX_PRONUNCIATIONS = 5_000
"""In one language: more than a dictionary of a site's names."""

LEAST_WIDTH_M, MOST_WIDTH_M = 1, 100_000
MOST_WAY_M = 20_000
MOST_WALK_M = 100_000
MOST_LOOK_S = 3_600
MAX_HOURS_LENGTH = 256
"""OpenStreetMap allows no more (docs/reference/pack-source.md)."""

MAX_WAY_NAME_LENGTH = 80
MAX_WAYS = 20_000
MAX_MOVES = 100_000
MOST_VISITS = 1_000_000_000
MOST_STAY_S = 86_400
MAX_QUESTIONS = 20
"""Of one stop."""

MIN_ANSWERS, MAX_ANSWERS = 2, 6
MAX_QUESTION_LENGTH = 500
MAX_ANSWER_LENGTH = 200
MAX_VOICES = 200
"""Of one stop, and of the site as a whole."""

MAX_VOICE_LENGTH = 1_000
MAX_REPLY_LENGTH = 2_000
TALK_BACK = ("rating", "comment", "question", "story", "recording")
"""What visitors can give back, where the pack allows it."""

MAX_VOCABULARY_BYTES = 300_000
MAX_LOOK_BYTES = 40_000
MAX_ROWS = 3_000_000
"""In one table: the words of 50,000 stops, and some."""

_MAX_SET_BYTES = 2 * MAX_STOPS + 1
_MAX_PIECES = 200


def _one_of(kinds: type[StrEnum]) -> str:
    return f"({', '.join(repr(str(kind)) for kind in kinds)})"


# What must hold in each row, where it is not NULL.
_CORE_BOUNDS = {
    "site": "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND floor_area_m2 BETWEEN 1 AND 1e9"
    " AND length(label_key) = 16",
    "floor": f"level BETWEEN -100 AND 1000 AND width_m BETWEEN {LEAST_WIDTH_M} AND {MOST_WIDTH_M}",
    "stop": f"rank BETWEEN 0 AND {MAX_STOPS - 1} AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND plan_x BETWEEN 0 AND 1"
    " AND plan_y BETWEEN 0 AND 1 AND site_id IN (SELECT id FROM site)"
    f" AND radius_m BETWEEN {LEAST_RADIUS_M} AND {MOST_RADIUS_M} AND opens_by_place IN (0, 1)"
    f" AND closed IN (0, 1) AND length(opening_hours) <= {MAX_HOURS_LENGTH} AND look_s BETWEEN 0 AND {MOST_LOOK_S}",
    "image": "focus_x BETWEEN 0 AND 1 AND focus_y BETWEEN 0 AND 1",
    "sound": f"duration_ms BETWEEN 1 AND {MAX_RECORDING_MS} AND kind IN {_one_of(SoundKind)}"
    f" AND loops IN (0, 1) AND media_type = '{SOUND_TYPE}' AND length(credit) <= {MAX_TEXT_LENGTH}"
    f" AND length(rights) <= {MAX_TEXT_LENGTH}",
    "tour": f"minutes BETWEEN 1 AND 1440 AND kind IN {_one_of(TourKind)}",
    "nearby": f"lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND length(opening_hours) <= {MAX_HOURS_LENGTH}"
    f" AND walk_m BETWEEN 0 AND {MOST_WALK_M} AND lesser_known IN (0, 1)",
    "way": f"metres BETWEEN 0 AND {MOST_WAY_M} AND kind IN {_one_of(WayKind)} AND closed IN (0, 1)"
    f" AND length(name) <= {MAX_WAY_NAME_LENGTH} AND from_stop <> to_stop AND from_stop IN (SELECT id FROM stop)"
    f" AND to_stop IN (SELECT id FROM stop) AND (SELECT count(*) FROM way) <= {MAX_WAYS}",
    "talk_back": f"allowed IN {TALK_BACK}",
    "site_sums": " AND ".join(
        f"{column} BETWEEN 0 AND {MOST_VISITS}"
        for column in ("visits", "one_star", "two_stars", "three_stars", "four_stars", "five_stars")
    ),
    "stop_sums": f"visits BETWEEN 0 AND {MOST_VISITS} AND lower_s BETWEEN 0 AND median_s AND median_s <= upper_s"
    f" AND upper_s <= {MOST_STAY_S} AND (lower_s IS NULL) = (median_s IS NULL) AND (median_s IS NULL) = (upper_s IS NULL)"
    " AND stop_id IN (SELECT id FROM stop)",
    "move": f"visits BETWEEN 1 AND {MOST_VISITS} AND from_stop IN (SELECT id FROM stop)"
    f" AND to_stop IN (SELECT id FROM stop) AND (SELECT count(*) FROM move) <= {MAX_MOVES}",
    "media": "width_px BETWEEN 1 AND 20000 AND height_px BETWEEN 1 AND 20000 AND length(data) = size_bytes",
}
_LANGUAGE_BOUNDS = {
    "search_word": f"length(titled) <= {_MAX_SET_BYTES} AND length(said) <= {_MAX_SET_BYTES}",
    "search_beginning": f"length(titled) <= {_MAX_SET_BYTES} AND length(said) <= {_MAX_SET_BYTES}",
    "search_vocabulary": f"position BETWEEN 0 AND {_MAX_PIECES} AND length(words) <= 1000000",
    "pronunciation": f"length(written) BETWEEN 1 AND {MAX_WRITTEN_LENGTH} AND length(said) <= {MAX_SAID_LENGTH}"
    f" AND length(phonemes) <= {MAX_SAID_LENGTH} AND length(said) + length(phonemes) > 0"
    f" AND (SELECT count(*) FROM pronunciation) <= {MAX_PRONUNCIATIONS}",
    "telling": " AND ".join(f"{depth} BETWEEN 0 AND {MAX_TELLING_S}" for depth in Depth),
    "question": f"length(text) BETWEEN 1 AND {MAX_QUESTION_LENGTH} AND length(because) <= {MAX_QUESTION_LENGTH}"
    " AND right_answer >= 0 AND right_answer < (SELECT count(*) FROM answer a WHERE a.stop_id = question.stop_id"
    " AND a.question = question.position)",
    "answer": f"length(text) BETWEEN 1 AND {MAX_ANSWER_LENGTH} AND position BETWEEN 0 AND {MAX_ANSWERS - 1}",
    "voice": f"kind IN {_one_of(VoiceOf)} AND length(text) <= {MAX_VOICE_LENGTH} AND length(answer) <= {MAX_REPLY_LENGTH}"
    f" AND length(text) + length(recording) > 0 AND media_type IN ('', '{SOUND_TYPE}')"
    " AND (media_type = '') = (recording = '')",
    "recording": f"duration_ms BETWEEN 1 AND {MAX_RECORDING_MS} AND length(timings) <= {MAX_TIMINGS_BYTES}"
    " AND version IN ('', 'b')",
    "text": f"length(text) <= {MAX_TEXT_LENGTH} AND version IN ('', 'b')",
    **{
        table: " AND ".join(f"length({column}) <= {MAX_TEXT_LENGTH}" for column in columns)
        for table, columns in {
            "name": ("name", "summary"),
            "title": ("title", "place"),
            "alt": ("alt",),
            "sound_text": ("title", "description"),
            "fact": ("text",),
            "artifact_text": ("object_name", "brief_description"),
        }.items()
    },
}
_FILM_BOUNDS = {
    "film": f"duration_ms BETWEEN 1 AND {MAX_RECORDING_MS} AND length(captions) <= {MAX_TIMINGS_BYTES}"
    f" AND length(credit) <= {MAX_TEXT_LENGTH} AND length(rights) <= {MAX_TEXT_LENGTH}"
    f" AND media_type IN {FILM_TYPES} AND depth IN {('', *(str(depth) for depth in Depth))}",
    "film_title": f"length(title) <= {MAX_TEXT_LENGTH}",
}
_RECOGNITION_BOUNDS = {
    "vocabulary": f"position = 0 AND length(words) <= {MAX_VOCABULARY_BYTES}",
    "look": f"picture BETWEEN 0 AND {MAX_LOOKS - 1} AND length(words) <= {MAX_LOOK_BYTES}"
    f" AND length(signature) BETWEEN 1 AND {MAX_LOOK_BYTES}",
    "look_of": "picture IN (SELECT picture FROM look)",
}
_DATE_OR_NONE = re.compile(rf"(?:{DATE.pattern})?")
_FORMS = (
    ("site", "id", ITEM_ID),
    ("site", "label_host", HOST),
    ("site", "accent", COLOUR),
    ("site_sums", "until", _DATE_OR_NONE),
    ("floor", "id", ITEM_ID),
    ("stop", "id", re.compile(rf"{ITEM_ID.pattern}/{ITEM_ID.pattern}")),
    ("stop", "number", STOP_NUMBER),
    ("stop", "code", STOP_CODE),
    ("stop", "added_on", _DATE_OR_NONE),
    ("way", "id", ITEM_ID),
    ("artifact", "id", ITEM_ID),
    ("tag", "id", ITEM_ID),
    ("tour", "id", ITEM_ID),
    ("nearby", "id", ITEM_ID),
    ("nearby", "timezone", re.compile(rf"(?:{TIMEZONE.pattern})?")),
    ("sound", "sha256", SHA256),
    ("media", "sha256", SHA256),
    ("media", "media_type", MEDIA_TYPE),
)
_RECOGNITION_FORMS = (("look_of", "stop_id", re.compile(rf"{ITEM_ID.pattern}/{ITEM_ID.pattern}")),)
_LANGUAGE_FORMS = (
    ("question", "id", ITEM_ID),
    ("voice", "stop_id", re.compile(rf"{ITEM_ID.pattern}(?:/{ITEM_ID.pattern})?")),
    ("voice", "id", ITEM_ID),
    ("voice", "said_on", MONTH),
    ("voice", "recording", re.compile(rf"(?:{SHA256.pattern})?")),
)
_FILM_FORMS = (("film", "language", LANGUAGE_TAG), ("film", "sha256", SHA256))


def find_fault(catalogue: Catalogue, part_name: str) -> str:
    """Return in words what the guide could not live with in a catalogue; "" where there is nothing.

    Raises:
        sqlite3.Error: A value cannot even be read (too large, no UTF-8), or reading takes too long.
    """
    bounds, forms = _find_rules(part_name)
    return (
        _find_too_many(catalogue)
        or _find_out_of_bounds(catalogue, bounds)
        or _find_misshapen(catalogue, forms)
        or (_find_astray(catalogue) if part_name == CORE else "")
    )


def _find_rules(part_name: str) -> tuple[dict[str, str], Forms]:
    if part_name in FILM_PARTS:
        return _FILM_BOUNDS, _FILM_FORMS
    if part_name == RECOGNITION:
        return _RECOGNITION_BOUNDS, _RECOGNITION_FORMS
    return (_CORE_BOUNDS, _FORMS) if part_name == CORE else (_LANGUAGE_BOUNDS, _LANGUAGE_FORMS)


def _find_too_many(catalogue: Catalogue) -> str:
    tables = [name for (name,) in catalogue.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        if catalogue.rows(f"SELECT count(*) FROM {table}")[0][0] > MAX_ROWS:
            return f"more than {MAX_ROWS:,} rows in {table}"
    return ""


def _find_out_of_bounds(catalogue: Catalogue, bounds: dict[str, str]) -> str:
    for table, condition in bounds.items():
        if catalogue.rows(f"SELECT 1 FROM {table} WHERE NOT ({condition}) LIMIT 1"):
            return f"a value out of bounds in {table}"
    return ""


def _find_misshapen(catalogue: Catalogue, forms: Forms) -> str:
    for table, column, form in forms:
        for (value,) in catalogue.each(f"SELECT {column} FROM {table}"):
            if not form.fullmatch(value):
                return f"{table}.{column} {value[:40]!r}"
    return ""


def _find_astray(catalogue: Catalogue) -> str:
    """Find a stop under another site's name or number, and more stops than a site can have."""
    count, highest = catalogue.rows("SELECT count(*), coalesce(max(rank), -1) FROM stop")[0]
    if count > MAX_STOPS:
        return f"more than {MAX_STOPS:,} stops"
    if highest != count - 1:
        return "stops whose ranks have gaps"
    for stop_id, site_id, number, folded in catalogue.each("SELECT id, site_id, number, folded FROM stop"):
        if not stop_id.startswith(f"{site_id}/"):
            return f"a stop {stop_id!r} of another site"
        if fold_number(number) != folded:
            return f"a stop {stop_id!r} that is found under another number"
    return ""
