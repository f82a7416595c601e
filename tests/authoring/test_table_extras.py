"""The tables that may lie beside the stops: the exhibition, its pictures, its tours."""

from __future__ import annotations

import pytest

from kiosk.authoring.table_columns import COLUMNS
from kiosk.authoring.table_source import read_table_source
from kiosk.packs.findings import PackSourceError
from tests.authoring.desks import Desk, format_csv, make_rows


@pytest.fixture
def fort(desk: Desk) -> Desk:
    (desk.folder / "stops.csv").write_text(format_csv(make_rows()), encoding="utf-8")
    return desk


def put(desk: Desk, name: str, *lines: str) -> None:
    (desk.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_tours_with_a_length_and_without(fort: Desk) -> None:
    put(
        fort,
        "tours.csv",
        "tour,language,title,stops,duration_s,summary",
        'short,en,Short,"1, 3",540,Two stops',
        "short,sv,Kort,1 3,540,Två",
        'all,en,All,"1;2;3;4;4;9",,',
    )
    source = read_table_source(fort.folder)
    short, whole = source.tours
    assert (short.id, short.minutes, short.stops) == ("tour-short", 9, ("stop-1", "stop-3"))
    assert (short.name, short.summary) == ({"en": "Short", "sv": "Kort"}, {"en": "Two stops", "sv": "Två"})
    assert (whole.minutes, len(whole.stops)) == (12, 4)
    assert [(one.what, one.rows, one.column) for one in source.warnings] == [
        ("there is no stop 9", (4,), "stops")
    ]


def test_pictures_and_the_exhibition(fort: Desk) -> None:
    fort.add_picture("Gate.png")
    fort.add_picture("front.png")
    put(
        fort,
        "images.csv",
        "stop_number,image_file,caption_en,caption_sv",
        "1,gate.PNG,The gate,Porten",
        ",front.png,,",
        "77,front.png,,",
    )
    put(fort, "exhibition.csv", "language,title,floor,voice", "English,The fort,0,Anna", "fr,Le fort,0,")
    source = read_table_source(fort.folder)
    (image,) = source.stops[0].images
    assert (image.file.name, image.alt) == ("Gate.png", {"en": "The gate", "sv": "Porten"})
    assert [path.name for path in source.site.attract] == ["front.png", "Gate.png"]
    assert source.site.name["en"] == "The fort"
    assert (source.floors[0].level, source.stops[0].floor) == (0, "floor0")
    assert {(one.file, one.rows) for one in source.warnings} == {
        ("images.csv", (4,)),
        ("exhibition.csv", (3,)),
    }


def test_what_is_wrong_with_them_refuses(fort: Desk) -> None:
    put(fort, "images.csv", "stop_number,image_file", "1,gone.png")
    put(fort, "exhibition.csv", "title", "The fort")
    put(fort, "tours.csv", "\0")
    with pytest.raises(PackSourceError) as caught:
        read_table_source(fort.folder)
    assert {(one.file, one.what) for one in caught.value.findings} == {
        ("images.csv", "media/gone.png is not there"),
        ("exhibition.csv", "no column language"),
        ("tours.csv", "no column tour, language, title, stops"),
    }


def test_other_tables_are_told_and_not_read(fort: Desk) -> None:
    put(fort, "amenities.csv", "a,b")
    assert [(one.file, one.what) for one in read_table_source(fort.folder).warnings] == [
        ("amenities.csv", "this table is not read")
    ]


def test_floors_of_the_stops(fort: Desk) -> None:
    rows = make_rows()
    floors = ["-1", "-1", "0", "0", "2", "2", "2–4", ""]
    (fort.folder / "stops.csv").write_text(
        format_csv([[*row, floor, ""] for row, floor in zip(rows, floors, strict=True)], headings=COLUMNS),
        encoding="utf-8",
    )
    source = read_table_source(fort.folder)
    assert [(floor.id, floor.level) for floor in source.floors] == [
        ("floor-minus1", -1),
        ("floor0", 0),
        ("floor2", 2),
    ]
    assert [stop.floor for stop in source.stops] == ["floor-minus1", "floor0", "floor2", ""]
    assert [(one.kind, one.rows) for one in source.warnings] == [("floor_unknown", (8,))]
