"""The hub's interface is tried from its own description: a small sample of what ``./run bench api`` does at length."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.hub.database import open_database
from tests.fakes.api_fuzz import LONGEST_S, Fuzz, register_batches
from tests.fakes.hub_process import HubProcess


def test_every_answer_is_one_that_the_description_promises(database: Path) -> None:
    register_batches()
    with HubProcess(database, is_open=False) as hub:
        fuzz = Fuzz(hub.address)
        with closing(open_database(str(database))) as opened:
            fuzz.provide(opened)
        fuzz.run(3)
        status, words = hub.end()
    assert (status in (0, -15), words) == (True, "")
    assert fuzz.answers[200] and fuzz.slowest_s < LONGEST_S
