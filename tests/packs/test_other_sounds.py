"""Sounds that are no speech on their way from the author's folder to a stop on a device: read, checked, built, shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.authoring.check import check_source
from kiosk.model.content import Sound, SoundKind
from kiosk.packs.build import build_pack
from kiosk.packs.findings import PackSourceError
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import Progress
from kiosk.packs.source import read_source
from kiosk.packs.source_sounds import MAX_SOUNDS
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.sounding_mill import SOUNDS, write_sounding_source
from tests.packs.test_build import read_manifest
from tests.packs.unpacking import falsify, unpack


@pytest.fixture(scope="module")
def sounding(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with sounds; nobody may change it."""
    return write_sounding_source(tmp_path_factory.mktemp("sounding") / "mill")


@pytest.fixture(scope="module")
def sounding_hpack(sounding: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_pack(read_sounding(sounding), tmp_path_factory.mktemp("sounding-pack") / "mill.hpack").path


def read_sounding(folder: Path) -> PackSource:
    """Read the source under an id of its own: who signs here signs the other tests' packs too."""
    return replace(read_source(folder), id="test.sounding")


def sounds_of(library: Library, language: str, stop_id: str = "mill/wheel") -> tuple[Sound, ...]:
    return library.get_stop(stop_id, language).sounds


def find(folder: Path, *, decoding: bool = False) -> list[tuple[str, str, str]]:
    return [
        (finding.kind, finding.where or finding.file, finding.what)
        for finding in check_source(folder, decoding=decoding).findings
        if "sound" in finding.where + finding.file
    ]


def test_sounds_are_files_of_the_core(sounding_hpack: Path) -> None:
    core = read_manifest(sounding_hpack).parts[0]
    assert [blob.media_type for blob in core.blobs].count("audio/ogg") == 2


def test_the_same_sounds_give_the_same_bytes_and_each_is_told_of_once(
    sounding: Path, sounding_hpack: Path, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    cache = tmp_path / "cache"
    for name in ("one", "two"):
        seen.clear()
        build_pack(read_sounding(sounding), tmp_path / f"{name}.hpack", seen.append, cache_folder=cache)
        assert (tmp_path / f"{name}.hpack").read_bytes() == sounding_hpack.read_bytes()
    assert [progress.done for progress in seen] == list(range(seen[-1].total + 1))


def test_a_sound_is_shown_with_its_words_in_the_visitors_language(
    store: PackStore, sounding: Path, tmp_path: Path, mill_operator: ThrowAwayOperator
) -> None:
    store.install(mill_operator.build(read_sounding(sounding), tmp_path / "mill.hpack", once=True))
    library = store.open_library()
    try:
        turning, song = sounds_of(library, "hi")
        assert (turning.kind, turning.loops, turning.duration_ms) == (SoundKind.AMBIENT, True, 1500)
        assert (turning.title, turning.description) == ("घूमता पहिया", "लकड़ी के पंखों पर पानी गिरता है।")
        assert (song.kind, song.loops, song.duration_ms) == (SoundKind.MUSIC, False, 2000)
        assert (song.credit, song.rights) == ("Sung by A. Miller", "CC BY 4.0")
        assert sounds_of(library, "en")[1].title == "The miller's song"
        assert sounds_of(library, "sv")[0].title == "The wheel turns", "the fall-back where there is no other"
        assert sounds_of(library, "en", "mill/hall") == ()
        path = library.media_path(song.sha256)
        assert path is not None
        assert path.read_bytes()[:4] == b"OggS"
    finally:
        library.close()


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        ("core", "UPDATE sound SET kind = 'speech'"),
        ("core", "UPDATE sound SET duration_ms = 0"),
        ("core", "UPDATE sound SET loops = 2"),
        ("core", "UPDATE sound SET media_type = 'audio/x-mpegurl'"),
        ("core", "UPDATE sound SET sha256 = '../../etc/passwd'"),
        ("core", f"UPDATE sound SET sha256 = '{'ab' * 32}'"),
        ("core", "UPDATE sound SET credit = printf('%.*c', 100001, 'x')"),
        ("lang-en", "UPDATE sound_text SET title = printf('%.*c', 100001, 'x')"),
        ("lang-en", "DROP TABLE sound_text"),
    ],
)
def test_a_part_that_says_what_cannot_be_is_refused(
    store: PackStore,
    sounding_hpack: Path,
    tmp_path: Path,
    mill_operator: ThrowAwayOperator,
    part: str,
    spoil: str,
) -> None:
    stick = unpack(sounding_hpack, tmp_path / "stick")
    falsify(stick, part, spoil)
    mill_operator.repository.sign_tree(stick)
    assert store.install(stick).code == "packs.catalogue-faulty"


def test_whole_sounds_give_no_finding(sounding: Path) -> None:
    assert find(sounding, decoding=True) == []


LONG = f'en = "{"a" * 501}"'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('file = "turning.wav"', 'file = "turnin.wav"', ("audio_missing", "sounds 1 file", "sounds/turnin.wav is not there")),
        ('file = "turning.wav"', 'file = "../turning.wav"', ("dead_link", "sounds 1 file", "'../turning.wav' is no name of a file in sounds/")),
        ('file = "turning.wav"', 'file = "turning.m3u"', ("dead_link", "sounds 1 file", "'turning.m3u' is no name of a file in sounds/")),
        ('file = "song.opus"', 'file = "turning.wav"', ("used_twice", "sounds 2 file", "the stop has this sound already")),
        ('kind = "music"', 'kind = "speech"', ("key_wrong", "sounds 2 kind", "'speech' is no kind of sound")),
        ("loops = true", 'loops = "yes"', ("key_wrong", "sounds 1 loops", "'yes' is neither true nor false")),
        ('rights = "CC0"\n', "", ("rights_missing", "sounds", "the sound turning.wav says nothing of its rights")),
        ('hi = "घूमता पहिया"\n', "", ("translation_missing", "sounds", "the title of turning.wav is missing in hi")),
        ('hi = "एक स्वर, धीमा।"\n', "", ("translation_missing", "sounds", "the description of song.opus is missing in hi")),
        ('hi = "एक स्वर, धीमा।"', 'sv = "En röst."', ("key_unknown", "sounds", "song.opus is named in sv, which the pack does not have")),
        ('en = "One voice, slow."', LONG, ("text_too_long", "sounds", "the description of song.opus in en has 501 letters")),
        ('en = "The miller\'s song"', LONG, ("text_too_long", "sounds", "the title of song.opus in en has 501 letters")),
        (SOUNDS[SOUNDS.index("[[sounds]]\nfile = \"song") :], "", ("file_not_used", "sounds/song.opus", "nothing names it")),
        ("loops =", "loop =", ("key_unknown", "sounds 1 loop", "nothing reads this")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_sound_is_told(
    tmp_path: Path, old: str, new: str, told: tuple[str, str, str]
) -> None:
    assert old in SOUNDS
    assert told in find(write_sounding_source(tmp_path / "mill", SOUNDS.replace(old, new, 1)))


def test_a_sound_without_words_is_told_once_for_all_languages(tmp_path: Path) -> None:
    bare = '\n[[sounds]]\nfile = "turning.wav"\nkind = "ambient"\ncredit = "A"\nrights = "B"\n'
    found = find(write_sounding_source(tmp_path / "mill", bare))
    kinds = sorted(kind for kind, _, _ in found)
    assert kinds == ["description_missing", "file_not_used", "title_missing"]


def test_more_sounds_than_a_page_lists_are_refused(tmp_path: Path) -> None:
    many = "".join(
        f'\n[[sounds]]\nfile = "turning.wav"\nkind = "ambient"\ncredit = "{n}"\nrights = "B"\n'
        for n in range(MAX_SOUNDS + 1)
    )
    assert ("key_wrong", "sounds", "it has 21 sounds") in find(write_sounding_source(tmp_path / "mill", many))


def make_silence(path: Path) -> None:
    soundfile.write(str(path), np.zeros(48_000), 48_000)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (make_silence, "audio_silent"),
        (lambda path: path.write_bytes(b""), "audio_unreadable"),
        (lambda path: path.write_bytes(b"#EXTM3U\nhttp://host.example/a.mp3\n"), "audio_unreadable"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "audio_unreadable"),
    ],
    ids=["silent", "empty", "playlist", "cut short"],
)
def test_a_sound_nobody_can_hear_is_refused(tmp_path: Path, spoil: Callable[[Path], None], kind: str) -> None:
    folder = write_sounding_source(tmp_path / "mill")
    spoil(folder / "sounds" / "turning.wav")
    assert [(found, where) for found, where, _ in find(folder, decoding=True)] == [
        (kind, "sounds/turning.wav")
    ]
    with pytest.raises(PackSourceError, match=r"sounds/turning\.wav"):
        build_pack(read_source(folder), tmp_path / "mill.hpack")
