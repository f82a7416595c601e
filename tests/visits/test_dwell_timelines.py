"""The timelines of ``docs/reference/dwell-timelines.md``, each with the dwell stated beside it.

They run through the real recorder, the real log on a real disk, and the fold; only the clock is made.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.visits.conftest import Bench

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "dwell-timelines.md"
_ROW = re.compile(r"\| (?P<what>[^|]+) \| `(?P<script>[^`|]+)` \| (?P<dwell>unknown|[\d.]+ s) \|")


def read_timelines() -> list[tuple[str, str, int | None]]:
    rows = [_ROW.fullmatch(line) for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    found = [row.group("what", "script", "dwell") for row in rows if row is not None]
    assert len(found) == len(rows) - 2, "a row of the page cannot be read"  # the table's two head lines
    return [(what, script, _read_ms(dwell)) for what, script, dwell in found]


def _read_ms(dwell: str) -> int | None:
    return None if dwell == "unknown" else round(float(dwell.removesuffix(" s")) * 1_000)


TIMELINES = read_timelines()


@pytest.mark.parametrize(
    ("script", "dwell_ms"), [row[1:] for row in TIMELINES], ids=[row[0] for row in TIMELINES]
)
def test_dwell_is_exactly(bench: Bench, script: str, dwell_ms: int | None) -> None:
    told, cut, _ = f"start {script}".partition(" cut")
    bench.visitor.follow(told)
    if cut:
        bench.clock.reboot()
        assert bench.handover.settle().result(10)  # as at the next start: no visit is running
    else:
        bench.visitor.follow("end")
        assert bench.settle()
    dwells = {fact.values["stop"]: fact.values["dwell_ms"] for fact in bench.sink.named("dwell")}
    assert dwells["qutb/minar"] == dwell_ms


def test_there_are_enough_of_them() -> None:
    assert len(TIMELINES) >= 25
    assert len({script for _, script, _ in TIMELINES}) == len(TIMELINES)


HEARD = [
    ("all of it", "open tell:60 listen:60 told close", 60_000),
    ("at double speed all of it", "rate_of:2 open tell:60 listen:30 told close", 60_000),
    ("what is heard again counts once", "open tell:60 listen:30 seek:-10 listen:10 close", 30_000),
    ("what is jumped over does not count", "open tell:60 listen:10 seek:30 listen:10 close", 20_000),
    ("told again from the start counts once", "open tell:60 listen:40 told:stopped tell:60 listen:50 close", 50_000),
    ("nothing is heard of media that stall", "open tell:60 stall:30 close", 0),
    ("a suspend is not heard", "open tell:60 listen:10 asleep:300 listen:10 close", 20_000),
]  # fmt: skip


@pytest.mark.parametrize(("script", "heard_ms"), [row[1:] for row in HEARD], ids=[row[0] for row in HEARD])
def test_heard_is_each_part_once(bench: Bench, script: str, heard_ms: int) -> None:
    bench.visitor.follow(f"start {script} end")
    bench.settle()
    (dwell,) = bench.sink.named("dwell")
    assert dwell.values["heard_ms"] == heard_ms
    assert dwell.values["media_ms"] == 60_000
