"""``kiosk guide evaluate``, as somebody types it who recorded visits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.app.cli import main

WAYS = ["the guide", "popularity", "nearest", "item-kNN", "popularity/distance"]


def write(folder: Path, **more: object) -> Path:
    items = [{"id": str(at), "category": "a", "lat": 28.5 + at / 2000, "lon": 77.2} for at in range(8)]
    visit = [{"item": str(at), "start_s": 100 * at, "end_s": 100 * at + 50} for at in range(4)]
    trails = {"name": "Fort", "items": items, "visits": [visit] * 10, "visitor": list(range(10))}
    path = folder / "trails.json"
    path.write_text(json.dumps(trails | more), "utf-8")
    return path


def test_a_table_for_people_has_a_row_for_the_guide_and_four_plain_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guide", "evaluate", str(write(tmp_path)), "--tours", "1"]) == 0
    about, asked, head, *rows = capsys.readouterr().out.splitlines()
    assert about == "Fort: 8 items, 10 visits of 10 visitors in 5 parts; 30 steps and 5 tours tried"
    assert "of all ways" in asked and "minutes" in asked and "as many stops" in asked
    assert " ".join(head.split()) == "HR@1 HR@5 HR@10 MRR coverage tour F1 pairs-F1 F1 of n pairs of n"
    assert [row[:22].strip() for row in rows] == WAYS
    assert all(len(row[22:].split()) == 9 for row in rows)


def test_programs_get_one_object_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path)
    assert main(["guide", "evaluate", str(path), "--json", "--tours", "0", "--folds", "2"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["way"] for row in rows] == WAYS
    assert rows[0]["hr_5"] == 1.0 and rows[0]["moments"] == 30
    assert rows[0]["tours"] == 0 and rows[0]["tour_f1"] is None and rows[0]["counted_tour_f1"] is None


def test_what_was_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = [{"item": "none", "start_s": 0, "end_s": 1}, {"item": "1", "start_s": 9, "end_s": 5}, {"item": "2"}]
    path = write(tmp_path, visits=[[*odd, {"item": "3", "start_s": 20, "end_s": 30}]] * 10)
    assert main(["guide", "evaluate", str(path), "--tours", "0"]) == 0
    said = capsys.readouterr().out
    assert "10 stays were left out: their item is not in the list." in said
    assert "10 stays were left out: they have no time." in said
    assert "10 stays end before they begin: they count as short." in said


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"visitor": [1] * 10}, "guide.too-few-visitors"),
        ({"items": []}, "guide.trails-unreadable"),
        ({"visits": [[{"item": "1", "start_s": 0, "end_s": 9}]] * 10}, "app.nothing-to-evaluate"),
    ],
)
def test_a_file_that_tells_nothing_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: dict[str, object], code: str
) -> None:
    assert main(["guide", "evaluate", str(write(tmp_path, **more)), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code


def test_a_file_that_is_not_there_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guide", "evaluate", str(tmp_path / "none.json")]) == 1
    assert "[app.trails-not-read]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--folds", "1"), ("--tours", "-1"), ("--least", "0"), ("--seed", "x")])
def test_wrong_numbers_are_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["guide", "evaluate", str(write(tmp_path)), *words])
    assert stopped.value.code == 2
