"""The example to fill in: whole, commented, built as it is, and never over somebody's work."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kiosk.authoring.example_source import write_example
from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source


def test_the_example_builds_as_it_is(tmp_path: Path) -> None:
    write_example(tmp_path / "mill", datetime.date(2026, 11, 22))
    source = read_source(tmp_path / "mill")
    assert source.warnings == ()
    assert source.reviewed_on == "2026-11-22"
    assert [stop.id for stop in source.stops] == ["wheel", "stones"]
    report = build_pack(source, tmp_path / "mill.hpack")
    assert report.manifest.languages == ("en", "fr")


def test_no_two_examples_share_a_key_or_a_code(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_example(tmp_path / name)
    one, two = (read_source(tmp_path / name) for name in ("one", "two"))
    codes = [stop.code for source in (one, two) for stop in source.stops]
    assert len(set(codes)) == 4
    assert one.label_key != two.label_key


def test_every_file_says_what_belongs_into_it(tmp_path: Path) -> None:
    written = write_example(tmp_path / "mill")
    assert {path.suffix for path in written} == {".toml", ".svg", ".txt"}
    for path in written:
        text = path.read_text("utf-8")
        assert "@" not in text, path
        # The second stop's files show how little is needed: the first one's say what is what.
        if path.parent.name != "stones":
            assert "<!--" in text if path.suffix == ".svg" else ("# " in text or path.suffix == ".txt")


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(KioskError) as caught:
        write_example(tmp_path)
    assert caught.value.code == "authoring.folder-in-use"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]
    with pytest.raises(KioskError) as caught:
        write_example(tmp_path / "mine.toml")
    assert caught.value.code == "authoring.folder-in-use"
    with pytest.raises(KioskError) as caught:
        write_example(tmp_path / "mine.toml" / "below")
    assert caught.value.code == "authoring.not-written"
