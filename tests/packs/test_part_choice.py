"""Parts are left out and added later; what staff chose is remembered, and what was signed stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.pack_source import PackSource
from kiosk.packs.part_choice import EVERYTHING, PartChoice, format_choice, parse_choice
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.conftest import MakePack
from tests.packs.film_part import add_film_part
from tests.packs.unpacking import falsify, unpack


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


@pytest.fixture
def films(mill_operator: ThrowAwayOperator, mill_source: PackSource, tmp_path: Path) -> tuple[Path, int]:
    """A stick with a pack that has films besides, and how many bytes they are."""
    hpack = build_pack(replace(mill_source, id="test.films"), tmp_path / "films.hpack").path
    stick = unpack(hpack, tmp_path / "stick")
    film_bytes = add_film_part(stick)
    return mill_operator.repository.sign_tree(stick), film_bytes


def test_films_come_with_the_rest_unless_they_are_left_out(
    store: PackStore, films: tuple[Path, int], tmp_path: Path
) -> None:
    stick, film_bytes = films
    without = store.install(stick, choose=lambda before: replace(before, without=("video",)))
    assert (without.result, without.code) == ("installed", "")
    assert languages(store) == ("en", "hi", "ar")
    assert store.list_releases()[0].left_out == {"video"}
    added = store.install(stick, choose=lambda _: EVERYTHING)
    assert (added.result, added.copied_bytes) == ("installed", film_bytes)
    assert store.scrub().rotten == ()
    assert languages(store) == ("en", "hi", "ar")


def test_a_damaged_film_part_leaves_the_rest(
    store: PackStore, films: tuple[Path, int], tmp_path: Path
) -> None:
    store.install(films[0])
    part = store.list_releases()[0].manifest.parts[-1]
    (tmp_path / "data/packs/blobs" / part.sha256[:2] / part.sha256).write_bytes(b"rotten")
    library = store.open_library()
    try:
        assert library.get_stop("mill/wheel", "en").card.title == "The water wheel"
        assert [problem.code for problem in library.problems] == ["packs.file-missing"]
    finally:
        library.close()


def test_a_film_part_that_speaks_of_another_file_is_refused(
    store: PackStore, films: tuple[Path, int], mill_operator: ThrowAwayOperator
) -> None:
    falsify(films[0], "video", f"UPDATE film SET sha256 = '{'ab' * 32}'")
    mill_operator.repository.sign_tree(films[0])
    assert store.install(films[0]).code == "packs.catalogue-faulty"
