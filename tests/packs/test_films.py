"""Films on their way from the author's folder to a stop on a device: read, checked, built, left out and added."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.authoring.check import check_source
from kiosk.model.content import Depth, Film, FilmKind
from kiosk.packs.build import build_pack
from kiosk.packs.findings import PackSourceError
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource
from kiosk.packs.part_choice import EVERYTHING
from kiosk.packs.progress import Progress
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.filmed_mill import CAPTIONS, FILMS, write_filmed_source
from tests.packs.test_build import read_manifest
from tests.packs.unpacking import falsify, unpack


@pytest.fixture(scope="module")
def filmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with films; nobody may change it."""
    return write_filmed_source(tmp_path_factory.mktemp("filmed") / "mill")


@pytest.fixture(scope="module")
def filmed_hpack(filmed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_pack(read_filmed(filmed), tmp_path_factory.mktemp("filmed-pack") / "mill.hpack").path


def read_filmed(folder: Path) -> PackSource:
    """Read the source under an id of its own: who signs here signs the other tests' packs too."""
    return replace(read_source(folder), id="test.filmed")


def films_of(library: Library, language: str, stop_id: str = "mill/wheel") -> tuple[Film, ...]:
    return library.get_stop(stop_id, language).films


def find(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (finding.kind, finding.where or finding.file, finding.what)
        for finding in check_source(folder).findings
        if "film" in finding.where + finding.file
    ]


def test_films_are_parts_of_their_own(filmed_hpack: Path) -> None:
    manifest = read_manifest(filmed_hpack)
    parts = {part.name: part for part in manifest.parts}
    assert list(parts)[-2:] == ["video", "sign"]
    assert [blob.media_type for blob in parts["video"].blobs] == ["video/mp4"]
    assert [blob.media_type for blob in parts["sign"].blobs] == ["video/webm"]


def test_the_same_films_give_the_same_bytes(filmed: Path, filmed_hpack: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(filmed, tmp_path / "copy", copy_function=shutil.copyfile)
    seen: list[Progress] = []
    build_pack(read_filmed(copy), tmp_path / "again.hpack", seen.append)
    assert (tmp_path / "again.hpack").read_bytes() == filmed_hpack.read_bytes()
    assert [progress.done for progress in seen] == list(range(seen[-1].total + 1))


def test_films_are_shown_unless_they_are_left_out_and_added_later(
    store: PackStore, filmed: Path, tmp_path: Path, mill_operator: ThrowAwayOperator
) -> None:
    filmed_hpack = mill_operator.build(read_filmed(filmed), tmp_path / "mill.hpack", once=True)
    store.install(filmed_hpack, choose=lambda before: replace(before, without=("video",)))
    library = store.open_library()
    assert [film.kind for film in films_of(library, "en")] == [FilmKind.SIGN]
    library.close()
    assert store.install(filmed_hpack, choose=lambda _: EVERYTHING).result == "installed"
    library = store.open_library()
    try:
        video, sign = films_of(library, "en")
        assert (video.kind, video.language, video.title, video.duration_ms) == (
            FilmKind.VIDEO,
            "en",
            "The wheel at work",
            2000,
        )
        assert video.captions == CAPTIONS
        assert (sign.kind, sign.language, sign.title, sign.captions) == (FilmKind.SIGN, "bfi", "", "")
        assert films_of(library, "hi")[0].title == "चलता पहिया"
        assert films_of(library, "ar")[0].title == "The wheel at work"
        assert films_of(library, "en", "mill/hall") == ()
        path = library.media_path(video.sha256)
        assert path is not None
        assert path.read_bytes()[4:8] == b"ftyp"
    finally:
        library.close()


def test_a_stop_is_signed_at_several_depths(
    store: PackStore, tmp_path: Path, mill_operator: ThrowAwayOperator
) -> None:
    entry = FILMS[FILMS.rindex("[[films]]") :]
    two = "".join(entry.replace("rights", f'depth = "{depth}"\nrights') for depth in ("story", "glance"))
    folder = write_filmed_source(tmp_path / "mill", FILMS + two)
    source = replace(read_source(folder), id="test.signed")
    store.install(mill_operator.build(source, tmp_path / "mill.hpack", once=True))
    library = store.open_library()
    try:
        depths = [film.depth for film in films_of(library, "en") if film.kind is FilmKind.SIGN]
        assert depths == [None, Depth.GLANCE, Depth.STORY]
    finally:
        library.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE film SET media_type = 'text/html'",
        "UPDATE film SET duration_ms = 0",
        "UPDATE film SET language = 'en<b>'",
        "UPDATE film SET depth = 'long'",
        f"UPDATE film SET sha256 = '{'ab' * 32}'",
        "UPDATE film SET captions = printf('%.*c', 1000001, 'x')",
        "UPDATE film_title SET title = printf('%.*c', 100001, 'x')",
        "UPDATE pack SET part = 'sign'",
        "DROP TABLE film_title",
    ],
)
def test_a_part_that_says_what_cannot_be_is_refused(
    store: PackStore, filmed_hpack: Path, tmp_path: Path, mill_operator: ThrowAwayOperator, spoil: str
) -> None:
    stick = unpack(filmed_hpack, tmp_path / "stick")
    falsify(stick, "video", spoil)
    mill_operator.repository.sign_tree(stick)
    assert store.install(stick).code == "packs.catalogue-faulty"


def test_whole_films_give_no_finding(filmed: Path) -> None:
    assert find(filmed) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('file = "wheel.mp4"', 'file = "whel.mp4"', ("film_missing", "films 1 file", "films/whel.mp4 is not there")),
        ('file = "wheel.mp4"', 'file = "../wheel.mp4"', ("dead_link", "films 1 file", "'../wheel.mp4' is no name of a file in films/")),
        ('file = "wheel.mp4"', 'file = "wheel.mov"', ("dead_link", "films 1 file", "'wheel.mov' is no name of a file in films/")),
        ('kind = "sign"', 'kind = "sign"\ndepth = "long"', ("key_wrong", "films 2 depth", "'long' is no depth")),
        ('kind = "video"', 'kind = "video"\ndepth = "story"', ("key_wrong", "films 1 depth", "only a film in sign language is shown in step with what is told")),
        ('kind = "sign"', 'kind = "sign"\ndepth = "glance"', ("captions_missing", "films", "the film wheel-bsl.webm cannot keep step with the voice: it shares the time evenly")),
        ('kind = "sign"', 'kind = "sign"\ndepth = "described"', ("transcript_missing", "films", "wheel-bsl.webm goes with the text described, which the stop does not have")),
        ('kind = "sign"', 'kind = "signed"', ("key_wrong", "films 2 kind", "'signed' is no kind of film")),
        ('language = "bfi"', 'language = "BSL"', ("key_wrong", "films 2 language", "'BSL' has not the right form")),
        ('kind = "sign"\nlanguage = "bfi"', 'kind = "video"\nlanguage = "en"', ("used_twice", "films 2 language", "the stop has another film of kind video in 'en'")),
        ('captions = "wheel.en.vtt"', 'captions = "wheel.vtt"', ("film_missing", "films 1 captions", "films/wheel.vtt is not there")),
        ('captions = "wheel.en.vtt"\n', "", ("captions_missing", "films", "whoever cannot hear the film wheel.mp4 cannot read it either")),
        ('captions = "wheel.en.vtt"\n', "", ("file_not_used", "films/wheel.en.vtt", "nothing names it")),
        ('rights = "CC0"\n[', "[", ("rights_missing", "films", "the film wheel.mp4 says nothing of its rights")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_film_is_told(
    tmp_path: Path, old: str, new: str, told: tuple[str, str, str]
) -> None:
    assert old in FILMS
    assert told in find(write_filmed_source(tmp_path / "mill", FILMS.replace(old, new, 1)))


def test_broken_films_and_captions_are_told(tmp_path: Path) -> None:
    folder = write_filmed_source(tmp_path / "mill")
    film = folder / "films" / "wheel-bsl.webm"
    film.write_bytes(film.read_bytes()[:-200])
    (folder / "films" / "wheel.en.vtt").write_text(CAPTIONS.replace("00:02", "00:59"), "utf-8")
    assert find(folder) == [
        ("film_unreadable", "films/wheel-bsl.webm", "its end is missing"),
        (
            "timings_faulty",
            "films",
            "the captions of wheel.mp4: the last caption ends at 0:59.0, the film at 0:02.0",
        ),
    ]
    with pytest.raises(PackSourceError, match=r"films/wheel-bsl\.webm: its end is missing"):
        build_pack(read_source(folder), tmp_path / "mill.hpack")
