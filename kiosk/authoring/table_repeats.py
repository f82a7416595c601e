"""What only the whole table shows: rows that are there twice, numbers with two meanings, what some stops lack."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kiosk.authoring.table_log import TableLog, shorten
from kiosk.authoring.table_places import find_swapped
from kiosk.authoring.table_records import StopRow

_ONE_DECIMAL = re.compile(r"([0-9]{1,6})[.,]([1-9])")
_SHOWN_STOPS = 5


def leave_repeated_out(rows: Sequence[StopRow], log: TableLog) -> list[StopRow]:
    """Return the rows without those that say the same as an earlier one."""
    seen: dict[tuple[object, ...], int] = {}
    kept = []
    for row in rows:
        earlier = seen.setdefault(row.content(), row.row)
        if earlier == row.row:
            kept.append(row)
        else:
            log.tell("row_repeated", row.row, detail=f"row {row.row} as row {earlier}")
    return kept


def match_regions(rows: Sequence[StopRow], log: TableLog) -> None:
    """Take a regional tag for its plain language where others write that, and no stop is told in both."""
    languages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        languages[row.number or row.typed].add(row.language)
    used = {language for told in languages.values() for language in told}
    doubled = {tag for told in languages.values() for tag in told if tag.partition("-")[0] in told - {tag}}
    for row in rows:
        plain = row.language.partition("-")[0]
        if row.language != plain and plain in used and row.language not in doubled:
            log.tell("language_other_words", row.row, column="language", detail=f"{row.language} = {plain}")
            row.language = plain


def ask_for_lost_zeros(rows: Sequence[StopRow], log: TableLog) -> None:
    """Ask about numbers such as 2.1 that may have been 2.10; nobody knows such a number until it is answered.

    A number is believed where its neighbour 2.2 is there, too, and it comes first; where the table keeps zeros
    (2.10) all are believed.
    """
    found = {
        row.row: match for row in rows if row.may_be_rounded and (match := _ONE_DECIMAL.fullmatch(row.number))
    }
    keeps_zeros = any(row.may_be_rounded and re.fullmatch(r"[0-9]+[.,][0-9]*0", row.number) for row in rows)
    if not found or keeps_zeros:
        return
    digits: dict[str, set[int]] = defaultdict(set)
    for match in found.values():
        digits[match[1]].add(int(match[2]))
    met: set[tuple[str, str]] = set()
    for row in rows:
        match = found.get(row.row)
        if match is None:
            continue
        again = (row.number, row.language) in met
        met.add((row.number, row.language))
        digit = int(match[2])
        if again or not digits[match[1]] & {digit - 1, digit + 1}:
            _ask_for_zero(row, log)


def _ask_for_zero(row: StopRow, log: TableLog) -> None:
    file = row.audio_file or row.image_file
    named = f" (its file is {shorten(file, 40)})" if file else ""
    log.tell(
        "number_may_have_lost_a_zero",
        row.row,
        column="stop_number",
        detail=f"{row.number} may have been {row.number}0{named}",
    )
    if not log.accepts("number_may_have_lost_a_zero"):
        row.number = ""


def tell_stops_apart(rows: Sequence[StopRow], log: TableLog) -> set[str]:
    """Ask about numbers that stand for different stops in one language, and return them; stops get a ``group`` each."""
    asked: set[str] = set()
    stops: dict[tuple[str, str], list[StopRow]] = defaultdict(list)
    exhibitions = _name_exhibitions(rows)
    for row in rows:
        if row.is_certain:
            stops[(exhibitions.get(row.row, ""), row.number)].append(row)
    numbers: dict[str, int] = defaultdict(int)
    for (_, number), same in stops.items():
        first = numbers[number]
        numbers[number] += _group(same, first)
        told = Counter((row.language, row.audience) for row in same)
        doubled = [row for row in same if told[(row.language, row.audience)] > 1]
        if doubled:
            asked.add(number)
            titles = dict.fromkeys(shorten(row.title or row.text or "no title", 40) for row in doubled)
            log.tell(
                "number_used_twice",
                *(row.row for row in doubled),
                column="stop_number",
                detail=f"number {number}: {' / '.join(titles)}",
                group=(number, first),
            )
    return asked


def list_stops(rows: Iterable[StopRow]) -> dict[tuple[str, int], list[StopRow]]:
    """Return the rows whose number is known, by number and group, in the table's order."""
    stops: dict[tuple[str, int], list[StopRow]] = defaultdict(list)
    for row in rows:
        if row.is_certain:
            stops[(row.number, row.group)].append(row)
    return dict(stops)


def count_stops(rows: Sequence[StopRow]) -> int:
    """Return how many distinct numbers the exhibitions of a table have."""
    exhibitions = _name_exhibitions(rows)
    return len({(exhibitions.get(row.row, ""), row.number) for row in rows if row.is_certain})


def tell_missing_languages(rows: Sequence[StopRow], asked: set[str], log: TableLog) -> None:
    """Tell which stops lack a language that others have.

    Nothing is said of what may be in a row that waits for an answer, nor of numbers that were ``asked`` about.
    """
    stops = {
        key: {row.language for row in same if not row.audience} for key, same in list_stops(rows).items()
    }
    waiting = [row.language for row in rows if not row.is_certain] + [""] * len(log.unread)
    for language in dict.fromkeys(row.language for row in rows if row.language and not row.audience):
        lacking = {key for key, told in stops.items() if language not in told and key[0] not in asked}
        if not lacking or len(lacking) <= waiting.count(language) + waiting.count(""):
            continue
        having = len(stops) - len(lacking)
        mostly_there = having >= len(lacking)
        named = {
            row.row for row in rows if mostly_there and row.is_certain and (row.number, row.group) in lacking
        }
        numbers = [
            number
            for number, _ in (lacking if mostly_there else [key for key in stops if key not in lacking])
        ]
        words = "is missing for" if mostly_there else "is there only for"
        log.tell(
            "language_missing", *named, column="language", detail=f"{language} {words} {_list_stops(numbers)}"
        )


def tell_what_is_not_shown(rows: Sequence[StopRow], log: TableLog) -> None:
    """Tell of stops without a text, of rows for other audiences and of floors that are none."""
    for (number, _), same in list_stops(rows).items():
        if not any(row.text for row in same):
            log.tell("text_missing", *(row.row for row in same), column="text", detail=number)
    for row in rows:
        if row.audience == "easy":
            log.tell(
                "audience_rows", row.row, column="language", detail="easy texts have no place in a pack yet"
            )
        elif row.audience and not row.text:
            whom = "children" if row.audience == "children" else "those who do not see"
            log.tell("audience_rows", row.row, column="language", detail=f"there is no text for {whom}")
        if row.floor and read_level(row.floor) is None:
            log.tell("floor_unknown", row.row, column="floor", detail=shorten(row.floor, 20))


def read_level(text: str) -> int | None:
    """Return a floor's level; None where it is no whole number."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,2}", text) else None


def ask_for_swapped_places(rows: Sequence[StopRow], log: TableLog) -> None:
    """Ask about coordinates that seem exchanged, and about such as are nowhere on earth."""
    placed = [row for row in rows if row.lat is not None and row.lon is not None]
    swapped = find_swapped([(row.lat or 0.0, row.lon or 0.0) for row in placed])
    for position, row in enumerate(placed):
        lat, lon = row.lat or 0.0, row.lon or 0.0
        if position in swapped:
            log.tell("coordinates_swapped", row.row, column="lat,lon", detail=f"{lat:g}, {lon:g}")
            row.lat, row.lon = lon, lat
            continue
        beyond = [
            name for name, value, limit in (("lat", lat, 90), ("lon", lon, 180)) if not abs(value) <= limit
        ]
        for name in beyond:
            value = lat if name == "lat" else lon
            log.tell("coordinates_out_of_range", row.row, column=name, detail=f"{name} {value:.10g}")
        if beyond:
            row.lat = row.lon = None


def _group(rows: Sequence[StopRow], first: int) -> int:
    """Give each stop among rows of one number its group: a language that comes again begins the next."""
    met: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        row.group = first + met[(row.language, row.audience)]
        met[(row.language, row.audience)] += 1
    return max(met.values())


def _name_exhibitions(rows: Sequence[StopRow]) -> dict[int, str]:
    """Return by row which exhibition it belongs to, where numbers begin anew in each; empty where they do not.

    An exhibition may have another name in each language. Names that stand in several languages are one
    exhibition; else the first name of a language goes with the first of the others, and so on.
    """
    used: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.is_certain and row.exhibition:
            used[(row.number, row.language, row.audience)].add(row.exhibition)
            languages[row.exhibition].add(row.language)
    if all(len(names) < 2 for names in used.values()):
        return {}
    order: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row.exhibition and len(languages[row.exhibition]) < 2:
            names = order[row.language]
            names.setdefault(row.exhibition, f"exhibition {len(names)}")
    return {
        row.row: order[row.language].get(row.exhibition, row.exhibition) for row in rows if row.exhibition
    }


def _list_stops(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_SHOWN_STOPS])
    more = f" and {len(numbers) - _SHOWN_STOPS} more" if len(numbers) > _SHOWN_STOPS else ""
    return f"stop{'s' if len(numbers) > 1 else ''} {shown}{more}"


def list_languages(rows: Iterable[StopRow]) -> Iterator[str]:
    """Yield the languages of a table in the order in which they come."""
    yield from dict.fromkeys(row.language for row in rows if row.language and (row.text or not row.audience))
