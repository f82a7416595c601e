"""Replay, loss, overlap, copied and restored disks, restored hubs, sticks and network together, by chance.

A sample; ``./run bench sync`` makes a thousand. That the sample would notice is seen by taking one safeguard away.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.sync_world import make_template, run_world

ACTS = 30


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.mark.parametrize("seed", range(10_000, 10_012))
def test_the_hub_has_what_the_devices_logged_each_fact_once(
    seed: int, template: Path, tmp_path: Path
) -> None:
    run_world(tmp_path / "run", template, seed, ACTS)


def test_without_the_ids_of_repeated_facts_some_would_count_twice(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.hub.ingest.hold_back_repeats", lambda _connection, _heads, parts: parts)
    with pytest.raises(AssertionError, match="count twice"):
        _run_many(tmp_path, template)


def _run_many(folder: Path, template: Path) -> None:
    for seed in range(2, 20):  # the first of them notices it already
        run_world(folder / f"run-{seed}", template, seed)
