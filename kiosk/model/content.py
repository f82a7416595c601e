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
    """A level of the site's plan. ``plan`` is the SHA-256 of the plan's image; sizes in pixels."""

    id: str
    level: int
    name: str
    plan: str
    width_px: int
    height_px: int


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


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a site where media are experienced, in one visitor's language.

    ``title_language`` differs from the language asked for when the pack falls back. ``texts`` holds
    the best language for each depth there is; ``recordings`` those in the asked and the fall-back
    language. ``films`` are the film that serves the language best, then those in sign language; none of a part
    that was left out of this device.
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


@dataclass(frozen=True, slots=True)
class Tour:
    """A ready-made tour: an order of stops with a promise of its length in minutes."""

    id: str
    name: str
    summary: str
    minutes: int
    stop_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearbySite:
    """Another place worth going on to. ``lat``/``lon`` are WGS 84 degrees."""

    id: str
    name: str
    summary: str
    lat: float
    lon: float
    source: str
