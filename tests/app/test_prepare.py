"""The preparation step: builds what changed, and only that."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.prepare import checksum, compile_translation, prepare, refresh, sign_demonstration
from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from kiosk.packs.trust.operator import read_source_chain
from kiosk.packs.trust.state import Origin
from tests.packs.small_source import write_small_source

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi">
<context><name>Home</name>
<message><source>Scan</source><translation>{word}</translation></message>
</context>
</TS>
"""


def write_translation(house: Path, word: str) -> Path:
    source = house / "assets" / "translations" / "kiosk_hi.ts"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(TRANSLATION.format(word=word), encoding="utf-8")
    return source


def test_compiles_a_translation_once_and_again_when_it_changes(tmp_path: Path) -> None:
    write_translation(tmp_path, "स्कैन")
    compiled = tmp_path / "build" / "translations" / "kiosk_hi.qm"
    assert prepare(tmp_path) == [compiled]
    assert prepare(tmp_path) == []
    write_translation(tmp_path, "देखें")
    before = compiled.read_bytes()
    assert prepare(tmp_path) == [compiled]
    assert compiled.read_bytes() != before


def test_drops_the_output_of_a_source_that_is_gone(tmp_path: Path) -> None:
    source = write_translation(tmp_path, "स्कैन")
    prepare(tmp_path)
    source.unlink()
    assert prepare(tmp_path) == []
    assert not list((tmp_path / "build" / "translations").glob("*.qm"))


def test_makes_anew_an_output_that_somebody_deleted(tmp_path: Path) -> None:
    write_translation(tmp_path, "स्कैन")
    (output,) = prepare(tmp_path)
    output.unlink()
    assert prepare(tmp_path) == [output]


def test_refuses_a_broken_translation_in_words(tmp_path: Path) -> None:
    source = tmp_path / "kiosk_ar.ts"
    source.write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(KioskError) as caught:
        compile_translation(source, tmp_path / "kiosk_ar.qm")
    assert caught.value.code == "app.translation-not-compiled"
    assert str(source) in str(caught.value)


def test_leaves_nothing_half_when_a_build_fails(tmp_path: Path) -> None:
    source = tmp_path / "delhi"
    source.mkdir()
    folder = tmp_path / "build"

    def write_whole(_: Path, output: Path) -> None:
        output.write_text("whole")

    def break_off(_: Path, output: Path) -> None:
        output.write_text("hal")
        raise KioskError("The pack was not built", code="test.broken-off")

    refresh([source], folder, ".hpack", [], write_whole)
    (source / "pack.toml").write_text("changed")
    with pytest.raises(KioskError):
        refresh([source], folder, ".hpack", [], break_off)
    assert [file.name for file in folder.iterdir()] == ["delhi.hpack"]
    assert (folder / "delhi.hpack").read_text() == "whole"
    assert refresh([source], folder, ".hpack", [], write_whole), "what failed is tried again"


def test_a_checksum_tells_names_and_contents_apart(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a").write_text("1")
    first = checksum([source])
    (source / "a").rename(source / "b")
    renamed = checksum([source])
    (source / "b").write_text("2")
    assert len({first, renamed, checksum([source])}) == 3


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("unsigned")
    mill = write_small_source(folder / "mill")
    return [build_pack(read_source(mill), folder / "mill.hpack").path]


def test_signs_the_demonstration_once_and_all_of_it_again_when_it_changes(
    unsigned: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    (signed,) = sign_demonstration(unsigned, folder)
    first = read_source_chain(signed)
    assert sign_demonstration(unsigned, folder) == []
    signed.unlink()
    assert sign_demonstration(unsigned, folder) == [signed]
    assert read_source_chain(signed) != first, "the key of the first time is gone"
    assert unsigned[0].read_bytes() != signed.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["packs"]


def test_the_demonstration_installs_by_its_own_root(unsigned: list[Path], tmp_path: Path) -> None:
    (signed,) = sign_demonstration(unsigned, tmp_path / "packs")
    (tmp_path / "data").mkdir()
    with closing(PackStore(tmp_path / "data")) as store:
        assert store.install(signed).code == "packs.no-trust"
        store.trust.adopt(signed, origin=Origin.DEMONSTRATION)
        assert store.install(signed).result == "installed"
