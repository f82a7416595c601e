"""A volunteer brings the museum's spreadsheet: it is tried, questions are answered, and a pack is built of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.authoring.table_answers import MAP_FILE, read_answers
from kiosk.authoring.table_kinds import KINDS
from kiosk.model.errors import KioskError
from tests.authoring.desks import AUDIO, IMAGE, NUMBER, Desk, format_csv, make_rows, make_workbook
from tests.packs.kiosk_command import Kiosk


@pytest.fixture
def kiosk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    # So wide that no cell of the table of findings is broken.
    monkeypatch.setenv("COLUMNS", "400")
    return Kiosk(tmp_path / "device", capsys)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "museum").mkdir()
    desk = Desk(tmp_path / "museum")
    desk.add_sound("stop_01.wav", 2)
    desk.add_picture("Stop_01.PNG")
    return desk


@pytest.fixture
def table(desk: Desk) -> Path:
    """Stop 1 has a sound and a picture, two stops are called 2, and a sound is missing."""
    rows = make_rows()
    rows[0][AUDIO], rows[0][IMAGE] = "stop_01.wav", "stop_01.png"
    rows[1][AUDIO] = "stop_01_sv.wav"
    rows[6][NUMBER] = rows[7][NUMBER] = "2"
    path = desk.folder / "stops.xlsx"
    make_workbook(rows).save(path)
    return path


def test_a_table_is_tried_answered_and_built(kiosk: Kiosk, table: Path, tmp_path: Path) -> None:
    before = table.read_bytes()
    fort = tmp_path / "fort"
    assert kiosk.pack("new", fort, "--from", table) == 1
    assert not fort.exists()
    said = " ".join(kiosk.said.split())
    for words in (
        "rows 4-5, 8-9",
        "Read 8 rows: 3 stops in en, sv",
        "[authoring.table-open]",
    ):
        assert words in said
    (table.parent / MAP_FILE).write_text(
        '[rows.8]\nstop_number = "4"\n[rows.9]\nstop_number = "4"\n[rows.3]\naudio_file = ""\n'
    )
    assert kiosk.pack("new", fort, "--from", table) == 0
    assert "Wrote 4 stops in en, sv" in kiosk.said
    assert kiosk.pack("check", fort) == 0
    assert kiosk.pack("build", fort, "--out", tmp_path / "fort.hpack") == 0
    assert (tmp_path / "fort.hpack").is_file()
    assert table.read_bytes() == before


def test_programs_get_findings_rows_and_the_outcome(kiosk: Kiosk, table: Path, tmp_path: Path) -> None:
    *told, error = kiosk.objects("new", tmp_path / "fort", "--from", table)
    assert error["error"]["code"] == "authoring.table-open"
    findings = [one for one in told if "kind" in one]
    assert [(one["kind"], one["weight"], one["rows"], one["column"], one["media"]) for one in findings] == [
        ("audio_missing", "ask", [3], "audio_file", "stop_01_sv.wav"),
        ("number_used_twice", "ask", [4, 5, 8, 9], "stop_number", ""),
        ("name_case_differs", "note", [2], "image_file", "Stop_01.PNG"),
    ]
    assert all(one["file"] == "stops.xlsx" and one["sheet"] == "Sheet" and one["remedy"] for one in findings)
    rows = [one for one in told if "row" in one]
    assert [row["row"] for row in rows] == list(range(2, 10))
    assert (rows[1]["title"], rows[1]["lat"]) == ("Porten", 59.3341)
    assert told[-1] == {
        "result": "refused",
        "can_be_imported": "after_answers",
        "read": {"stops": 3, "rows": 8, "languages": ["en", "sv"]},
        "findings": 3,
    }


def test_one_may_go_on_without_what_is_missing(kiosk: Kiosk, table: Path, tmp_path: Path) -> None:
    (*told, done) = kiosk.objects("new", tmp_path / "fort", "--from", table, "--accept", "all")
    assert (done["result"], done["stops"], done["can_be_imported"]) == ("written", 4, "yes")
    accepted = {one["kind"] for one in told if str(one.get("remedy", "")).startswith("accepted: ")}
    assert accepted == {"audio_missing", "number_used_twice"}
    assert [path.name for path in (tmp_path / "fort/recordings").glob("*.wav")] == ["stop-1.story.en.wav"]


def test_the_folder_of_a_table_is_a_source_itself(kiosk: Kiosk, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "museum.hpack"
    assert kiosk.pack("build", table.parent, "--out", out) == 1
    assert "number_used_twice" in kiosk.said or "one number stands for different stops" in kiosk.said
    (table.parent / MAP_FILE).write_text(
        "[rows.8]\nleave_out = true\n[rows.9]\nleave_out = true\n[rows.3]\naudio_file = ''\n"
    )
    assert kiosk.pack("build", table.parent, "--out", out, "--version", "7") == 0
    assert out.is_file()


def test_a_new_folder_without_a_table_is_an_example(kiosk: Kiosk, tmp_path: Path) -> None:
    assert kiosk.pack("new", tmp_path / "mine") == 0
    assert (tmp_path / "mine/pack.toml").is_file()
    assert kiosk.pack("new", tmp_path / "mine") == 1
    assert "[authoring.folder-in-use]" in kiosk.said


def test_an_unknown_kind_and_an_absent_table_are_named(kiosk: Kiosk, table: Path, tmp_path: Path) -> None:
    assert kiosk.pack("new", tmp_path / "fort", "--from", table, "--accept", "everything") == 1
    assert "[authoring.kind-unknown]" in kiosk.said
    assert kiosk.pack("new", tmp_path / "fort", "--from", tmp_path / "none.xlsx") == 1
    assert "the table cannot be read" in " ".join(kiosk.said.split())


@pytest.mark.parametrize(
    "text",
    [
        "[headings",
        "[colours]\na = 1",
        '[headings]\nMål = "goal"',
        '[languages]\nSkånska = "Skånska"',
        "[table]\ncolour = 'red'",
        "[table]\nlanguage = 'Swedish'",
        "[rows.x]\ntitle = 'a'",
        "[rows.4]\ncolour = 'red'",
        "[rows.4]\ntitle = [1]",
        "rows = 4",
        "headings = 'a'",
    ],
)
def test_a_map_file_that_does_not_fit_is_refused_in_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "import.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KioskError) as caught:
        read_answers(path)
    assert caught.value.code == "authoring.map-unfit"
    assert caught.value.remedy


def test_a_map_file_that_is_not_there_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        read_answers(tmp_path / "gone.toml")
    assert caught.value.found == "it cannot be read (No such file or directory)"
    assert caught.value.remedy == "see whether it is there"


def test_the_pages_say_what_is_there(house: Path) -> None:
    """Each kind has its row in the reference, and the examples of the how-to guide are map files."""
    page = (house / "docs/reference/table-columns.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (blocks|ask|note) \|", page, re.MULTILINE))
    assert rows == {name: kind.severity.weight for name, kind in KINDS.items()}
    guide = (house / "docs/how-to/import-a-spreadsheet.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        assert tomllib.loads(example)


def test_the_map_files_of_the_guide_are_read(house: Path, tmp_path: Path) -> None:
    guide = (house / "docs/how-to/import-a-spreadsheet.md").read_text(encoding="utf-8")
    first, second = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    path = tmp_path / "import.toml"
    path.write_text(first, encoding="utf-8")
    answers = read_answers(path)
    assert (answers.rows[10], answers.left_out) == ({"stop_number": "5"}, frozenset({17}))
    path.write_text(second, encoding="utf-8")
    assert read_answers(path).headings == {"lopnummer": "stop_number", "internanteckning": ""}


def test_a_csv_comes_in_the_same_way(kiosk: Kiosk, desk: Desk, tmp_path: Path) -> None:
    path = desk.folder / "stops.csv"
    path.write_bytes(format_csv(make_rows(), ";").encode("cp1252"))
    assert kiosk.pack("new", tmp_path / "fort", "--from", path) == 0
    assert "Windows-1252" in kiosk.said
