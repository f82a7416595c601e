"""An outbox that keeps what it is given in memory, and can be told to refuse."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact, parse_fact


class FakeSink:
    """Takes a parcel once, by its name, like the real outbox (tests/contract/test_sink.py)."""

    def __init__(self) -> None:
        self.parcels: dict[str, list[bytes]] = {}
        self.refuses = False

    def accept(self, parcel: str, facts: Sequence[bytes]) -> None:
        if self.refuses:
            raise KioskError("The outbox was not written", code="sync.outbox-not-written")
        self.parcels.setdefault(parcel, list(facts))

    @property
    def facts(self) -> list[Fact]:
        return [parse_fact(line) for lines in self.parcels.values() for line in lines]

    def named(self, name: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.name == name]
