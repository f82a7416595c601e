"""What a stop's page shows beside its story, as the values QML binds to: pictures, the things themselves, sources, credits.

Each function takes None for a page that is empty.
"""

from __future__ import annotations

from typing import Any

from kiosk.model.content import Source, Stop
from kiosk.screens.credit_line import join_credit
from kiosk.screens.media_index import MediaIndex


def list_pictures(stop: Stop | None, media: MediaIndex) -> list[dict[str, Any]]:
    """Return the pictures that are on this device."""
    return [
        {
            "url": media.make_url(image.sha256),
            "focus_x": image.focus_x,
            "focus_y": image.focus_y,
            "alt": image.alt,
            "credit": image.credit,
            "rights": image.rights,
        }
        for image in (stop.images if stop else ())
        if media.make_url(image.sha256)
    ]


def list_artifacts(stop: Stop | None) -> list[dict[str, str]]:
    """Return the things themselves; one that has no name and no description says nothing."""
    return [
        {"name": thing.object_name, "number": thing.object_number, "description": thing.brief_description}
        for thing in (stop.artifacts if stop else ())
        if thing.object_name or thing.brief_description
    ]


def list_facts(stop: Stop | None) -> list[dict[str, Any]]:
    """Return each statement with the sources it rests on."""
    return [
        {
            "text": fact.text,
            "language": fact.language,
            "sources": [_name_source(source) for source in fact.sources],
        }
        for fact in (stop.facts if stop else ())
    ]


def list_credits(stop: Stop | None) -> list[str]:
    """Return whom to name for pictures, voices and films, each once."""
    if stop is None:
        return []
    said = [join_credit(image.credit, image.rights) for image in stop.images]
    said += [recording.credit for recording in stop.recordings]
    # A film that stands alone, and a sound, name theirs where they are shown.
    said += [join_credit(film.credit, film.rights) for film in stop.films if film.depth is not None]
    return list(dict.fromkeys(credit for credit in said if credit))


def _name_source(source: Source) -> str:
    parts = (source.author, source.title, source.publisher, source.year)
    return ", ".join(part for part in parts if part)
