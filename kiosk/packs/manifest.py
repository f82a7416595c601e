"""The PackManifest: what a release consists of, by SHA-256. It is the root of all trust in content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.packs.names import DATE, ITEM_ID, LANGUAGE_TAG, MAX_VERSION, MEDIA_TYPE, PACK_ID, SHA256

FORMAT = 1
CORE = "core"
LANGUAGE_PREFIX = "lang-"
FILM_PARTS = ("video", "sign")
RECOGNITION = "recognition"
# Parts that a release may have besides, in this order: films of stops, films in sign language, and what a camera
# knows the stops' pictures by.
OPTIONAL_PARTS = (*FILM_PARTS, RECOGNITION)
MAX_MANIFEST_BYTES = 8_000_000  # what MAX_BLOBS files need
MAX_BLOBS = 50_000
MAX_BLOB_BYTES = 4_000_000_000  # FAT32's limit for one file, on which packs travel
MAX_LANGUAGES = 100
MAX_SITES = 200
_PART_NAME = re.compile(rf"{CORE}|{'|'.join(OPTIONAL_PARTS)}|{LANGUAGE_PREFIX}(?:{LANGUAGE_TAG.pattern})")
_ANY_TEXT = re.compile(r"[^\x00-\x1f]{0,300}")


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of its own, named by its SHA-256 (lower-case hex)."""

    sha256: str
    size_bytes: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Part:
    """``core``, ``lang-<tag>``, ``video``, ``sign`` or ``recognition``: one catalogue (a SQLite file) and the blobs it speaks of."""

    name: str
    sha256: str
    size_bytes: int
    blobs: tuple[Blob, ...]

    @property
    def language(self) -> str:
        """The BCP 47 tag of a language's part; "" for the others."""
        return self.name.removeprefix(LANGUAGE_PREFIX) if self.name.startswith(LANGUAGE_PREFIX) else ""

    @property
    def is_optional(self) -> bool:
        """Whether a pack makes sense without it, whatever the visitor's language."""
        return self.name in OPTIONAL_PARTS


@dataclass(frozen=True, slots=True)
class SiteNames:
    """A site of the release and its name by language, so that staff read it before any catalogue is copied."""

    id: str
    names: dict[str, str]

    def name(self, language: str, fallback_language: str) -> str:
        """Return the name in ``language``, else in the pack's fall-back, else the id."""
        return self.names.get(language) or self.names.get(fallback_language) or self.id


@dataclass(frozen=True, slots=True)
class PackManifest:
    """One release of a pack. ``reviewed_on`` is an ISO date or ""; ``tool`` is what built it.

    ``sites`` is empty in releases built before manifests named them.
    """

    id: str
    version: int
    publisher: str
    reviewed_on: str
    fallback_language: str
    languages: tuple[str, ...]
    parts: tuple[Part, ...]
    tool: str
    sites: tuple[SiteNames, ...] = ()

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield SHA-256 and size in bytes of each file of the release once: catalogues first."""
        seen: set[str] = set()
        blobs = [(blob.sha256, blob.size_bytes) for part in self.parts for blob in part.blobs]
        for sha256, size_bytes in [(part.sha256, part.size_bytes) for part in self.parts] + blobs:
            if sha256 not in seen:
                seen.add(sha256)
                yield sha256, size_bytes

    @property
    def total_bytes(self) -> int:
        """The bytes of all files of the release."""
        return sum(size_bytes for _, size_bytes in self.files())


def format_manifest(manifest: PackManifest, *, indent: int | None = 1) -> bytes:
    """Return the manifest as UTF-8 JSON; the pair of :func:`parse_manifest`.

    It travels as it comes without ``indent``: what is signed is these very bytes.
    """
    record = {
        "format": FORMAT,
        **_as_record(manifest),
        "parts": [_part_record(part) for part in manifest.parts],
        "sites": [_as_record(site) for site in manifest.sites],
    }
    return (json.dumps(record, ensure_ascii=False, indent=indent, sort_keys=True) + "\n").encode("utf-8")


def _as_record(value: PackManifest | Part | Blob | SiteNames) -> dict[str, Any]:
    # Not dataclasses.asdict, which copies every word of thousands of files: 40 ms where this takes two.
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _part_record(part: Part) -> dict[str, Any]:
    return {**_as_record(part), "blobs": [_as_record(blob) for blob in part.blobs]}


def parse_manifest(raw: bytes, thing: str) -> PackManifest:
    """Return the manifest in ``raw``, every value checked for type, form and range.

    Raises:
        KioskError: ``packs.manifest-faulty``; ``thing`` is named in it.
    """
    try:
        if len(raw) > MAX_MANIFEST_BYTES:
            raise ValueError(f"larger than {MAX_MANIFEST_BYTES:,} bytes")
        return _read(json.loads(raw.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        raise KioskError(
            "The pack cannot be read",
            thing=thing,
            expected=f"a pack manifest of format {FORMAT}",
            found=str(error) or type(error).__name__,
            remedy="copy the pack again from where it came from",
            code="packs.manifest-faulty",
        ) from error


def _read(record: Any) -> PackManifest:
    if _integer(record, "format", 0, 10_000) != FORMAT:
        raise ValueError(f"format {record['format']}")
    manifest = PackManifest(
        id=_text(record, "id", PACK_ID),
        version=_integer(record, "version", 1, MAX_VERSION),
        publisher=_text(record, "publisher", _ANY_TEXT),
        reviewed_on=_text(record, "reviewed_on", re.compile(rf"(?:{DATE.pattern})?")),
        fallback_language=_text(record, "fallback_language", LANGUAGE_TAG),
        languages=tuple(_language(tag) for tag in _list(record, "languages", MAX_LANGUAGES)),
        parts=tuple(_part(part) for part in _list(record, "parts", MAX_LANGUAGES + 1 + len(OPTIONAL_PARTS))),
        tool=_text(record, "tool", _ANY_TEXT),
        sites=tuple(_site(site) for site in _list({"sites": [], **record}, "sites", MAX_SITES)),
    )
    expected = [CORE] + [LANGUAGE_PREFIX + tag for tag in manifest.languages]
    names = [part.name for part in manifest.parts]
    if names != expected + [name for name in OPTIONAL_PARTS if name in names]:
        raise ValueError(
            "its parts are not core and one for each language, with nothing but films and recognition besides"
        )
    if len(set(expected)) < len(expected):
        raise ValueError("one of its languages is there twice")
    if manifest.fallback_language not in manifest.languages:
        raise ValueError("its fall-back language is not among its languages")
    sizes: dict[str, int] = {}
    for part in manifest.parts:
        for sha256, size_bytes in [(part.sha256, part.size_bytes)] + [
            (b.sha256, b.size_bytes) for b in part.blobs
        ]:
            if sizes.setdefault(sha256, size_bytes) != size_bytes:
                raise ValueError("one file with two sizes")
    return manifest


def _site(record: Any) -> SiteNames:
    names = record.get("names") if isinstance(record, dict) else None
    if not isinstance(names, dict) or len(names) > MAX_LANGUAGES:
        raise ValueError("no proper names of a site")
    return SiteNames(
        id=_text(record, "id", ITEM_ID),
        names={_language(tag): _text(names, tag, _ANY_TEXT) for tag in names},
    )


def _part(record: Any) -> Part:
    return Part(
        name=_text(record, "name", _PART_NAME),
        sha256=_text(record, "sha256", SHA256),
        size_bytes=_integer(record, "size_bytes", 1, MAX_BLOB_BYTES),
        blobs=tuple(_blob(blob) for blob in _list(record, "blobs", MAX_BLOBS)),
    )


def _blob(record: Any) -> Blob:
    return Blob(
        sha256=_text(record, "sha256", SHA256),
        size_bytes=_integer(record, "size_bytes", 1, MAX_BLOB_BYTES),
        media_type=_text(record, "media_type", MEDIA_TYPE),
    )


def _language(tag: Any) -> str:
    if not isinstance(tag, str) or not LANGUAGE_TAG.fullmatch(tag):
        raise ValueError("a language that is no BCP 47 tag")
    return tag


def _text(record: Any, key: str, form: re.Pattern[str]) -> str:
    value = record.get(key) if isinstance(record, dict) else None
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError(f"no proper {key}")
    return value


def _integer(record: Any, key: str, low: int, high: int) -> int:
    value = record.get(key) if isinstance(record, dict) else None
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"no proper {key}")
    return value


def _list(record: Any, key: str, longest: int) -> list[Any]:
    value = record.get(key) if isinstance(record, dict) else None
    if not isinstance(value, list) or len(value) > longest:
        raise ValueError(f"no proper {key}")
    return value
