"""Pointing at the thing itself, in the words of those who do it: an author builds a pack, somebody tries it with photographs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.app.cli import main
from tests.benchmarks.handheld import Shot, photograph
from tests.fakes.made_looks import paint_thing
from tests.packs.small_source import write_small_source

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

WHEEL, VASE = 31, 90


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thing")
    source = write_small_source(folder / "mill")
    cv2.imwrite(str(source / "media" / "photo.png"), paint_thing(WHEEL))
    out = folder / "mill.hpack"
    assert main(["pack", "build", str(source), "--out", str(out), "--cache", str(folder / "cache")]) == 0
    return out


def snap(folder: Path, name: str, picture: Plane, shot: Shot) -> str:
    path = folder / f"{name}.jpg"
    cv2.imwrite(str(path), photograph(picture, shot, np.random.default_rng(len(name))))
    return str(path)


def scan(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    capsys.readouterr()
    status = main(["scan", "--recognise", "--json", *words])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_visitor_points_at_the_thing_and_its_stop_is_told(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shot = snap(tmp_path, "aslant", paint_thing(WHEEL), Shot(tilt_deg=30, fill=0.7, covered=0.1))
    status, (answer,) = scan(capsys, shot, "--pack", str(pack))
    assert status == 0
    assert answer["input"] == shot
    stops = [match["stop"] for match in answer["matches"]]  # type: ignore[attr-defined]  # JSON
    assert stops == sorted(stops) and stops
    assert all(stop.startswith("mill/") for stop in stops)
    assert all(match["title"] and 0 < match["certainty"] <= 1 for match in answer["matches"])  # type: ignore[attr-defined]  # JSON


def test_a_thing_of_no_pack_leads_nowhere_and_a_file_that_is_no_picture_is_told(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.jpg").write_text("not a picture")
    unknown = snap(tmp_path, "a-vase", paint_thing(VASE), Shot())
    status, answers = scan(capsys, str(tmp_path), "--pack", str(pack))
    assert status == 1
    assert [answer["matches"] for answer in answers] == [[], []]
    assert [answer["input"] for answer in answers] == [unknown, str(tmp_path / "notes.jpg")]
    assert "error" not in answers[0]
    assert "error" in answers[1]


def test_a_folder_without_pictures_is_a_no_in_words(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    status, (answer,) = scan(capsys, str(tmp_path / "nothing"), "--pack", str(pack))
    assert status == 1
    assert answer["error"]["code"] == "scanning.empty-folder"  # type: ignore[index]  # JSON


def test_whoever_names_a_pack_wants_its_things_recognised(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shot = snap(tmp_path, "straight", paint_thing(WHEEL), Shot(fill=0.7))
    assert main(["scan", "--json", "--pack", str(pack), shot]) == 0
    assert json.loads(capsys.readouterr().out)["matches"]


def test_whoever_names_no_pack_is_asked_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--recognise", "picture.jpg"]) != 0
    assert "recognition.no-pack" in capsys.readouterr().err


def test_a_pack_that_knows_no_picture_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_small_source(tmp_path / "mill")
    for path in (source / "media").glob("*.svg"):
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><rect width="90" height="60"/></svg>'
        )
    cv2.imwrite(str(source / "media" / "photo.png"), np.full((700, 950, 3), 70, np.uint8))
    assert main(["scan", "--recognise", "picture.jpg", "--pack", str(source)]) != 0
    assert "recognition.nothing-known" in capsys.readouterr().err
