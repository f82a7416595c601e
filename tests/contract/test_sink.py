"""The outbox and the fake sink keep the same promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.model.facts import Fact, format_fact
from kiosk.sync.outbox import Outbox
from kiosk.visits.handover import FactSink
from tests.fakes.fake_sink import FakeSink

LINES = [format_fact(Fact("gap", {"id": f"{number:016x}", "facts": number})) for number in range(1, 5)]


@dataclass
class Held:
    """A sink and a way to read what it holds."""

    sink: FactSink
    read: Callable[[], Iterable[Fact]]

    def facts(self) -> list[int]:
        return [fact.values["facts"] for fact in self.read()]


@pytest.fixture(params=["real", "fake"])
def held(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Held]:
    if request.param == "fake":
        fake = FakeSink()
        yield Held(fake, lambda: fake.facts)
        return
    with closing(Outbox(tmp_path / "outbox.db", "d" * 32)) as outbox:
        yield Held(outbox, outbox.read_facts)


def test_takes_facts_in_their_order(held: Held) -> None:
    held.sink.accept("one", LINES[:2])
    held.sink.accept("two", LINES[2:])
    assert held.facts() == [1, 2, 3, 4]


def test_takes_a_parcel_once(held: Held) -> None:
    held.sink.accept("one", LINES[:2])
    held.sink.accept("one", LINES[:2])
    assert held.facts() == [1, 2]


def test_takes_an_empty_parcel(held: Held) -> None:
    held.sink.accept("one", [])
    assert held.facts() == []
