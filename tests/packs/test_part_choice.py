"""Parts are left out and added later; what staff chose is remembered, and what was signed stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs.part_choice import EVERYTHING, PartChoice, format_choice, parse_choice
from kiosk.packs.store import PackStore
from tests.packs.conftest import MakePack


def languages(store: PackStore) -> tuple[str, ...]:
    library = store.open_library()
    try:
        assert library.problems == []
        return library.languages("mill")
    finally:
        library.close()


def only(*tags: str) -> PartChoice:
    return PartChoice(languages=tags)


def test_a_language_left_out_is_not_copied_and_not_shown(store: PackStore, mill_hpack: Path) -> None:
    outcome = store.install(mill_hpack, choose=lambda _: only("ar"))
    assert outcome.result == "installed"
    assert languages(store) == ("en", "ar"), "the fall-back always comes"
    (release,) = store.list_releases()
    assert release.left_out == {"lang-hi"}
    assert release.manifest.languages == ("en", "hi", "ar"), "the manifest stays as it was signed"
    assert release.present.languages == ("en", "ar")
    assert outcome.copied_bytes == release.present.total_bytes < release.manifest.total_bytes


def test_what_was_left_out_is_added_later(store: PackStore, mill_hpack: Path) -> None:
    store.install(mill_hpack, choose=lambda _: PartChoice(without=("hi",)))
    assert languages(store) == ("en", "ar")
    added = store.install(mill_hpack, choose=lambda _: EVERYTHING)
    (release,) = store.list_releases()
    hindi = next(part for part in release.manifest.parts if part.name == "lang-hi")
    assert added.result == "installed"
    assert 0 < added.copied_bytes <= hindi.size_bytes + sum(blob.size_bytes for blob in hindi.blobs)
    assert languages(store) == ("en", "hi", "ar")
    assert store.install(mill_hpack).result == "nothing-new"


def test_the_choice_holds_for_the_versions_to_come(store: PackStore, make_mill: MakePack) -> None:
    store.install(make_mill(1), choose=lambda _: PartChoice(without=("lang-ar",)))
    store.install(make_mill(2))
    assert languages(store) == ("en", "hi")
    store.install(make_mill(2), choose=lambda before: replace(before, without=()))
    assert languages(store) == ("en", "hi", "ar")
    store.activate("test.mill", 1)
    assert languages(store) == ("en", "hi"), (
        "what was left out of a release is not there when one goes back to it"
    )


def test_leaving_out_later_frees_room(store: PackStore, mill_hpack: Path, tmp_path: Path) -> None:
    store.install(mill_hpack)
    before = len(list((tmp_path / "data/packs/blobs").glob("*/*")))
    outcome = store.install(mill_hpack, choose=lambda _: only("en"))
    assert (outcome.result, outcome.copied_bytes) == ("installed", 0)
    assert languages(store) == ("en",)
    assert len(list((tmp_path / "data/packs/blobs").glob("*/*"))) < before


@pytest.mark.parametrize(
    "choice", [only("fr"), PartChoice(without=("video",)), PartChoice(without=("core",))]
)
def test_a_slip_of_the_pen_leaves_nothing_out(store: PackStore, mill_hpack: Path, choice: PartChoice) -> None:
    outcome = store.install(mill_hpack, choose=lambda _: choice)
    if choice.without == ("core",):
        assert outcome.result == "installed", "what always comes cannot be left out"
        assert languages(store) == ("en", "hi", "ar")
        return
    assert (outcome.result, outcome.code) == ("refused", "packs.no-such-part")
    assert outcome.error is not None
    assert outcome.error.expected == "one of ar, en, hi"
    assert store.list_releases() == ()


@pytest.mark.parametrize("choice", [EVERYTHING, only("en", "hi"), PartChoice(without=("video", "lang-ar"))])
def test_a_choice_is_kept_as_it_was(choice: PartChoice) -> None:
    assert parse_choice(format_choice(choice)) == choice


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"languages": 5}', '{"languages": null, "without": 7}']
)
def test_a_choice_that_cannot_be_read_is_everything(text: str) -> None:
    assert parse_choice(text) == EVERYTHING
