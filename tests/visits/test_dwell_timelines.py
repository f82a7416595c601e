"""Scripted timelines with the dwell stated beside each, to the millisecond.

They run through the real recorder, the real log on a real disk, and the fold; only the clock is made.
"""

from __future__ import annotations

import pytest

from tests.visits.conftest import Bench

IN_1970 = 1_000
IN_2038 = 2_147_483_700_000

TIMELINES = [
    ("a scan is a touch: 30 s, then the idle tail does not count", "open wait:80 close", 30_000),
    ("a short stay counts as long as it was", "open wait:10 close", 10_000),
    ("under 3 s is a glance, and still measured", "open ms:2999 close", 2_999),
    ("touches over each other count once", "open wait:10 touch wait:10 touch wait:70 close", 50_000),
    ("between touches far apart there is a hole", "open wait:40 touch wait:10 close", 40_000),
    ("a touch just before the close counts to the close", "open wait:60 touch ms:250 close", 30_250),
    ("a narration heard to its end", "open tell:90 listen:90 told close", 90_000),
    ("nothing counts after a narration's end", "open tell:90 listen:90 told wait:60 close", 90_000),
    ("a pause of 20 s by touch counts", "open tell:90 listen:40 touch pause wait:20 touch resume listen:50 told close", 110_000),
    ("of a pause of 120 s by touch 30 s count", "open tell:90 listen:40 touch pause wait:120 touch resume listen:50 told close", 120_000),
    ("a pause by pulled headphones does not count", "open tell:90 listen:40 pause wait:60 close", 40_000),
    ("media that stall do not count, whatever the player says", "open tell:90 listen:40 stall:60 close", 40_000),
    ("suspend in a narration", "open tell:90 listen:20 asleep:600 listen:20 close", 40_000),
    ("suspend after a touch", "open wait:5 asleep:600 wait:7 close", 5_000),
    ("suspend twice in one narration", "open tell:90 listen:10 asleep:60 listen:10 asleep:60 listen:20 close", 40_000),
    ("with the screen off nothing counts", "open tell:90 listen:20 dark listen:20 lit listen:10 close", 30_000),
    ("the screen is off to the close", "open wait:10 dark wait:50 close", 10_000),
    ("double speed counts the time, not the media", "rate_of:2 open tell:90 listen:45 told close", 45_000),
    ("half speed likewise", "rate_of:0.5 open tell:30 listen:60 told close", 60_000),
    ("a jump forward is not heard", "open tell:90 listen:35 seek:30 listen:5 close", 40_000),
    ("back 10 s is heard again", "open tell:90 listen:35 seek:-10 listen:35 close", 70_000),
    ("a stop visited twice is the sum", "open wait:10 open:gate wait:20 open wait:5 close", 15_000),
    ("scanning the open stop again is only a touch", "open wait:20 open wait:50 close", 50_000),
    ("the idle close and a touch open it again", "open wait:90 close:idle wait:10 touch wait:5 close", 35_000),
    ("a narration replaced by another depth", "open tell:90 listen:40 tell:200 listen:60 close", 100_000),
    ("the next scan closes the stop, sound and all", "open tell:90 listen:40 open:gate wait:3 close", 40_000),
    ("the end of the visit closes the stop", "open wait:12", 12_000),
    ("the wall clock steps back in the visit", f"open wait:6 wall:{IN_1970} wait:6 close", 12_000),
    ("the wall clock is in 2038", f"wall:{IN_2038} open tell:60 listen:45 close", 45_000),
]  # fmt: skip


@pytest.mark.parametrize(
    ("script", "dwell_ms"), [row[1:] for row in TIMELINES], ids=[row[0] for row in TIMELINES]
)
def test_dwell_is_exactly(bench: Bench, script: str, dwell_ms: int) -> None:
    bench.visitor.follow(f"start {script} end")
    assert bench.settle()
    dwells = {fact.values["stop"]: fact.values["dwell_ms"] for fact in bench.sink.named("dwell")}
    assert dwells["qutb/minar"] == dwell_ms


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
