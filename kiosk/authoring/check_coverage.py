"""How much of a pack is told in each language and at each depth: a picture of what is still to do."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.authoring.check_telling import find_text
from kiosk.model.content import Depth
from kiosk.packs.pack_source import PackSource


@dataclass(frozen=True, slots=True)
class LanguageCoverage:
    """One language: for how many stops there is a title, a text and a recording at each depth, facts.

    ``pictures`` counts the pictures of stops, ``described`` those with an alternative text in the language.
    """

    language: str
    titles: int
    texts: dict[Depth, int]
    recordings: dict[Depth, int]
    facts: int
    pictures: int
    described: int

    def as_record(self) -> dict[str, object]:
        """Return the counts as a JSON object."""
        return {
            "language": self.language,
            "titles": self.titles,
            "texts": {depth.value: count for depth, count in self.texts.items()},
            "recordings": {depth.value: count for depth, count in self.recordings.items()},
            "facts": self.facts,
            "pictures": self.pictures,
            "described": self.described,
        }


def measure_coverage(source: PackSource) -> tuple[LanguageCoverage, ...]:
    """Return the counts for each language of the pack, in its order."""
    return tuple(_measure(source, language) for language in source.languages)


def format_coverage(source: PackSource, coverage: tuple[LanguageCoverage, ...]) -> list[str]:
    """Return the counts as the lines of a table; ``8 + 5`` are eight texts of which five are recorded."""
    stops = len(source.stops)
    # Few packs have audio description: a column of noughts would say that something is missing.
    shown = [depth for depth in Depth if depth is not Depth.DESCRIBED or _is_there(depth, coverage)]
    heading = ["", "title", *(depth.value for depth in shown), "facts", "pictures described"]
    rows = [heading]
    for one in coverage:
        depths = [f"{one.texts[depth]} + {one.recordings[depth]}" for depth in shown]
        rows.append(
            [one.language, str(one.titles), *depths, str(one.facts), f"{one.described} of {one.pictures}"]
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    table = [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return [
        f"{stops} stop{'s' if stops != 1 else ''}; texts + recordings for each language and depth:",
        *table,
    ]


def _is_there(depth: Depth, coverage: tuple[LanguageCoverage, ...]) -> bool:
    return any(one.texts[depth] or one.recordings[depth] for one in coverage)


def _measure(source: PackSource, language: str) -> LanguageCoverage:
    texts = [text for stop in source.stops if (text := find_text(stop, language))]
    # A person's recording and a computer's voice of one text are one text that is recorded.
    recorded = {
        (stop.id, one.depth) for stop in source.stops for one in stop.recordings if one.language == language
    }
    images = [image for stop in source.stops for image in stop.images]
    return LanguageCoverage(
        language=language,
        titles=sum(bool(text.title) for text in texts),
        texts={depth: sum(depth in text.by_depth for text in texts) for depth in Depth},
        recordings={depth: sum(told is depth for _, told in recorded) for depth in Depth},
        facts=sum(len(text.facts) for text in texts),
        pictures=len(images),
        described=sum(language in image.alt for image in images),
    )
