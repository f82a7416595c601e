"""The real process: ended, killed, started twice, started wrongly. One line says what is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.composed_guide import ComposedGuide, data, find_dwells, pack, read_facts

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]
HOUSE = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


def start(*words: str, tmp: Path) -> subprocess.Popen[str]:
    """Start a program of this house as a visitor's device does, without a display."""
    tmp.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp)},
    )


def run_guide(data: Path, *words: str) -> subprocess.Popen[str]:
    options = ("--windowed", "--still", "--camera", "none", "--data", str(data))
    return start("kiosk", "run", *options, *words, tmp=data.parent / "tmp")


def wait_for(is_so: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait until something is so, as long as the process lives."""
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    _said, wrong = process.communicate(timeout=PATIENCE_S)
    return process.returncode, wrong


def test_told_to_end_it_closes_everything_and_says_nothing(data: Path) -> None:
    guide = run_guide(data)
    wait_for((data / "events.reserve").exists, guide)
    second = run_guide(data)
    said, wrong = second.communicate(timeout=PATIENCE_S)
    assert (second.returncode, said) == (1, "")
    assert wrong.count("\n") == 1 and "[app.data-in-use]" in wrong
    assert end(guide) == (0, "")
    left = {path.name for path in data.iterdir()}
    assert not {name for name in left if name.endswith(("-wal", "-shm"))}, "every database is closed"
    assert not (data / "diary.log").exists()


def test_a_camera_that_is_none_is_refused_in_one_line(data: Path) -> None:
    guide = run_guide(data, "--camera", "nonsense")
    said, wrong = guide.communicate(timeout=PATIENCE_S)
    assert (guide.returncode, said) == (1, "")
    assert wrong.count("\n") == 1 and "nonsense" in wrong and "[scanning.no-such-source]" in wrong


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('theme = "pink"', "app.settings-wrong"),
        ("hub = ", "app.settings-unreadable"),
        ('camera = "nonsense"', "scanning.no-such-source"),
    ],
)
def test_a_slip_in_the_settings_costs_no_visitor_the_guide(data: Path, settings: str, code: str) -> None:
    (data / "settings.toml").write_text(settings, encoding="utf-8")
    options = ("--windowed", "--still", "--data", str(data))
    guide = start("kiosk", "run", *options, tmp=data.parent / "tmp")
    wait_for((data / "events.reserve").exists, guide)
    status, wrong = end(guide)
    assert status == 0 and wrong.count("\n") == 1 and f"[{code}]" in wrong
    assert f"[{code}]" in (data / "diary.log").read_text("utf-8")


def test_a_folder_that_is_none_has_a_stand_in_that_is_removed(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    guide = run_guide(tmp_path / "data")
    wait_for(lambda: list((tmp_path / "tmp").glob("heritage-kiosk-*/events.reserve")), guide)
    status, wrong = end(guide)
    assert status == 0 and wrong.count("\n") == 1 and "[app.data-not-writable]" in wrong
    assert list((tmp_path / "tmp").iterdir()) == []


def test_killed_in_mid_visit_the_stop_is_counted_at_the_next_start(data: Path) -> None:
    guide = start("tests.fakes.guide_process", str(data), tmp=data.parent / "tmp")
    assert guide.stdout is not None
    assert guide.stdout.readline() == "open\n"
    guide.kill()
    guide.communicate()
    with ComposedGuide(data, has_camera=False) as again:
        again.wait(lambda: (data / "outbox.db").exists() and find_dwells(data))
        assert again.page == "attract", "nobody sees what the one before saw"
    assert find_dwells(data)["mill/garden"]["dwell_ms"] is None, "it drew a visitor; how long is not known"
    assert [fact.name for fact in read_facts(data)].count("visit") == 1
