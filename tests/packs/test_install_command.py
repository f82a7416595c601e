"""``kiosk pack install`` and ``scrub`` as people and the staff's desk use them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.commands.pack.progress_told import TOLD_EVERY_S, tell_progress, with_bytes
from kiosk.app.output import Output
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import Progress
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.kiosk_command import Kiosk
from tests.packs.unpacking import unpack


@pytest.fixture
def kiosk(tmp_path: Path, capsys: pytest.CaptureFixture[str], mill_operator: ThrowAwayOperator) -> Kiosk:
    """A device that trusts the operator."""
    return Kiosk(mill_operator.trust(tmp_path / "device"), capsys)


class Clock:
    """Time that stands still until it is told to go on."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def stick(
    mill_source: PackSource, mill_operator: ThrowAwayOperator, mill_hpack: Path, tmp_path: Path
) -> Path:
    """A stick with two packs of one operator."""
    forge = replace(mill_source, id="test.forge", site=replace(mill_source.site, id="forge"))
    unpack(mill_hpack, tmp_path / "stick")
    return unpack(mill_operator.build(forge, tmp_path / "forge.hpack"), tmp_path / "stick")


def test_of_several_packs_one_is_named_or_all_are_taken(kiosk: Kiosk, stick: Path) -> None:
    assert kiosk.pack("install", stick) == 1
    assert "name the one to install with --pack, or take them all with --all" in kiosk.said
    (forge,) = kiosk.objects("install", stick, "--pack", "test.forge")
    assert (forge["result"], forge["pack"]) == ("installed", "test.forge")
    answers = kiosk.objects("install", stick, "--all")
    assert [(one["result"], one["pack"]) for one in answers] == [
        ("nothing-new", "test.forge"),
        ("installed", "test.mill"),
    ]


def test_all_of_nothing_is_told_as_one(kiosk: Kiosk, tmp_path: Path) -> None:
    (refused,) = kiosk.objects("install", tmp_path / "gone", "--all")
    assert refused["code"] == "packs.source-absent"


def test_a_pack_that_the_stick_has_not_got_is_told(kiosk: Kiosk, stick: Path) -> None:
    (refused,) = kiosk.objects("install", stick, "--pack", "test.bakery")
    assert (refused["code"], refused["error"]["found"]) == ("packs.nothing-here", "test.forge, test.mill")


def test_a_stick_that_only_takes_back_is_learned_from(
    mill_source: PackSource, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    operator = ThrowAwayOperator()
    kiosk = Kiosk(operator.trust(tmp_path / "device"), capsys)
    pack = operator.build(mill_source, tmp_path / "mill.hpack")
    assert kiosk.pack("install", pack) == 0
    operator.repository.withdraw("test.mill", 1)
    operator.repository.publish()
    (tmp_path / "stick" / "HERITAGE" / "targets").mkdir(parents=True)
    operator.repository.write(tmp_path / "stick")
    (refused,) = kiosk.objects("install", tmp_path / "stick")
    assert refused["code"] == "packs.nothing-here"
    (entry,) = kiosk.objects("list")
    assert (entry["active"], entry["withdrawn"]) == (True, True)
    kiosk.pack("list")
    assert "withdrawn by its publisher" in kiosk.said


@pytest.mark.parametrize("words", [["pack", "install"], ["pack", "scrub", "--from"], ["keys", "trust"]])
def test_a_data_folder_that_cannot_be_made_is_told(
    words: list[str], mill_hpack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main([*words, str(mill_hpack), "--data", str(tmp_path / "file" / "data")]) == 1
    said = capsys.readouterr()
    assert (said.out + said.err).endswith("[app.data-not-writable]\n")


def test_parts_are_left_out_and_the_list_says_so(kiosk: Kiosk, mill_hpack: Path) -> None:
    assert kiosk.pack("install", mill_hpack, "--languages", "en, ar") == 0
    assert kiosk.pack("list") == 0
    assert kiosk.said.startswith("test.mill 1  shown  en, ar  ")
    assert kiosk.said.rstrip().endswith("without lang-hi")
    kiosk.pack("install", mill_hpack, "--without", "lang-ar")
    (release,) = kiosk.objects("list")
    assert release["left_out"] == ["lang-ar", "lang-hi"], "what was chosen before holds"
    kiosk.pack("install", mill_hpack, "--languages", "all", "--without", "")
    (release,) = kiosk.objects("list")
    assert (release["left_out"], release["languages"]) == ([], ["en", "hi", "ar"])


def test_a_language_that_is_not_there_is_told(kiosk: Kiosk, mill_hpack: Path) -> None:
    assert kiosk.pack("install", mill_hpack, "--languages", "fr") == 1
    assert "expected one of ar, en, hi, found fr" in kiosk.said
    assert "[packs.no-such-part]" in kiosk.said


def test_a_program_that_watches_is_told_how_far_it_is(kiosk: Kiosk, mill_hpack: Path) -> None:
    *progress, answer = kiosk.objects("install", mill_hpack, "--progress")
    assert answer["result"] == "installed"
    words = [one["progress"] for one in progress]
    assert list(dict.fromkeys(words)) == ["Checking the pack", "Copying", "Verifying", "Installed"]
    for one in progress:
        assert set(one) == {"progress", "done_bytes", "total_bytes", "remaining_s"}
        assert 0 <= one["done_bytes"] <= one["total_bytes"]
    assert progress[-1]["remaining_s"] == 0.0


def test_progress_is_told_no_more_often_than_eyes_follow() -> None:
    stream, clock = io.StringIO(), Clock()
    tell = tell_progress(Output(as_json=True, stream=stream), clock)
    for done in range(100):
        tell(Progress("Copying", done, 100, 1.25))
        clock.now_s += TOLD_EVERY_S / 10
    lines = stream.getvalue().splitlines()
    assert 9 <= len(lines) <= 12
    assert lines[0] == '{"progress": "Copying", "done_bytes": 0, "total_bytes": 100, "remaining_s": 1.2}'


def test_people_see_the_bytes_too() -> None:
    seen: list[Progress] = []
    show = with_bytes(seen.append)
    for done in (0, 450_000_000, 1_000_000_000):
        show(Progress("Copying", done, 1_000_000_000))
    assert [one.words for one in seen] == ["Copying", "Copying 450.0 of 1,000.0 MB", "Copying"]


def test_scrub_names_what_is_damaged_and_mends_it(kiosk: Kiosk, mill_hpack: Path) -> None:
    kiosk.pack("install", mill_hpack)
    assert kiosk.pack("scrub") == 0
    assert kiosk.said.endswith("All of them are whole.\n")
    victim = max((kiosk.data / "packs/blobs").glob("*/*"), key=lambda path: path.stat().st_size)
    victim.write_bytes(bytes(victim.stat().st_size))
    assert kiosk.pack("scrub") == 1
    assert f"{victim.name[:12]}...  DAMAGED  test.mill 1, " in kiosk.said
    (report,) = kiosk.objects("scrub", "--from", mill_hpack)
    assert report["result"] == "mended"
    assert [(one["sha256"], one["mended"]) for one in report["rotten"]] == [(victim.name, True)]
    (report,) = kiosk.objects("scrub")
    assert (report["result"], report["rotten"]) == ("whole", [])
    *progress, report = kiosk.objects("scrub", "--progress")
    assert progress[0]["progress"] == "Reading what is installed"
