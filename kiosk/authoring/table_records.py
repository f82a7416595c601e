"""What stands in a table, row by row, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class StopRow:
    """One stop in one language.

    ``row`` counts as the spreadsheet program does. ``number`` is "" and ``is_numbered`` False while nobody
    knows it; ``typed`` is what stands in its cell. ``language`` is a tag, "" while unknown; ``audience`` is
    "children", "described" (for those who do not see) or "easy" where the row is for them. ``audio`` and ``image`` are the files that can be used.
    ``may_be_rounded`` where a zero at the end of the
    number would not have been kept. ``group`` tells stops of one number apart, from 0, where the author lets several have it.
    """

    row: int
    exhibition: str = ""
    number: str = ""
    typed: str = ""
    language: str = ""
    audience: str = ""
    title: str = ""
    text: str = ""
    audio_file: str = ""
    image_file: str = ""
    image_alt: str = ""
    floor: str = ""
    lat: float | None = None
    lon: float | None = None
    audio: Path | None = None
    image: Path | None = None
    group: int = 0
    may_be_rounded: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether number and language are known."""
        return bool(self.number and self.language)

    def content(self) -> tuple[object, ...]:
        """Return everything by which two rows are the same."""
        return (
            self.exhibition,
            self.number or self.typed,
            self.language,
            self.audience,
            self.title,
            self.text,
            self.audio_file,
            self.image_file,
            self.image_alt,
            self.floor,
            self.lat,
            self.lon,
        )

    def as_record(self) -> dict[str, object]:
        """Return what was read as a JSON object, by the template's columns."""
        return {
            "row": self.row,
            "exhibition": self.exhibition,
            "stop_number": self.number,
            "language": self.language,
            "title": self.title,
            "text": self.text,
            "audio_file": self.audio_file,
            "image_file": self.image_file,
            "lat": self.lat,
            "lon": self.lon,
        }
