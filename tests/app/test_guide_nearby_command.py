"""``kiosk guide nearby``, as somebody types it who wonders where visitors go on to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from tests.fakes.searched_library import leave_words
from tests.packs.small_source import write_small_source

CHAPEL = """
[[nearby]]
id = "chapel"
lat = 28.503
lon = 77.203
source = "survey"
opening_hours = "Tu-Su 10:00-17:00; PH off"
walk_m = 620
lesser_known = true
[nearby.name]
en = "The chapel"
hi = "गिरजाघर"
[nearby.summary]
en = "A small one."

[[nearby]]
id = "castle"
lat = 28.503
lon = 77.245
source = "survey"
opening_hours = "when the flag is up"
[nearby.name]
en = "The castle"
"""
PLACE = "lat = 28.5\nlon = 77.2\n"
SUNDAY = "2026-11-22T14:30"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nearby")


@pytest.fixture(scope="module")
def pack(folder: Path) -> Path:
    return make_pack(folder / "with")


@pytest.fixture(scope="module")
def placeless(folder: Path) -> Path:
    return make_pack(folder / "without", placed=False)


def make_pack(folder: Path, *, placed: bool = True) -> Path:
    source = write_small_source(folder / "source")
    page = source / "pack.toml"
    text = page.read_text("utf-8") + CHAPEL
    assert PLACE in text
    page.write_text(text if placed else text.replace(PLACE, "", 1), "utf-8")
    return build_pack(leave_words(read_source(source)), folder / "mill.hpack").path


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["guide", "nearby", *words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_site_is_told_with_its_way_and_its_hours(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, places = ask(capsys, "--pack", str(pack), "--now", SUNDAY)
    assert (status, [place["id"] for place in places]) == (0, ["chapel", "bridge", "castle"])
    assert places[0] == {
        "id": "chapel",
        "name": "The chapel",
        "summary": "A small one.",
        "source": places[1]["source"],
        "distance_m": 444,
        "walk_m": 620,
        "is_walk": True,
        "lesser_known": True,
        "is_open": True,
        "until": "2026-11-22T17:00:00+05:30",
        "opens": None,
        "may_differ_on_holidays": True,
    }
    assert (places[2]["is_walk"], places[2]["walk_m"], places[2]["is_open"]) == (False, None, None)


def test_in_words_it_reads_like_the_page(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "nearby", "--pack", str(pack), "--now", "2026-11-22T17:30", "--lang", "hi"]) == 0
    chapel, bridge, _ = capsys.readouterr().out.splitlines()
    assert chapel == "गिरजाघर · 620 m on foot · closed, opens Tue 10:00 (holidays may differ) · lesser known"
    assert bridge.endswith(" · about 1.5 km")


def test_around_another_place_and_not_so_far(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, places = ask(capsys, "--pack", str(pack), "--at", "28.503,77.245", "--within", "500")
    assert (status, [place["id"] for place in places]) == (0, ["castle"])
    assert ask(capsys, "--pack", str(pack), "--at", "0,0") == (1, [])


def test_a_site_that_does_not_say_where_it_is_says_so(
    placeless: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, answers = ask(capsys, "--pack", str(placeless))
    assert status == 1
    assert answers[0]["error"]["code"] == "app.site-without-place"
    assert ask(capsys, "--pack", str(placeless), "--at", "28.5,77.2")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "here"),
        ("--at", "91,0"),
        ("--at", "nan,0"),
        ("--within", "-5"),
        ("--within", "nan"),
        ("--within", "1e9"),
        ("--now", "noon"),
    ],
)
def test_what_is_no_place_no_distance_and_no_time_is_wrong_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["guide", "nearby", *words])
    assert words[1] in capsys.readouterr().err


def test_a_site_that_is_not_there_is_refused_in_words(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, answers = ask(capsys, "--pack", str(pack), "--site", "elsewhere")
    assert (status, answers[0]["error"]["code"]) == (1, "packs.no-such-site")
