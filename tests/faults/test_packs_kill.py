"""Power may fail at any instruction: afterwards the device shows the old release or the new one, whole.

A sample of what ``./run bench faults`` does at every step and hundreds of lines.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.packs import incoming as incoming_module
from kiosk.packs.disk_sync import sync_files
from tests.faults.pack_world import NEW, OLD, World, install, look

STAND_STILL = """
import sys, time
from pathlib import Path
from kiosk.packs.store import PackStore

def on_step(name):
    if name == "copy:3":
        print("copying", flush=True)
        time.sleep(60)

PackStore(Path(sys.argv[1]), on_step=on_step).install(Path(sys.argv[2]))
"""
LINES = 6
POWER_CUTS = 2


@pytest.fixture(scope="module")
def report(pack_world: World, quick_folder: Path, house: Path) -> dict[str, Any]:
    words = [str(pack_world.folder), str(quick_folder), str(LINES), str(POWER_CUTS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.pack_kills", *words],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_kill_at_any_named_step_leaves_one_whole_release(report: dict[str, Any]) -> None:
    steps = report["steps"]
    for name in ("open", "judge", "clear-up", "copy:1", "sync:1", "name:1", "verify", "switch"):
        assert name in steps
    at_steps = report["kills"][: len(steps)]
    assert [one["at"] for one in at_steps] == steps
    shown = [OLD if steps.index(step) <= steps.index("switch") else NEW for step in steps]
    assert [one["shown"] for one in at_steps] == shown


def test_a_kill_at_any_line_leaves_one_whole_release(report: dict[str, Any]) -> None:
    assert report["lines"] > 3000
    assert all(one["killed"] for one in report["kills"])
    at_lines = [one["shown"] for one in report["kills"][len(report["steps"]) :]]
    # The old one up to some line, the new one from there on; never a way back.
    assert at_lines == sorted(at_lines)
    assert set(at_lines) == {OLD, NEW}


def test_a_kill_while_going_back_removing_or_scrubbing_does_no_harm(report: dict[str, Any]) -> None:
    outcomes = report["other_changes"]
    assert {one["at"].partition(",")[0] for one in outcomes} == {"go_back", "remove_the_old", "scrub"}
    assert all(one["killed"] for one in outcomes)
    assert {one["shown"] for one in outcomes} <= {OLD, NEW}


def test_who_waits_for_a_killed_install_gets_its_turn(pack_world: World, tmp_path: Path, house: Path) -> None:
    """Two at once: the second is turned away in words, and takes over when the first has died."""
    device = pack_world.make_device(tmp_path / "device")
    first = subprocess.Popen(
        [sys.executable, "-c", STAND_STILL, device, pack_world.new],
        cwd=house,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "copying\n"
        assert install(device, pack_world.new).code == "packs.busy"
        assert look(device) == OLD
    finally:
        first.kill()
        first.communicate()
    assert install(device, pack_world.new).result == "installed"
    assert look(device) == NEW


def test_a_power_cut_loses_nothing_that_is_shown(report: dict[str, Any]) -> None:
    """The disk's bytes are taken as they are at a step, with nothing flushed that was not."""
    if not report["power_cuts"]:
        pytest.skip("only root can mount a disk from a file, and not everywhere")
    assert {one["shown"] for one in report["power_cuts"]} <= {OLD, NEW}


def test_every_file_is_flushed_before_it_is_named(
    pack_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: set[str] = set()
    replace_path = Path.replace
    named: list[str] = []

    def watch_sync(files: list[Path], folder: Path) -> None:
        sync_files(files, folder)
        flushed.update(path.name for path in files)

    def watch_replace(path: Path, target: Path) -> Path:
        if path.parent.name == "incoming":
            assert path.name in flushed
            named.append(path.name)
        return replace_path(path, target)

    monkeypatch.setattr(incoming_module, "sync_files", watch_sync)
    monkeypatch.setattr(Path, "replace", watch_replace)
    assert install(pack_world.make_device(tmp_path / "device"), pack_world.new).result == "installed"
    assert len(named) > 5
