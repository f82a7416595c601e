"""``kiosk pack`` as people and programs use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.conftest import MakePack
from tests.packs.kiosk_command import Kiosk


@pytest.fixture
def kiosk(mill_operator: ThrowAwayOperator, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    """A device that trusts the operator."""
    return Kiosk(mill_operator.trust(tmp_path / "device"), capsys)


def test_from_source_to_device(
    kiosk: Kiosk, mill_folder: Path, mill_operator: ThrowAwayOperator, tmp_path: Path
) -> None:
    hpack = tmp_path / "mill.hpack"
    assert kiosk.pack("build", mill_folder, "--out", hpack) == 0
    assert "stops/hall/hi.toml" in kiosk.said
    assert "Drawing wheel.svg ..." in kiosk.said
    assert "Built test.mill 1" in kiosk.said
    assert kiosk.pack("inspect", hpack, "--thorough") == 0
    assert "The Mill (mill), 3 stops" in kiosk.said
    assert not (kiosk.data / "packs" / "blobs").exists()
    assert kiosk.pack("install", hpack) == 1
    assert "[packs.unsigned]" in kiosk.said
    mill_operator.repository.sign_hpack(hpack, once=True)
    assert kiosk.pack("install", hpack) == 0
    assert kiosk.said.splitlines()[-1].startswith("Installed test.mill 1: ")
    assert kiosk.pack("list") == 0
    assert kiosk.said.startswith("test.mill 1  shown  en, hi, ar")


def test_programs_get_one_object_a_line(kiosk: Kiosk, mill_hpack: Path) -> None:
    (installed,) = kiosk.objects("install", mill_hpack)
    copied_bytes = installed.pop("copied_bytes")
    assert copied_bytes > 0
    assert installed == {
        "result": "installed",
        "pack": "test.mill",
        "version": 1,
        "code": "",
        "reused_bytes": 0,
    }
    (again,) = kiosk.objects("install", mill_hpack)
    assert (again["result"], again["reused_bytes"]) == ("nothing-new", copied_bytes)
    release, site = kiosk.objects("inspect", mill_hpack, "--thorough")
    assert (release["pack"], release["languages"]) == ("test.mill", ["en", "hi", "ar"])
    assert site["stops"][1] == {"id": "mill/hall", "number": "07", "title": "The grinding hall"}


def test_the_version_can_be_given(kiosk: Kiosk, mill_folder: Path, tmp_path: Path) -> None:
    (built,) = kiosk.objects("build", mill_folder, "--out", tmp_path / "m.hpack", "--version", "12")
    assert (built["result"], built["version"], built["stops"]) == ("built", 12, 3)


def test_going_back_and_removing(kiosk: Kiosk, make_mill: MakePack) -> None:
    for version in (1, 2):
        kiosk.pack("install", make_mill(version))
    assert kiosk.pack("activate", "test.mill", "1") == 0
    assert kiosk.said == "Visitors now see test.mill 1\n"
    assert [(entry["version"], entry["active"]) for entry in kiosk.objects("list")] == [(2, False), (1, True)]
    assert kiosk.pack("remove", "test.mill", "1") == 1
    assert "[packs.still-shown]" in kiosk.said
    assert kiosk.pack("remove", "test.mill", "2") == 0
    (removed,) = kiosk.objects("remove", "test.mill", "1")
    assert removed["freed_bytes"] > 0
    assert kiosk.pack("list") == 0
    assert kiosk.said == "No pack is installed.\n"


@pytest.mark.usefixtures("qapp")
def test_labels_of_a_file_a_source_and_a_device(
    kiosk: Kiosk, mill_folder: Path, mill_hpack: Path, tmp_path: Path
) -> None:
    kiosk.pack("install", mill_hpack)
    for pack in (mill_hpack, mill_folder, "test.mill"):
        out = tmp_path / "labels.pdf"
        (sheet,) = kiosk.objects("labels", pack, "--out", out)
        assert (sheet["labels"], sheet["pages"], sheet["codes_read_back"]) == (3, 1, 3)
        assert (sheet["paper"], sheet["not_whole"], sheet["without_code"]) == ("cards", [], [])
        assert out.read_bytes().startswith(b"%PDF")
        out.unlink()
    assert kiosk.pack("labels", "test.unknown", "--out", tmp_path / "x.pdf") == 1
    assert "There is no such pack" in kiosk.said


def test_what_is_wrong_is_said_in_one_line(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    assert kiosk.pack("install", tmp_path / "note.txt") == 1
    assert kiosk.said.startswith("The pack cannot be read · note.txt · ")
    assert kiosk.said.endswith("[packs.tree-faulty]\n")
    (refused,) = kiosk.objects("install", tmp_path / "gone.hpack")
    assert (refused["result"], refused["code"], refused["pack"]) == ("refused", "packs.source-absent", "")
    assert refused["error"]["remedy"]
    assert kiosk.pack("build", tmp_path, "--out", tmp_path / "x.hpack") == 1
    assert "[packs.source-missing]" in kiosk.said


def test_an_out_folder_that_is_not_there(kiosk: Kiosk, mill_folder: Path, tmp_path: Path) -> None:
    assert kiosk.pack("build", mill_folder, "--out", tmp_path / "nowhere" / "x.hpack") == 1
    assert "[packs.pack-not-written]" in kiosk.said


def test_wrong_usage_is_2(kiosk: Kiosk) -> None:
    with pytest.raises(SystemExit) as caught:
        kiosk.pack("install")
    assert caught.value.code == 2
