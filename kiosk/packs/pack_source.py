"""A pack source in memory: what an author wrote, checked and immutable, before it is built.

Texts by language are mappings from BCP 47 tag to text. Files are paths that exist. Values have the
units and ranges of :mod:`kiosk.model.content`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.model.content import Depth, FilmKind, SoundKind, Source, TourKind, VoiceKind, VoiceOf, WayKind
from kiosk.model.pronunciation import Pronunciation
from kiosk.model.site_sums import NO_SUMS, SiteSums
from kiosk.packs.findings import Finding

ByLanguage = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an author wrote something. ``rows`` of a table as a spreadsheet counts them; none in a TOML file."""

    file: str
    sheet: str = ""
    rows: tuple[int, ...] = ()


NOWHERE = Origin("")


@dataclass(frozen=True, slots=True)
class FloorSource:
    """A level of the plan; ``plan`` is the picture of it, None where there is none; ``width_m`` how many metres it is wide."""

    id: str
    level: int
    plan: Path | None
    name: ByLanguage
    width_m: float | None = None


@dataclass(frozen=True, slots=True)
class TagSource:
    """A word stops are grouped by."""

    id: str
    name: ByLanguage


@dataclass(frozen=True, slots=True)
class TourSource:
    """A ready-made tour; ``stops`` are the stops' folder names, in walking order."""

    id: str
    minutes: int
    stops: tuple[str, ...]
    name: ByLanguage
    summary: ByLanguage
    kind: TourKind = TourKind.EVERYONE


@dataclass(frozen=True, slots=True)
class WaySource:
    """A way between two stops, named by their folders; the rest is as in :class:`~kiosk.model.content.Way`."""

    id: str
    from_stop: str
    to_stop: str
    metres: float
    kind: WayKind
    closed: bool
    name: str


@dataclass(frozen=True, slots=True)
class NearbySource:
    """Another place worth going on to; ``source`` is the id of what its facts rest on.

    The last four are as in :class:`~kiosk.model.content.NearbySite`.
    """

    id: str
    lat: float
    lon: float
    source: str
    name: ByLanguage
    summary: ByLanguage
    opening_hours: str = ""
    timezone: str = ""
    walk_m: float | None = None
    lesser_known: bool = False


@dataclass(frozen=True, slots=True)
class SiteSource:
    """The site a pack is about. ``lat``/``lon`` are None where the author gives no place."""

    id: str
    lat: float | None
    lon: float | None
    opening_hours: str
    timezone: str
    accent: str
    floor_area_m2: float | None
    name: ByLanguage
    summary: ByLanguage
    attract: tuple[Path, ...]
    wordmark: Path | None


@dataclass(frozen=True, slots=True)
class ImageSource:
    """A picture of a stop; ``alt`` says by language what is to be seen."""

    file: Path
    focus_x: float
    focus_y: float
    credit: str
    rights: str
    alt: ByLanguage


@dataclass(frozen=True, slots=True)
class ArtifactSource:
    """The thing itself (Spectrum)."""

    id: str
    object_number: str
    object_name: ByLanguage
    brief_description: ByLanguage


@dataclass(frozen=True, slots=True)
class RecordingSource:
    """Narration in a sound file. ``timings`` is WebVTT, "" where there is none.

    ``version`` is "b" for the other of two that are on trial, "" for the first.
    """

    file: Path
    language: str
    depth: Depth
    voice_kind: VoiceKind
    credit: str
    timings: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class FilmSource:
    """A film of a stop. ``captions`` is WebVTT, "" where there is none.

    ``depth`` is of the narration that a film in sign language tells sentence by sentence; None for a film that stands alone.
    """

    file: Path
    kind: FilmKind
    language: str
    title: ByLanguage
    captions: str
    captions_file: Path | None
    credit: str
    rights: str
    depth: Depth | None = None


@dataclass(frozen=True, slots=True)
class SoundSource:
    """A sound of a stop that is no speech; ``description`` says by language what is heard."""

    file: Path
    kind: SoundKind
    loops: bool
    title: ByLanguage
    description: ByLanguage
    credit: str
    rights: str


@dataclass(frozen=True, slots=True)
class FactSource:
    """One statement and the ids of the sources it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """A question of a quiz trail; ``right`` is the index of the right answer."""

    id: str
    text: str
    answers: tuple[str, ...]
    right: int
    because: str


@dataclass(frozen=True, slots=True)
class StopText:
    """A stop in one language. ``title`` and ``where`` are "" where the fall-back's are to be used."""

    language: str
    title: str
    where: str
    by_depth: Mapping[Depth, str]
    facts: tuple[FactSource, ...]
    origin: Origin = NOWHERE
    questions: tuple[QuestionSource, ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceSource:
    """What a visitor gave back; as :class:`~kiosk.model.content.VisitorVoice`, with the file of what they recorded."""

    id: str
    kind: VoiceOf
    language: str
    text: str
    said_on: str
    answer: str
    recording: Path | None


@dataclass(frozen=True, slots=True)
class StopSource:
    """A stop. ``id`` is its folder's name; ``code`` the 8 symbols of its label.

    ``radius_m``, ``opens_by_place`` and ``closed`` to ``look_s`` are as in :class:`~kiosk.model.content.StopCard`.
    ``recordings`` tell the texts; ``other_texts`` and ``other_recordings`` are the other version, where one is on trial:
    without titles, and with the depths only that are told otherwise.
    """

    id: str
    number: str
    code: str
    order: int
    floor: str
    plan_x: float | None
    plan_y: float | None
    lat: float | None
    lon: float | None
    tags: tuple[str, ...]
    images: tuple[ImageSource, ...]
    artifacts: tuple[ArtifactSource, ...]
    texts: tuple[StopText, ...]
    recordings: tuple[RecordingSource, ...]
    origin: Origin = NOWHERE
    films: tuple[FilmSource, ...] = ()
    radius_m: float | None = None
    opens_by_place: bool = False
    sounds: tuple[SoundSource, ...] = ()
    closed: bool = False
    opening_hours: str = ""
    added_on: str = ""
    look_s: int = 0
    other_texts: tuple[StopText, ...] = ()
    other_recordings: tuple[RecordingSource, ...] = ()
    voices: tuple[VoiceSource, ...] = ()


@dataclass(frozen=True, slots=True)
class PackSource:
    """Everything a pack is built from.

    ``reviewed_on`` is an ISO date, "" where nobody said. ``allows`` is what visitors may give back, ``voices`` what
    they gave back about the site as a whole. In ``sums`` stops are named by their folders.
    """

    folder: Path
    id: str
    version: int
    publisher: str
    reviewed_on: str
    languages: tuple[str, ...]
    fallback_language: str
    label_host: str
    label_key: bytes = field(repr=False)
    site: SiteSource
    floors: tuple[FloorSource, ...]
    tags: tuple[TagSource, ...]
    tours: tuple[TourSource, ...]
    nearby: tuple[NearbySource, ...]
    sources: tuple[Source, ...]
    stops: tuple[StopSource, ...]
    warnings: tuple[Finding, ...]
    pronunciations: Mapping[str, tuple[Pronunciation, ...]] = field(default_factory=dict)
    ways: tuple[WaySource, ...] = ()
    allows: tuple[str, ...] = ()
    sums: SiteSums = NO_SUMS
    voices: tuple[VoiceSource, ...] = ()

    def list_said(self) -> tuple[VoiceSource, ...]:
        """Return all that visitors gave back: about the site, then about its stops."""
        return (*self.voices, *(voice for stop in self.stops for voice in stop.voices))
