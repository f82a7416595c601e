"""A source made from a table is written as a folder that reads as the same source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.authoring.any_source import read_any_source
from kiosk.authoring.source_toml import format_pairs, join_lines
from kiosk.authoring.source_writer import write_source
from kiosk.authoring.table_source import read_table_source
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source_fields import read_toml
from tests.authoring.desks import AUDIO, IMAGE, TEXT, TITLE, Desk, format_csv, make_rows


@pytest.fixture
def source(desk: Desk) -> PackSource:
    desk.add_sound("Röst 1.mp3")
    desk.add_picture("Gate.JPEG", format="PNG")
    desk.add_picture("more/gate.png")
    rows = make_rows()
    rows[0][AUDIO] = rows[1][AUDIO] = "Röst 1.mp3"
    rows[0][IMAGE], rows[2][IMAGE] = "Gate.JPEG", "more/gate.png"
    rows[0][TEXT] = 'First "quoted" line.\n\nSecond \\ paragraph """ with marks.'
    rows[3][TITLE] = ""
    (desk.folder / "stops.csv").write_text(format_csv(rows), encoding="utf-8")
    (desk.folder / "tours.csv").write_text(
        'tour,language,title,stops,duration_s\n1,en,Short,"3,1",600\n1,sv,Kort,"3,1",600\n'
    )
    (desk.folder / "exhibition.csv").write_text(
        "language,title,floor,voice\nen,The fort,2,Anna\nsv,Borgen,2,Bo\n"
    )
    return read_table_source(desk.folder)


def test_the_folder_reads_as_what_was_written(source: PackSource, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "media").rglob("*") if path.is_file()}
    write_source(source, tmp_path / "fort")
    again = read_any_source(tmp_path / "fort")
    assert {path: path.read_bytes() for path in before} == before
    for name in ("id", "version", "publisher", "reviewed_on", "languages", "label_key", "floors", "tours"):
        assert getattr(again, name) == getattr(source, name), name
    assert (again.site.name, again.site.lat) == (source.site.name, source.site.lat)
    for read, written in zip(again.stops, source.stops, strict=True):
        assert (read.id, read.number, read.code, read.order, read.lat, read.floor) == (
            written.id,
            written.number,
            written.code,
            written.order,
            written.lat,
            "floor2",
        )
        assert [(text.language, text.by_depth) for text in read.texts] == [
            (text.language, text.by_depth) for text in written.texts
        ]
        assert [(one.language, one.credit) for one in read.recordings] == [
            (one.language, one.credit) for one in written.recordings
        ]
    assert again.stops[1].texts[1].title == ""
    assert again.stops[0].texts[0].by_depth[Depth.STORY].startswith('First "quoted" line.\n\nSecond \\')


def test_endings_fit_the_content_and_names_differ_by_more_than_capitals(
    source: PackSource, tmp_path: Path
) -> None:
    write_source(source, tmp_path / "fort")
    assert sorted(path.name for path in (tmp_path / "fort/media").iterdir()) == ["Gate.png", "gate-2.png"]
    assert sorted(path.name for path in (tmp_path / "fort/recordings").iterdir()) == [
        "recordings.toml",
        "stop-1.story.en.wav",
        "stop-1.story.sv.wav",
    ]


def test_a_folder_in_use_is_left_alone(source: PackSource, tmp_path: Path) -> None:
    (tmp_path / "fort").mkdir()
    (tmp_path / "fort/mine.txt").write_text("x")
    with pytest.raises(KioskError) as caught:
        write_source(source, tmp_path / "fort")
    assert caught.value.code == "authoring.folder-in-use"
    assert [path.name for path in (tmp_path / "fort").iterdir()] == ["mine.txt"]


def test_a_file_that_goes_away_meanwhile_leaves_no_half_folder(source: PackSource, tmp_path: Path) -> None:
    (tmp_path / "media/Röst 1.mp3").unlink()
    with pytest.raises(KioskError) as caught:
        write_source(source, tmp_path / "fort")
    assert caught.value.code == "authoring.not-written"
    assert list((tmp_path / "fort").iterdir()) == []
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".fort")]


def test_a_stop_that_lacks_the_fall_back_language_gets_its_title(source: PackSource, tmp_path: Path) -> None:
    first = replace(source.stops[0], texts=source.stops[0].texts[1:], recordings=())
    write_source(replace(source, stops=(first, *source.stops[1:])), tmp_path / "fort")
    text = read_any_source(tmp_path / "fort").stops[0].texts[0]
    assert (text.language, text.title, text.by_depth) == ("en", "Porten", {Depth.GLANCE: "Porten"})


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        'a "b" \\ c',
        "two\nlines",
        'ends with "',
        '"""',
        "tab\there",
        "a\n\\",
        "å 🏰 \u200fع",
        "\x7f",
        "'",
        "a\n'''\"\"\"\nb",
    ],
)
def test_any_text_survives(tmp_path: Path, text: str) -> None:
    from kiosk.packs.findings import Findings

    path = tmp_path / "a.toml"
    path.write_text(join_lines(format_pairs({"key": text, "two words": text})), encoding="utf-8")
    fields = read_toml(path, "a.toml", Findings())
    assert (fields.value("key"), fields.value("two words")) == (text, text)
