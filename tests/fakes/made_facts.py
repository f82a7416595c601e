"""Facts made for tests of what carries them."""

from __future__ import annotations

from kiosk.model.facts import Fact, format_fact


def make_lines(count: int, first: int = 1, name: str = "dwell") -> list[bytes]:
    """Return ``count`` facts as lines, told apart by their ids."""
    return [format_fact(make_fact(number, name)) for number in range(first, first + count)]


def make_fact(number: int, name: str = "dwell", *, counted: bool = True) -> Fact:
    identity = {"id": f"{number:016x}", "counted": counted}
    if name == "move":
        return Fact(
            "move", {**identity, "from_stop": "qutb/minar", "to_stop": "qutb/gate", "day": "2026-11-21"}
        )
    if name == "visit":
        return Fact(
            "visit",
            {
                **identity, "site": "qutb", "stops": 6, "stops_on_offer": 10, "minutes": 30, "language": "en",
                "suggestions_shown": 4, "suggestions_taken": 1, "hour": "2026-11-21T12",
            },
        )  # fmt: skip
    return Fact(
        "dwell",
        {
            **identity, "stop": "qutb/minar", "dwell_ms": 30_000 + number, "heard_ms": 20_000, "media_ms": 60_000,
            "language": "en", "depth": "story", "kind": "recording", "by": "code", "version": None,
            "hour": "2026-11-21T12",
        },
    )  # fmt: skip
