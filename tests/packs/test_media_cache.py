"""What was made once is recalled: never anything else than what would be made again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest
from PIL import Image

from kiosk.packs import finished_media
from kiosk.packs.build import build_pack
from kiosk.packs.finished_media import finish_picture, finish_sound
from kiosk.packs.media_cache import Entry, MediaCache, Recipe
from kiosk.packs.pack_source import PackSource
from tests.packs.small_source import write_tone

T = TypeVar("T")
ENTRY = Entry({"width": 3}, (b"one", b"", b"three" * 1000))


def list_entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*"))


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    cache = MediaCache(tmp_path / "cache")
    assert cache.find("ab" * 32) is None
    cache.keep("ab" * 32, ENTRY)
    assert cache.find("ab" * 32) == ENTRY
    assert [path.name for path in list_entries(cache.folder)] == ["ab" * 32]


def test_whatever_is_damaged_counts_as_missing(tmp_path: Path) -> None:
    cache = MediaCache(tmp_path)
    cache.keep("ab" * 32, ENTRY)
    (path,) = list_entries(tmp_path)
    whole = path.read_bytes()
    damaged = [
        whole[:-1],
        whole[:-1] + b"x",
        b"",
        b"{}\n",
        b"[" * 5000 + b"\n",
        whole.replace(b"{", b"\xff", 1),
    ]
    damaged += [
        whole.replace(b'"sizes": [3', b'"sizes": [-3'),
    ]
    for raw in damaged:
        path.write_bytes(raw)
        assert cache.find("ab" * 32) is None


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    cache = MediaCache(tmp_path)
    for number, key in enumerate(("aa" * 32, "bb" * 32, "cc" * 32)):
        cache.keep(key, ENTRY)
        os.utime(tmp_path / key[:2] / key, (number, number))
    cache.find("aa" * 32)
    size_bytes = list_entries(tmp_path)[0].stat().st_size
    cache.trim(2 * size_bytes)
    assert [path.name[:2] for path in list_entries(tmp_path)] == ["aa", "cc"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = MediaCache(tmp_path / "file")
    cache.keep("ab" * 32, ENTRY)
    cache.trim()
    assert cache.find("ab" * 32) is None


def test_a_recording_is_recalled_as_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.wav"
    write_tone(path, 300, seconds=1)
    made = finish_sound(path, tmp_path / "cache")
    monkeypatch.setattr(finished_media, "_SOUND", _without_work(finished_media._SOUND))
    assert finish_sound(path, tmp_path / "cache") == made
    write_tone(path, 310, seconds=1)
    with pytest.raises(AssertionError):
        finish_sound(path, tmp_path / "cache")


def test_a_picture_is_recalled_as_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (700, 500), "red").save(tmp_path / "a.png")
    made = finish_picture(tmp_path / "a.png", tmp_path / "cache")
    monkeypatch.setattr(finished_media, "_PICTURE", _without_work(finished_media._PICTURE))
    assert finish_picture(tmp_path / "a.png", tmp_path / "cache") == made


def _without_work(recipe: Recipe[T]) -> Recipe[T]:
    def refuse(path: Path) -> NoReturn:
        raise AssertionError(f"{path} is made again")

    return replace(recipe, work=refuse)


@pytest.mark.parametrize(
    "inside", ['<text x="1" y="9">Mill</text>', '<image href="b.png" width="9" height="9"/>']
)
def test_a_drawing_that_needs_more_than_itself_is_never_recalled(tmp_path: Path, inside: str) -> None:
    """Its letters come from the machine's fonts, its pictures from files beside it."""
    Image.new("RGB", (9, 9), "red").save(tmp_path / "b.png")
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{inside}</svg>'
    (tmp_path / "a.svg").write_text(drawing, encoding="utf-8")
    finish_picture(tmp_path / "a.svg", tmp_path / "cache")
    assert list_entries(tmp_path / "cache") == []


def test_a_pack_from_the_cache_has_the_same_bytes(
    tmp_path: Path, mill_source: PackSource, unsigned_mill: Path
) -> None:
    for name in ("first", "second"):
        build_pack(mill_source, tmp_path / name, cache_folder=tmp_path / "cache")
        assert (tmp_path / name).read_bytes() == unsigned_mill.read_bytes()
    assert len(list_entries(tmp_path / "cache")) == 6
