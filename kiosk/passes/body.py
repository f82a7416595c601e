"""The bytes inside a pass: counts before lists, lengths before texts, everything bounded.

| field | bytes |
|---|---|
| language | length (1), ASCII |
| depth | its place in the list (1) |
| text size | tens of per cent over 100 (1) |
| speed | quarters (1) |
| captions | their place in the list (1) |
| flags | contrast 1, self-voicing 2, description 4, goes on 8 (1) |
| interests | count (1), each length (1) and UTF-8 |
| sites | count (1), each mark (4), day (2), visits (1), stops: count (1) and marks (3 each) |
"""

from __future__ import annotations

from typing import Final

from kiosk.model.content import Depth
from kiosk.model.datum import LANGUAGE_PATTERN
from kiosk.passes.visit_pass import (
    CAPTIONS,
    MOST_INTERESTS,
    MOST_SITES,
    MOST_STOPS,
    SITE_MARK_BYTES,
    STOP_MARK_BYTES,
    AccessWishes,
    SeenSite,
    VisitPass,
)

MOST_TEXT_BYTES: Final = 40
_DEPTHS: Final = tuple(Depth)
_FLAGS: Final = ("high_contrast", "self_voicing", "description", "goes_on")


class TornBodyError(ValueError):
    """The bytes are not a body; the message says where they stop making sense."""


def format_body(held: VisitPass) -> bytes:
    """Return a pass as bytes; what is over a bound is left out."""
    access = held.access
    flags = sum(1 << place for place, name in enumerate(_FLAGS) if getattr(access, name))
    steps = (
        (access.text_percent - 100) // 10,
        access.speed_percent // 25,
        CAPTIONS.index(access.captions),
        flags,
    )
    interests = [tag.encode() for tag in held.interests]
    interests = [tag for tag in interests if len(tag) <= MOST_TEXT_BYTES][:MOST_INTERESTS]
    return b"".join(
        (
            _sized(held.language.encode("ascii")),
            bytes((_DEPTHS.index(held.depth), *steps, len(interests))),
            *map(_sized, interests),
            bytes([len(held.sites)]),
            *map(_format_site, held.sites),
        )
    )


def parse_body(content: bytes) -> VisitPass:
    """Return the pass in ``content``; the pair of :func:`format_body`.

    Raises:
        TornBodyError: It is cut short, too long, or a value is out of its bounds.
    """
    reader = _Reader(content)
    language = reader.text("language")
    if LANGUAGE_PATTERN.fullmatch(language) is None:
        raise TornBodyError("language")
    depth = _DEPTHS[reader.number("depth", len(_DEPTHS) - 1)]
    access = _read_access(reader)
    interests = tuple(reader.text("interest") for _ in range(reader.number("interests", MOST_INTERESTS)))
    sites = tuple(_read_site(reader) for _ in range(reader.number("sites", MOST_SITES)))
    reader.end()
    return VisitPass(language, depth, interests, access, sites)


def _read_access(reader: _Reader) -> AccessWishes:
    text, speed = reader.number("text size", 10), reader.number("speed", 8, least=3)
    captions = CAPTIONS[reader.number("captions", len(CAPTIONS) - 1)]
    flags = reader.number("flags", 2 ** len(_FLAGS) - 1)
    chosen = {name: bool(flags >> place & 1) for place, name in enumerate(_FLAGS)}
    return AccessWishes(text_percent=100 + 10 * text, speed_percent=25 * speed, captions=captions, **chosen)


def _format_site(seen: SeenSite) -> bytes:
    stops = sorted(seen.stops)
    head = seen.mark + seen.day.to_bytes(2, "big") + bytes((seen.visits, len(stops)))
    return head + b"".join(stops)


def _read_site(reader: _Reader) -> SeenSite:
    mark, day = reader.take("site", SITE_MARK_BYTES), reader.take("day", 2)
    visits = reader.number("visits", 255)
    stops = [reader.take("stop", STOP_MARK_BYTES) for _ in range(reader.number("stops", MOST_STOPS))]
    return SeenSite(mark, int.from_bytes(day, "big"), visits, frozenset(stops))


def _sized(text: bytes) -> bytes:
    return bytes([len(text)]) + text


class _Reader:
    """Takes bytes from the front; never past the end."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, what: str, count: int) -> bytes:
        taken = self._content[self._at : self._at + count]
        if len(taken) != count:
            raise TornBodyError(what)
        self._at += count
        return taken

    def number(self, what: str, most: int, least: int = 0) -> int:
        number = self.take(what, 1)[0]
        if not least <= number <= most:
            raise TornBodyError(what)
        return number

    def text(self, what: str) -> str:
        try:
            text = self.take(what, self.number(what, MOST_TEXT_BYTES)).decode()
        except UnicodeDecodeError as error:
            raise TornBodyError(what) from error
        if not text.isprintable():
            raise TornBodyError(what)
        return text

    def end(self) -> None:
        if self._at != len(self._content):
            raise TornBodyError("the end")
