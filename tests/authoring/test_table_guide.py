"""Tables beside the stops that a guide of one's own is made of: when stops are to be seen, ways, kinds of tours."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.any_source import read_any_source
from kiosk.authoring.source_writer import write_source
from kiosk.authoring.table_source import read_table_source
from kiosk.model.content import TourKind, WayKind
from kiosk.packs.pack_source import PackSource, WaySource
from tests.authoring.desks import Desk, format_csv, make_rows

VISITING = (
    "stop_number,closed,opening_hours,added,look_s",
    '1,yes,"Mo-Fr 10:00-12:00; PH off",2026-02-01,"40,0"',
    "3,,,,90",
)
WAYS = (
    "from,to,metres,kind,name,closed",
    "1,3,35.5,Stairs,The steep stair,",
    "3,4,120,,,x",
)


@pytest.fixture
def fort(desk: Desk) -> Desk:
    (desk.folder / "stops.csv").write_text(format_csv(make_rows()), encoding="utf-8")
    return desk


def read(desk: Desk, **tables: tuple[str, ...]) -> PackSource:
    for name, lines in tables.items():
        (desk.folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_table_source(desk.folder)


def test_what_a_desk_wrote_is_there_and_survives_as_a_folder(fort: Desk, tmp_path: Path) -> None:
    tours = ("tour,language,title,stops,kind", 'kids,en,Kids,"1,3",Children', "kids,sv,Barn,1 3,children")
    source = read(fort, visiting=VISITING, ways=WAYS, tours=tours)
    write_source(source, tmp_path / "fort")
    for one in (source, read_any_source(tmp_path / "fort")):
        first, third = (next(stop for stop in one.stops if stop.number == number) for number in "13")
        assert (first.closed, first.opening_hours, first.added_on, first.look_s) == (
            True,
            "Mo-Fr 10:00-12:00; PH off",
            "2026-02-01",
            40,
        )
        assert (third.closed, third.opening_hours, third.added_on, third.look_s) == (False, "", "", 90)
        assert one.ways == (
            WaySource(
                "way-2", "stop-1", "stop-3", 35.5, WayKind.STAIRS, closed=False, name="The steep stair"
            ),
            WaySource("way-3", "stop-3", "stop-4", 120.0, WayKind.WALK, closed=True, name=""),
        )
        assert [tour.kind for tour in one.tours] == [TourKind.CHILDREN]
    assert [one.what for one in source.warnings] == []


@pytest.mark.parametrize(
    ("name", "lines", "told"),
    [
        ("visiting", ("stop_number,closed", "77,yes"), ("there is no stop 77", "stop_number")),
        ("visiting", ("stop_number,closed", "1,perhaps"), ("'perhaps' is neither yes nor no", "closed")),
        (
            "visiting",
            ("stop_number,look_s", "1,a while"),
            ("'a while' is no number from 0 to 3600", "look_s"),
        ),
        ("visiting", ("stop_number,look_s", "1,nan"), ("'nan' is no number from 0 to 3600", "look_s")),
        ("visiting", ("stop_number,added", "1,spring"), ("'spring' is no date", "added")),
        (
            "visiting",
            ("stop_number,opening_hours", "1,daily"),
            ("these opening hours cannot be read", "opening_hours"),
        ),
        ("visiting", ("stop_number,opening_hours", f"1,{'x' * 300}"), ("it has 300 signs", "opening_hours")),
        ("ways", ("from,to,metres", "1,9,5"), ("there is no stop 9; the way was left out", "to")),
        ("ways", ("from,to,metres", "1,1,5"), ("the way leads back to where it begins", "to")),
        ("ways", ("from,to,metres", "1,3,"), ("nobody says how long it is", "metres")),
        ("ways", ("from,to,metres", "1,3,-4"), ("'-4' is no number from 0 to 20000", "metres")),
        ("ways", ("from,to,metres,kind", "1,3,5,rope"), ("'rope' is no kind of way", "kind")),
        (
            "tours",
            ("tour,language,title,stops,kind", "a,en,A,1 3,dogs"),
            ("'dogs' is no kind of tour", "kind"),
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(
    fort: Desk, name: str, lines: tuple[str, ...], told: tuple[str, str]
) -> None:
    source = read(fort, **{name: lines})
    (warning,) = source.warnings
    assert warning.what.startswith(told[0])
    assert (warning.file, warning.rows, warning.column) == (f"{name}.csv", (2,), told[1])
    assert source.ways == ()


def test_a_table_without_them_says_nothing_of_it(fort: Desk) -> None:
    source = read(fort)
    assert source.ways == ()
    assert not any(stop.closed or stop.opening_hours or stop.added_on or stop.look_s for stop in source.stops)
