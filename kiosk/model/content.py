"""What a content pack says: sites, floors, stops, texts, recordings, images, tours, sources.

Names follow TourML (Stop, Tour, MediaAsset) and Spectrum (object_number, object_name). All are
immutable values in one visitor's language; languages are BCP 47 tags.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Depth(StrEnum):
    """How much a visitor wants to be told of a stop, from least to most; then children's, then audio description.

    ``described`` says what is to be seen, for those who do not see it.
    """

    GLANCE = "glance"
    STORY = "story"
    DEEP = "deep"
    CHILDREN = "children"
    DESCRIBED = "described"


class VoiceKind(StrEnum):
    """Who speaks in a recording: a person, or a voice rendered when the pack was made."""

    PERSON = "person"
    COMPUTER = "computer"


class SoundKind(StrEnum):
    """What a sound of a stop is, which is no speech: what is heard at a place, or music."""

    AMBIENT = "ambient"
    MUSIC = "music"


class FilmKind(StrEnum):
    """What a film is: one to watch and listen to, or a stop told in sign language. Also its part's name."""

    VIDEO = "video"
    SIGN = "sign"


class WayKind(StrEnum):
    """How one gets from one stop to another: only stairs shut out whoever goes step-free."""

    WALK = "walk"
    RAMP = "ramp"
    STAIRS = "stairs"
    LIFT = "lift"


class TourKind(StrEnum):
    """Whom a ready-made tour is for: everyone, children, or those who like to be asked."""

    EVERYONE = "everyone"
    CHILDREN = "children"
    QUIZ = "quiz"


class VoiceOf(StrEnum):
    """What a visitor gave back, that a later pack shows: a comment, a story of their own, a question that was answered."""

    COMMENT = "comment"
    STORY = "story"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Site:
    """A heritage site.

    ``lat``/``lon`` are WGS 84 degrees, None where the author gives none. ``opening_hours`` is in OpenStreetMap's syntax, "" when
    unknown. ``label_host`` is the host printed in stop codes, upper case. ``accent`` is "#rrggbb".
    """

    id: str
    pack_id: str
    name: str
    summary: str
    lat: float | None
    lon: float | None
    opening_hours: str
    timezone: str
    label_host: str
    accent: str
    fallback_language: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """A level of the site's plan. ``plan`` is the SHA-256 of the plan's image; sizes in pixels.

    ``width_m`` is how many metres the plan's width is on the ground; None where the author does not say.
    """

    id: str
    level: int
    name: str
    plan: str
    width_px: int
    height_px: int
    width_m: float | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of a stop.

    ``sha256`` names the medium. ``focus_x``/``focus_y`` (0..1 from the top left) is the point that
    stays in view when the picture is cropped. ``alt`` says what is to be seen.
    """

    sha256: str
    media_type: str
    width_px: int
    height_px: int
    focus_x: float
    focus_y: float
    alt: str
    credit: str
    rights: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement rests on: a publication, an inscription, a record."""

    id: str
    title: str
    author: str
    publisher: str
    year: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with the sources it rests on (at least one)."""

    text: str
    language: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Artifact:
    """The thing itself (Spectrum). ``object_number`` is "" where the site gives none."""

    id: str
    object_number: str
    object_name: str
    brief_description: str


@dataclass(frozen=True, slots=True)
class Recording:
    """Narration recorded or rendered before the visit.

    ``language`` is what is spoken. ``timings`` is WebVTT with one cue a sentence and, inside a
    cue, a timestamp before each word; "" where there is none. ``credit`` names the speaker.
    """

    sha256: str
    media_type: str
    language: str
    depth: Depth
    duration_ms: int
    voice_kind: VoiceKind
    credit: str
    timings: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film of a stop.

    ``language`` is what is spoken in it; of a film in sign language, the spoken language that it interprets or the
    sign language itself ("bfi"). ``title`` is in the visitor's language, "" where there is none.
    ``captions`` is WebVTT, "" for none. ``depth`` is of the narration that a film in sign language tells sentence by
    sentence, so that both can be shown in step; None for one that stands alone.
    """

    sha256: str
    media_type: str
    kind: FilmKind
    language: str
    duration_ms: int
    title: str
    credit: str
    rights: str
    captions: str
    depth: Depth | None = None


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound of a stop that is no speech: a bell, a raga, the sea.

    ``title`` and ``description`` (what is heard, for those who do not hear it) are in the visitor's language or the
    fall-back. ``loops`` where it has no beginning and end of its own.
    """

    sha256: str
    media_type: str
    kind: SoundKind
    duration_ms: int
    loops: bool
    title: str
    description: str
    credit: str
    rights: str


@dataclass(frozen=True, slots=True)
class Text:
    """A stop's text at one depth, in ``language`` (which may be the fall-back, not the one asked for)."""

    language: str
    depth: Depth
    text: str


@dataclass(frozen=True, slots=True)
class StopCard:
    """What a list, a map or a suggestion shows of a stop.

    ``plan_x``/``plan_y`` are 0..1 on the floor's plan from its top left; ``lat``/``lon`` degrees;
    both None where unknown. ``order`` is the curator's. ``thumbnail`` is a SHA-256, "" for none.
    Whoever is within ``radius_m`` metres of a stop with ``lat``/``lon`` stands at it (None: the guide chooses by how
    near the next one is); only where ``opens_by_place`` may it open by itself then.

    ``closed``: not on show while this pack is. ``opening_hours`` are the stop's own in OpenStreetMap's syntax, "" for the
    site's. ``added_on`` is the day (ISO 8601) since which it can be seen, "" for always. ``look_s`` is how many seconds
    people look beside listening, as the author thinks; 0 unknown. ``tell_s`` are seconds of telling by depth, in the
    language the card is in; only depths there are. ``in_language``: told in the language that was asked for.
    """

    id: str
    site_id: str
    number: str
    title: str
    where: str
    order: int
    floor_id: str
    plan_x: float | None
    plan_y: float | None
    lat: float | None
    lon: float | None
    tags: tuple[str, ...]
    thumbnail: str
    focus_x: float = 0.5
    focus_y: float = 0.5
    radius_m: float | None = None
    opens_by_place: bool = False
    closed: bool = False
    opening_hours: str = ""
    added_on: str = ""
    look_s: int = 0
    tell_s: tuple[tuple[Depth, int], ...] = ()
    in_language: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """A way between two stops of a site, in both directions. ``metres`` is its length, ``name`` what staff call it ("Lift A")."""

    id: str
    from_stop: str
    to_stop: str
    metres: float
    kind: WayKind
    closed: bool
    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a quiz trail. ``right`` is the index of the right answer; ``because`` says why it is so."""

    id: str
    language: str
    text: str
    answers: tuple[str, ...]
    right: int
    because: str


@dataclass(frozen=True, slots=True)
class VisitorVoice:
    """What a visitor gave back and staff let through; always told to be a visitor's, never the site's.

    ``said_on`` is a month (``2026-03``). ``answer`` is the site's, "" for none. ``recording`` is the SHA-256 of what they
    recorded, "" for none; ``media_type`` is its type.
    """

    id: str
    kind: VoiceOf
    language: str
    text: str
    said_on: str
    answer: str = ""
    recording: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a site where media are experienced, in one visitor's language.

    ``title_language`` differs from the language asked for when the pack falls back. ``texts`` holds
    the best language for each depth there is; ``recordings`` those in the asked and the fall-back
    language. ``films`` are the film that serves the language best, then those in sign language; none of a part
    that was left out of this device. ``version`` is "a" or "b" where two versions of its narration are on trial and
    this is one of them, "" else.
    """

    card: StopCard
    title_language: str
    code: str
    texts: tuple[Text, ...]
    recordings: tuple[Recording, ...]
    images: tuple[Image, ...]
    artifacts: tuple[Artifact, ...]
    facts: tuple[Fact, ...]
    publisher: str
    reviewed_on: str
    films: tuple[Film, ...] = ()
    sounds: tuple[Sound, ...] = ()
    questions: tuple[Question, ...] = ()
    voices: tuple[VisitorVoice, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Tour:
    """A ready-made tour: an order of stops with a promise of its length in minutes."""

    id: str
    name: str
    summary: str
    minutes: int
    stop_ids: tuple[str, ...]
    kind: TourKind = TourKind.EVERYONE


@dataclass(frozen=True, slots=True)
class NearbySite:
    """Another place worth going on to. ``lat``/``lon`` are WGS 84 degrees.

    ``opening_hours`` are in OpenStreetMap's syntax, "" when unknown, in ``timezone`` ("" for the site's own). ``walk_m``
    is the way on foot in metres, None where nobody measured it. ``lesser_known``: few go there who would like it.
    """

    id: str
    name: str
    summary: str
    lat: float
    lon: float
    source: str
    opening_hours: str = ""
    timezone: str = ""
    walk_m: float | None = None
    lesser_known: bool = False
