"""A museum's table becomes a pack source: titles fall back, codes and keys stay the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from kiosk.authoring.any_source import read_any_source
from kiosk.authoring.table_source import make_glance, read_table_source
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.packs.findings import PackSourceError
from kiosk.packs.names import HOST, ITEM_ID, PACK_ID, STOP_CODE

HEADING = "exhibition,stop_number,language,title,text,audio_file,image_file,lat,lon\n"
LONG = (
    "The first sentence is short. "
    + "The second one goes on for a good while about the wreck. " * 4
    + "It ends."
)


def write_table(folder: Path, *rows: str, heading: str = HEADING) -> Path:
    (folder / "media").mkdir(parents=True, exist_ok=True)
    (folder / "stops.csv").write_text(heading + "\n".join(rows) + "\n", encoding="utf-8")
    return folder


def faults_of(folder: Path) -> str:
    with pytest.raises(PackSourceError) as caught:
        read_table_source(folder)
    return "\n".join(finding.format() for finding in caught.value.findings)


def test_a_table_becomes_a_source(tmp_path: Path) -> None:
    folder = write_table(
        tmp_path,
        f'Das Wrack,1,de,Der Rumpf,"{LONG}",,rumpf.png,56.5,16.7',
        "The Wreck,1,en,The hull,Short text.,,,,",
        'Das Wrack,12a,de,"Die Kanonen",Text.,,,56.7,16.9',
    )
    Image.new("RGB", (4, 3)).save(folder / "media/rumpf.png")
    source = read_table_source(folder)
    assert (source.id, source.site.id, source.label_host) == (
        "table.das-wrack",
        "das-wrack",
        "DAS-WRACK.EXAMPLE",
    )
    assert (source.languages, source.fallback_language) == (("de", "en"), "de")
    assert dict(source.site.name) == {"de": "Das Wrack", "en": "The Wreck"}
    assert source.site.lat == pytest.approx(56.6)
    assert source.site.lon == pytest.approx(16.8)
    assert [(stop.number, stop.id, stop.order) for stop in source.stops] == [
        ("1", "stop-1", 1),
        ("12a", "stop-12a", 2),
    ]
    german = source.stops[0].texts[0]
    assert german.by_depth[Depth.STORY] == LONG
    assert LONG.startswith(german.by_depth[Depth.GLANCE])
    assert source.stops[0].images[0].file.name == "rumpf.png"
    assert source.site.attract == (folder / "media/rumpf.png",)


def test_no_place_is_no_place(tmp_path: Path) -> None:
    source = read_table_source(write_table(tmp_path, "A,1,en,T,Text,,,,"))
    assert (source.site.lat, source.stops[0].lat) == (None, None)


def test_codes_and_keys_do_not_change_with_a_text(tmp_path: Path) -> None:
    """Labels are printed once; a mended comma must not make them useless."""
    first = read_table_source(write_table(tmp_path / "a", "A,1,en,Title,Text,,,,", "A,2,en,Other,Text,,,,"))
    second = read_table_source(
        write_table(tmp_path / "b", "A,2,en,Renamed,Mended,,,,", "A,1,en,Title,Text,,,,")
    )
    assert first.label_key == second.label_key
    codes = {stop.number: stop.code for stop in first.stops}
    assert codes == {stop.number: stop.code for stop in second.stops}
    assert len(set(codes.values())) == 2
    elsewhere = read_table_source(write_table(tmp_path / "c", "B,1,en,Title,Text,,,,"))
    assert elsewhere.label_key != first.label_key
    assert elsewhere.stops[0].code != codes["1"]


@pytest.mark.parametrize("exhibition", ["Żółw", "قلعة", "दिल्ली", "北京", "...", "A" * 300, "a/../b", ""])
def test_any_name_gives_fit_ids(tmp_path: Path, exhibition: str) -> None:
    source = read_table_source(write_table(tmp_path, f"{exhibition},1,en,T,Text,,,,"))
    assert PACK_ID.fullmatch(source.id)
    assert ITEM_ID.fullmatch(source.site.id)
    assert HOST.fullmatch(source.label_host)
    assert all(STOP_CODE.fullmatch(stop.code) for stop in source.stops)


def test_a_blank_title_falls_back_and_a_blank_text_says_so(tmp_path: Path) -> None:
    source = read_table_source(write_table(tmp_path, "A,1,sv,Titel,,,,,", "A,1,en,,,,,,"))
    swedish, english = source.stops[0].texts
    assert (swedish.title, english.title) == ("Titel", "")
    assert swedish.by_depth == {Depth.GLANCE: "Titel"}
    assert not english.by_depth
    assert [(w.kind, w.rows) for w in source.warnings] == [("text_missing", (2, 3))]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = write_table(
        tmp_path,
        "A,1,en,T,Text,gone.mp3,gone.png,,",
        "A,1,en,Again,Text,,,,",
        "A,,en,No number,Text,,,,",
        "A,2,en,T,Text,,,north,1234",
        "A,3,en,T,Text,../../etc/passwd,,,",
    )
    faults = faults_of(folder)
    for words in (
        "rows 2-3, column stop_number: one number stands for different stops: number 1: T / Again",
        "row 4, column stop_number: there are texts but no stop number: No number",
        'row 5, column lat,lon: there is no such place: lat "north"; lon "1234"',
        "row 2, column audio_file: the sound is not in the media folder: gone.mp3",
        "row 2, column image_file: the picture is not in the media folder: gone.png",
        "row 6, column audio_file: the sound is not in the media folder: ../../etc/passwd",
    ):
        assert words in faults


def test_what_is_accepted_becomes_a_note_that_says_what_was_done(tmp_path: Path) -> None:
    folder = write_table(
        tmp_path,
        "A,1,en,T,Text,gone.mp3,,,",
        "A,1,en,Again,Text,,,,",
        "A,,en,No number,Text,,,,",
    )
    source = read_table_source(folder, frozenset({"all"}))
    assert [(stop.number, stop.id) for stop in source.stops] == [("1", "stop-1"), ("1", "stop-1-2")]
    assert len({stop.code for stop in source.stops}) == 2
    assert {w.kind for w in source.warnings if w.remedy.startswith("accepted: ")} == {
        "audio_missing",
        "number_used_twice",
        "stop_number_missing",
    }


def test_answers_stand_in_a_map_file_and_the_table_stays_as_it_is(tmp_path: Path) -> None:
    folder = write_table(
        tmp_path,
        "A,1,en,T,Text,gone.mp3,,,",
        "A,1,en,Again,Text,,,,",
        "A,,en,No number,Text,,,,",
        "A,7,en,Remark,Ask Anna about this stop,,,,",
    )
    before = (folder / "stops.csv").read_bytes()
    (folder / "import.toml").write_text(
        '[rows.2]\naudio_file = ""\n[rows.3]\nstop_number = 2\n[rows.4]\nstop_number = "3"\n'
        "[rows.5]\nleave_out = true\n"
    )
    source = read_table_source(folder)
    assert [(stop.number, stop.texts[0].title) for stop in source.stops] == [
        ("1", "T"),
        ("2", "Again"),
        ("3", "No number"),
    ]
    assert [(w.kind, w.rows) for w in source.warnings] == [("left_out", (5,))]
    assert (folder / "stops.csv").read_bytes() == before


def test_titles_for_children_without_a_text_have_no_place_and_that_is_told(tmp_path: Path) -> None:
    source = read_table_source(write_table(tmp_path, "A,1,en,T,Text,,,,", "A,1,svKids,T,,,,,"))
    assert source.languages == ("en",)
    assert [(w.kind, w.rows) for w in source.warnings] == [("audience_rows", (3,))]


def test_a_text_for_children_is_the_childrens(tmp_path: Path) -> None:
    source = read_table_source(
        write_table(tmp_path, "A,1,sv,T,Text,,,,", "A,1,svKids,För barn,Kort text,,,,")
    )
    (text,) = source.stops[0].texts
    assert (text.title, text.by_depth[Depth.CHILDREN]) == ("T", "Kort text")


@pytest.mark.parametrize("mark", ["svDescribed", "sv-syntolkning", "Svenska (syntolkat)"])
def test_what_is_to_be_seen_is_told_to_those_who_do_not_see(tmp_path: Path, mark: str) -> None:
    source = read_table_source(
        write_table(tmp_path, f"A,1,{mark},Beskrivning,Ett torn.,,,,", "A,1,sv,T,Text,,,,")
    )
    (text,) = source.stops[0].texts
    assert (text.title, text.by_depth[Depth.DESCRIBED], text.by_depth[Depth.STORY]) == (
        "T",
        "Ett torn.",
        "Text",
    )


def test_what_is_no_language_is_asked(tmp_path: Path) -> None:
    folder = write_table(tmp_path, "A,1,en,T,Text,,,,", "A,1,Klingon,T,Text,,,,")
    assert 'row 3, column language: this is no language that is known: "Klingon"' in faults_of(folder)
    (folder / "import.toml").write_text('[languages]\n"Klingon" = "tlh"\n')
    assert read_table_source(folder).languages == ("en", "tlh")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"a,b\n1,2\n",
        HEADING.encode(),
        HEADING.encode() + b'A,1,en,"T',
        HEADING.encode() + b"\x00",
    ],
)
def test_junk_is_refused_in_words(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "stops.csv").write_bytes(raw)
    assert "stops.csv" in faults_of(tmp_path)


@pytest.mark.parametrize(
    ("text", "glance"),
    [
        ("One sentence", "One sentence"),
        ("A. " + "b" * 200 + ". C.", "A. " + "b" * 200 + "."),
        ("यह एक है। " + "क" * 170 + "। अंत।", "यह एक है। " + "क" * 170 + "।"),
        ("First paragraph.\n\nSecond.", "First paragraph."),
        ("", ""),
    ],
)
def test_a_glance_is_the_first_sentences(text: str, glance: str) -> None:
    assert make_glance(text) == glance


def test_the_version_can_be_given(tmp_path: Path) -> None:
    folder = write_table(tmp_path, "A,1,en,T,Text,,,,")
    assert read_any_source(folder, 7).version == 7
    with pytest.raises(KioskError) as caught:
        read_any_source(folder, 0)
    assert caught.value.code == "packs.version-unfit"


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        read_any_source(tmp_path)
    assert caught.value.code == "packs.source-missing"
