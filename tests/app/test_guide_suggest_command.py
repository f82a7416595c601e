"""``kiosk guide suggest``, as somebody types it who wonders what the guide would say."""

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


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suggest")
    source = read_source(write_small_source(folder / "source"))
    return build_pack(leave_words(source), folder / "mill.hpack").path


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["guide", "suggest", *words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_stop_is_told_with_its_reason(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, stops = ask(capsys, "--pack", str(pack), "--count", "2")
    assert status == 0 and len(stops) == 2
    assert set(stops[0]) == {"id", "title", "floor", "walk_m", "reason", "because"}
    assert stops[0]["reason"] == "next-in-order"


def test_what_was_seen_is_left_out_until_nothing_is_left(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, stops = ask(capsys, "--pack", str(pack), "--count", "20")
    first, *others = [stop["id"] for stop in stops]
    _, left = ask(capsys, "--pack", str(pack), "--here", first)
    assert {stop["id"] for stop in left} == set(others)
    assert ask(capsys, "--pack", str(pack), "--here", first, "--seen", ",".join(others)) == (1, [])


def test_what_draws_the_visitor_is_named(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "suggest", "--pack", str(pack), "--interests", "water", "--lang", "hi"]) == 0
    assert "of interest: पानी" in capsys.readouterr().out


def test_what_they_showed_to_like_is_taken(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, (first, *_) = ask(capsys, "--pack", str(pack))
    words = (
        "--here",
        first["id"],
        "--more",
        first["id"],
        "--less",
        first["id"],
        "--stayed",
        f"{first['id']}=600",
    )
    assert ask(capsys, "--pack", str(pack), *words)[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--more", "99"), "app.no-such-stop"), (("--interests", "none"), "app.no-such-tag")],
)
def test_unknown_stops_and_tags_are_said(
    pack: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    status, answers = ask(capsys, "--pack", str(pack), *words)
    assert status == 1 and answers[0]["error"]["code"] == code


@pytest.mark.parametrize(
    "words", [("--count", "0"), ("--count", "21"), ("--stayed", "1"), ("--stayed", "1=x")]
)
def test_no_number_and_no_stay_is_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["guide", "suggest", *words])
    assert stopped.value.code == 2
