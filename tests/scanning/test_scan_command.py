"""``kiosk scan`` as a person or a program meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import segno

from kiosk.app.cli import main

TEXT = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    segno.make(TEXT, micro=False).save(str(tmp_path / "code.png"), scale=5, border=4)
    segno.make("\x1b[2J WIFI", micro=False).save(str(tmp_path / "odd.png"), scale=5, border=4)
    (tmp_path / "none.svg").write_text("<svg/>")
    return tmp_path


def test_json_is_one_object_an_input(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--json", str(pictures / "code.png")]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert set(record) == {"input", "codes", "ms"}
    (code,) = record["codes"]
    assert set(code) == {"text", "corners", "reader"}
    assert (code["text"], code["reader"], len(code["corners"])) == (TEXT, "zxing", 4)


def test_one_input_without_a_code_is_a_no(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(pictures / "code.png"), str(pictures / "none.svg")]) == 1
    said = capsys.readouterr().out
    assert "[scanning.unknown-format]" in said
    assert said.splitlines()[-1] == "Read a code in 1 of 2 inputs."


def test_a_faulty_input_is_an_object_too(pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--json", str(pictures / "nowhere.png")]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["codes"] == [] and record["error"]["code"] == "scanning.no-such-source"


def test_a_folder_without_pictures_is_a_no_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    assert main(["scan", str(folder)]) == 1
    assert "[scanning.empty-folder]" in capsys.readouterr().out


def test_an_empty_name_is_not_the_folder_one_is_in(
    pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pictures)
    assert main(["scan", ""]) == 1
    said = capsys.readouterr().out
    assert "[scanning.no-such-source]" in said and "an empty name" in said and "code.png" not in said


def test_a_damaged_picture_is_told_without_our_own_insides(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (pictures / "code.png").read_bytes()
    (pictures / "torn.png").write_bytes(whole[:40])
    assert main(["scan", str(pictures / "torn.png")]) == 1
    said = capsys.readouterr().out
    assert "[scanning.damaged-picture]" in said and "BytesIO" not in said and "0x" not in said


def test_what_a_code_says_never_reaches_the_terminal_raw(
    pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["scan", str(pictures / "odd.png")])
    said = capsys.readouterr().out
    assert "\x1b" not in said and "?[2J WIFI" in said


@pytest.mark.parametrize("words", [[], ["--seconds", "0", "x"], ["--seconds", "many", "x"]])
def test_wrong_usage_is_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["scan", *words])
    assert caught.value.code == 2
