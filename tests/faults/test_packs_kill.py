"""Power may fail at any instruction: afterwards the device shows the old release or the new one, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs.source import read_source
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source

POINTS = 40
OPERATOR = ThrowAwayOperator()


def test_a_kill_at_any_line_leaves_one_whole_release(tmp_path: Path, house: Path) -> None:
    source = read_source(write_small_source(tmp_path / "mill"))
    for version in (1, 2):
        OPERATOR.build(
            replace(source, version=version, publisher=f"Publisher {version}"), tmp_path / f"{version}.hpack"
        )
    store = OPERATOR.open_store(tmp_path / "data")
    assert store.install(tmp_path / "1.hpack").result == "installed"
    store.close()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.faults.kill_points",
            tmp_path / "data",
            tmp_path / "2.hpack",
            tmp_path,
            str(POINTS),
        ],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["lines"] > 1000
    assert all(outcome["killed"] for outcome in report["outcomes"])
    left = [(outcome["left"]["publisher"], outcome["left"]["whole"]) for outcome in report["outcomes"]]
    assert {whole for _, whole in left} == {True}
    # The old one up to some line, the new one from there on; never a way back.
    publishers = [publisher for publisher, _ in left]
    assert publishers == sorted(publishers)
    assert set(publishers) == {"Publisher 1", "Publisher 2"}
    for outcome in report["outcomes"]:
        again = outcome["again"]
        assert again["result"] in {"installed", "nothing-new"}, outcome
        assert (again["publisher"], again["whole"], again["leftovers"]) == ("Publisher 2", True, 0), outcome


def test_everything_is_on_the_disk_before_the_switch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is flushed before it gets its name, and the names before the release is shown."""
    order: list[str] = []
    fsync, replace_path = os.fsync, Path.replace

    def watch_fsync(descriptor: int) -> None:
        order.append("fsync " + str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    def watch_replace(path: Path, target: Path) -> Path:
        order.append(f"rename {path} {target}")
        return replace_path(path, target)

    OPERATOR.build(read_source(write_small_source(tmp_path / "mill")), tmp_path / "mill.hpack")
    store = OPERATOR.open_store(tmp_path / "data")
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("this system does not tell the name of an open file")
    monkeypatch.setattr(os, "fsync", watch_fsync)
    monkeypatch.setattr(Path, "replace", watch_replace)
    store.install(tmp_path / "mill.hpack")
    monkeypatch.undo()
    store.close()
    renames = [line.split() for line in order if line.startswith("rename")]
    assert len(renames) > 3
    for _, partial, target in renames:
        renamed_at = order.index(f"rename {partial} {target}")
        assert f"fsync {partial}" in order[:renamed_at]
        assert f"fsync {Path(target).parent}" in order[renamed_at:]
