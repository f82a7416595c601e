"""``kiosk pack labels`` as a curator types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.kiosk_command import Kiosk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def kiosk(mill_operator: ThrowAwayOperator, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    return Kiosk(mill_operator.trust(tmp_path / "device"), capsys)


def test_a_sheet_says_from_how_far_it_is_read(kiosk: Kiosk, mill_hpack: Path, tmp_path: Path) -> None:
    out = tmp_path / "labels.pdf"
    (sheet,) = kiosk.objects("labels", mill_hpack, "--out", out, "--paper", "L7165", "--distance", "0.8")
    assert (sheet["paper"], sheet["labels"], sheet["pages"]) == ("L7165", 3, 1)
    assert 0.8 <= sheet["distance_m"] < 0.85
    assert sheet["correction"] == ["H"]
    assert kiosk.pack("labels", mill_hpack, "--out", out, "--single") == 0
    assert "Wrote 3 labels on 3 pages" in kiosk.said
    assert "Paper A4: a code is" in kiosk.said


def test_some_stops_some_languages_some_copies(kiosk: Kiosk, mill_hpack: Path, tmp_path: Path) -> None:
    words = ("--stops", "7", "--languages", "hi", "--copies", "5", "--skip", "2", "--paper", "L7165")
    (sheet,) = kiosk.objects("labels", mill_hpack, "--out", tmp_path / "labels.pdf", *words)
    assert (sheet["labels"], sheet["pages"]) == (5, 1)


def test_what_cannot_be_printed_is_said_in_one_line(kiosk: Kiosk, mill_hpack: Path, tmp_path: Path) -> None:
    out = tmp_path / "labels.pdf"
    for words, code in (
        (("--paper", "L7160", "--distance", "1"), "label-too-small"),
        (("--paper", "L7160", "--single"), "paper-not-single"),
        (("--paper", "napkin"), "no-such-paper"),
        (("--paper", "9x9:90x90"), "paper-unfit"),
        (("--stops", "7,77"), "no-such-stop"),
        (("--languages", "xx"), "no-such-language"),
    ):
        assert kiosk.pack("labels", mill_hpack, "--out", out, *words) == 1
        assert kiosk.said.count("\n") == 1
        assert f"[authoring.{code}]" in kiosk.said
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--distance", "0"),
        ("--distance", "far"),
        ("--size", "nan"),
        ("--copies", "0"),
        ("--skip", "-1"),
        ("--stops", ","),
        ("--shift", "1"),
        ("--shift", "9,9"),
    ],
)
def test_wrong_usage_is_2(kiosk: Kiosk, words: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        kiosk.pack("labels", "mill", "--out", tmp_path / "x.pdf", *words)
    assert caught.value.code == 2


def test_a_trial_page_and_codes_alone(kiosk: Kiosk, mill_hpack: Path, tmp_path: Path) -> None:
    assert (
        kiosk.pack("labels", mill_hpack, "--out", tmp_path / "trial.pdf", "--paper", "5163", "--trial") == 0
    )
    assert "hold it against a sheet of labels" in kiosk.said
    (written,) = kiosk.objects("labels", mill_hpack, "--out", tmp_path / "codes", "--codes", "svg")
    assert sorted(written["files"]) == sorted(path.name for path in (tmp_path / "codes").iterdir())
    assert len(written["files"]) == 3
