"""``kiosk place`` as staff type it who walked through their site with a receiver."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.app.cli import main
from tests.fakes.fake_library import DELHI
from tests.packs.small_source import write_small_source


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    status = main(["place", *words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def walk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "walk.nmea"
    status, answers = run(capsys, "--draw", str(path), "--pack", str(DELHI))
    assert (status, answers) == (0, [{"out": str(path), "stops": 10, "minutes": 12.4}])
    return path


def test_a_walk_meets_every_stop_once_and_in_order(walk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, changes = run(capsys, str(walk), "--pack", str(DELHI))
    settled = [change["stop"] for change in changes if change["event"] == "settled"]
    assert status == 0
    assert settled[:3] == ["qutb/alai-darwaza", "qutb/qutb-minar", "qutb/mosque-court"]
    assert set(settled) == {f"qutb/{path.name}" for path in (DELHI / "stops").iterdir()}
    times = [change["at_ms"] for change in changes]
    assert times == sorted(times)  # type: ignore[type-var]  # numbers all
    near = next(change for change in changes if change["event"] == "near" and change["distance_m"])
    assert near["title"] and near["accuracy_m"]


def test_in_words_it_reads_like_a_diary(walk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", str(walk), "--pack", str(DELHI)]) == 0
    printed = capsys.readouterr().out
    assert "  0:02  stands at 1 Alai Darwaza\n" in printed
    assert "offers the way to 2 Qutb Minar, " in printed


def test_a_built_pack_tells_which_stop_opens_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, walk = write_small_source(tmp_path / "mill"), tmp_path / "walk.nmea"
    packed = tmp_path / "mill.hpack"
    assert main(["pack", "build", str(source), "--out", str(packed)]) == 0
    assert main(["place", "--draw", str(walk), "--pack", str(packed)]) == 0
    capsys.readouterr()
    status, changes = run(capsys, str(walk), "--pack", str(packed))
    assert status == 0
    assert [change["stop"] for change in changes if change["opens"]] == ["mill/wheel"]
    assert main(["place", str(walk), "--pack", str(packed)]) == 0
    assert "stays at 1 The water wheel: opens by itself" in capsys.readouterr().out


def test_a_walk_elsewhere_offers_nothing(
    tmp_path: Path, walk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = write_small_source(tmp_path / "mill")
    stop = elsewhere / "stops" / "wheel" / "stop.toml"
    stop.write_text(stop.read_text().replace("lat = 28.5001", "lat = 48.5001"))
    assert main(["place", str(walk), "--pack", str(elsewhere)]) == 1
    assert "No stop was offered." in capsys.readouterr().out


def test_what_is_no_recording_offers_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "noise.nmea").write_bytes(bytes(range(256)) * 4_000)
    assert run(capsys, str(tmp_path / "noise.nmea"), "--pack", str(DELHI)) == (1, [])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], "app.recording-or-draw"),
        (["x.nmea", "--draw", "y.nmea"], "app.recording-or-draw"),
        (["/dev/zero"], "place.no-receiver"),
        (["absent.nmea"], "place.no-receiver"),
        (["--draw", "/proc/no/walk.nmea"], "app.walk-not-written"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, (answer,) = run(capsys, *words, "--pack", str(DELHI))
    error = answer["error"]
    assert isinstance(error, dict)
    assert (status, error["code"]) == (1, code)


def test_a_pack_without_outdoor_stops_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_small_source(tmp_path / "mill")
    stop = source / "stops" / "wheel" / "stop.toml"
    kept = [
        line
        for line in stop.read_text().splitlines()
        if not line.startswith(("lat", "lon", "radius", "opens"))
    ]
    stop.write_text("\n".join(kept))
    status, (answer,) = run(capsys, "x.nmea", "--pack", str(source))
    error = answer["error"]
    assert isinstance(error, dict)
    assert (status, error["code"]) == (1, "app.nothing-outdoors")
