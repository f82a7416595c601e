"""``kiosk pack check`` and the progress of long work, as people and programs see them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.commands.pack.progress_line import format_remaining, show_progress_line
from kiosk.app.output import Output
from kiosk.packs.progress import Progress
from tests.authoring.faulty_sources import write_good
from tests.authoring.planted_faults import FAULTS


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_people_get_a_table_the_coverage_and_the_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_good(tmp_path / "mill")
    assert main(["pack", "check", str(folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1].startswith("note     recordings  nothing is recorded in en, fr")
    assert "2 stops; texts + recordings for each language and depth:" in said
    assert next(line for line in said if line.startswith("fr")).split()[1:5] == ["2", "2", "+", "0"]
    assert said[-1] == f"A pack can be built of it: 1 note in {folder}"


def test_programs_get_each_finding_and_then_the_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_good(tmp_path / "mill")
    for name in ("version", "address"):
        FAULTS[name][0](folder)
    assert main(["pack", "check", str(folder), "--json"]) == 1
    *findings, outcome = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert [(one["severity"], one["file"], one["where"]) for one in findings] == [
        ("error", "pack.toml", "pack version"),
        ("warning", "sources.toml", "sources vitruvius url"),
        ("note", "recordings", ""),
    ]
    assert all(one["what"] and one["remedy"] and one["kind"] for one in findings)
    assert (outcome["result"], outcome["counts"]) == (
        "refused",
        {"error": 1, "ask": 0, "warning": 1, "note": 1},
    )
    assert [one["language"] for one in outcome["coverage"]] == ["en", "fr"]


def test_a_build_refuses_what_has_errors_in_a_table_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_good(tmp_path / "mill")
    for name in ("version", "fact"):
        FAULTS[name][0](folder)
    assert main(["pack", "build", str(folder), "--out", str(tmp_path / "mill.hpack")]) == 1
    said = capsys.readouterr()
    assert said.out.count("0 is out of range") == 1
    assert said.err == (
        f"kiosk: The pack was not built · {folder} · found 2 faults · mend these and build again"
        " · [packs.source-faulty]\n"
    )
    assert not (tmp_path / "mill.hpack").exists()


def test_a_terminal_sees_one_line_that_fills_and_goes() -> None:
    terminal = Terminal()
    with show_progress_line(Output(as_json=False), stream=terminal) as on_progress:
        on_progress(Progress("Drawing wheel.svg", 1, 4, remaining_s=120.0))
        on_progress(Progress("Built", 4, 4))
    shown = terminal.getvalue().split("\r\x1b[K")
    assert shown[1] == "[######..................]  25%  2 min left  Drawing wheel.svg"
    assert shown[2] == "[########################] 100%  Built"
    assert shown[-1] == ""


def test_a_long_name_is_cut_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    terminal = Terminal()
    with show_progress_line(Output(as_json=False), stream=terminal) as on_progress:
        on_progress(Progress("Drawing \x1b[31m" + "a" * 200, 1, 4))
    line = terminal.getvalue().split("\r\x1b[K")[1]
    assert len(line) == 59
    assert line.endswith("aaa...")
    assert "\x1b" not in line


def test_programs_and_files_see_no_bar() -> None:
    for out, stream in ((Output(as_json=True), Terminal()), (Output(as_json=False), io.StringIO())):
        with show_progress_line(out, stream=stream) as on_progress:
            on_progress(Progress("Drawing", 1, 4))
        assert stream.getvalue() == ""


def test_what_is_told_instead_of_a_bar() -> None:
    told: list[str] = []
    with show_progress_line(
        Output(as_json=False), lambda progress: told.append(progress.words), io.StringIO()
    ) as on_progress:
        on_progress(Progress("Drawing", 1, 4))
    assert told == ["Drawing"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (89, "89 s"), (100, "2 min"), (3540, "59 min"), (4200, "1 h 10 min")]
)
def test_times_are_told_in_round_words(seconds: float, words: str) -> None:
    assert format_remaining(seconds) == words
