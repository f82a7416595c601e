"""What a camera knows a pack's pictures by travels as a part of its own, which may be left out and is not trusted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.catalogue import INSTALL_DEADLINE_S, open_catalogue
from kiosk.packs.catalogue_values import find_fault
from kiosk.packs.library import Library
from kiosk.packs.looks import PackLooks
from kiosk.packs.pack_source import PackSource
from kiosk.packs.part_choice import PartChoice
from kiosk.packs.source import read_source
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.recognition.maker import SIGNATURES
from kiosk.recognition.recogniser import Recogniser
from tests.benchmarks.handheld import Shot, photograph
from tests.fakes.made_looks import paint_thing
from tests.packs.small_source import write_small_source
from tests.packs.unpacking import unpack

WHEEL = 31


@pytest.fixture(scope="module")
def painted_source(tmp_path_factory: pytest.TempPathFactory) -> PackSource:
    """The small pack with a photograph in which there is something to see."""
    folder = write_small_source(tmp_path_factory.mktemp("painted") / "mill")
    (photo,) = folder.glob("media/photo.png")
    Image.fromarray(paint_thing(WHEEL)[:, :, ::-1]).save(photo)
    return read_source(folder)


@pytest.fixture(scope="module")
def painted(painted_source: PackSource, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("painted-pack")
    return build_pack(painted_source, folder / "mill.hpack", cache_folder=folder, signatures=SIGNATURES).path


def install(hpack: Path, folder: Path, without: tuple[str, ...] = ()) -> Library:
    with closing(PackStore(folder, trusting=PREVIEW)) as store:
        outcome = store.install(hpack, choose=lambda _: PartChoice(without=without))
        assert outcome.error is None, outcome.error
        return store.open_library()


def test_a_stop_is_known_by_its_photograph_once_the_pack_is_installed(painted: Path, tmp_path: Path) -> None:
    with closing(install(painted, tmp_path)) as library:
        known = library.recognised_stops("mill")
        (looks,) = library.looks()
        assert library.looks() == (looks,)
        frame = photograph(paint_thing(WHEEL), Shot(fill=0.9, tilt_deg=20), np.random.default_rng(2))
        matches = Recogniser(library).recognise(frame)
    assert known
    assert {match.stop_id for match in matches} <= known
    assert matches
    assert looks.find_signature(0) is None  # closed with the library
    assert (looks.words(), looks.vocabulary(), looks.stops(0), looks.known_stops()) == (
        [],
        b"",
        (),
        frozenset(),
    )


def test_the_part_may_be_left_out_and_added_later(painted: Path, tmp_path: Path) -> None:
    with closing(install(painted, tmp_path, without=("recognition",))) as library:
        assert library.looks() == ()
        assert library.recognised_stops("mill") == frozenset()
        assert library.stop_cards("mill", "en")
    with closing(install(painted, tmp_path)) as library:
        assert library.recognised_stops("mill")


def test_the_same_source_gives_the_same_bytes(
    painted_source: PackSource, painted: Path, tmp_path: Path
) -> None:
    again = build_pack(
        painted_source, tmp_path / "again.hpack", cache_folder=painted.parent, signatures=SIGNATURES
    )
    assert again.path.read_bytes() == painted.read_bytes()
    assert [part.name for part in again.manifest.parts] == [
        "core",
        "lang-en",
        "lang-hi",
        "lang-ar",
        "recognition",
    ]


def test_a_pack_of_plain_pictures_has_no_such_part(painted_source: PackSource, tmp_path: Path) -> None:
    plain = tmp_path / "plain.png"
    Image.new("RGB", (900, 700), (120, 90, 60)).save(plain)
    stops = tuple(
        replace(stop, images=tuple(replace(image, file=plain) for image in stop.images))
        for stop in painted_source.stops
    )
    report = build_pack(replace(painted_source, stops=stops), tmp_path / "plain.hpack", signatures=SIGNATURES)
    assert "recognition" not in [part.name for part in report.manifest.parts]


FAULTS = {
    "a signature of nothing": "UPDATE look SET signature = x''",
    "a signature of a megabyte": "UPDATE look SET signature = zeroblob(1000000)",
    "a vocabulary of a megabyte": "INSERT OR REPLACE INTO vocabulary VALUES (0, zeroblob(1000000))",
    "a second vocabulary": "INSERT INTO vocabulary VALUES (1, x'00')",
    "a picture far away": "UPDATE look SET picture = 90000 WHERE picture = 0",
    "a stop of no form": "UPDATE OR REPLACE look_of SET stop_id = '../../etc'",
    "a stop whose picture is not there": "INSERT INTO look_of VALUES (77, 'mill/wheel')",
    "another table": "CREATE TABLE more (x TEXT) STRICT",
}


@pytest.fixture
def parts(painted: Path, tmp_path: Path) -> dict[str, Path]:
    """The catalogues of the core and of the recognition as files."""
    tree = unpack(painted, tmp_path / "tree")
    found = {}
    for path in (tree / "HERITAGE/blobs").glob("*/*"):
        content = path.read_bytes()
        for part, table in (("core", b"CREATE TABLE stop "), ("recognition", b"CREATE TABLE look_of ")):
            if table in content:
                found[part] = path
    return found


@pytest.mark.parametrize("fault", FAULTS)
def test_a_part_that_says_what_cannot_be_is_refused(fault: str, parts: dict[str, Path]) -> None:
    path = parts["recognition"]
    assert read_through(path) == ""
    run_sql(path, FAULTS[fault])
    assert read_through(path) != ""


def read_through(path: Path) -> str:
    """Return what is said against a catalogue when it is installed."""
    try:
        with closing(open_catalogue(path, "recognition")) as catalogue, catalogue.within(INSTALL_DEADLINE_S):
            catalogue.check_integrity()
            return find_fault(catalogue, "recognition")
    except KioskError as error:
        return error.found


def test_stops_that_the_core_does_not_have_are_never_told(parts: dict[str, Path]) -> None:
    run_sql(parts["recognition"], "UPDATE OR REPLACE look_of SET stop_id = 'mill/nowhere'")
    recognition, core = (open_catalogue(parts[part], part) for part in ("recognition", "core"))
    with closing(recognition), closing(core):
        looks = PackLooks(recognition, core)
        assert looks.stops(0) == ()
        assert looks.words()


def run_sql(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{sql}; VACUUM;")
