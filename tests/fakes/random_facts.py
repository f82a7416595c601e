"""Facts as many visits would leave them: of every kind, spread over sites, stops, days and languages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kiosk.model.datum import Choice, Datum, Flag, Number, Words
from kiosk.model.facts import FACTS, Fact

FIRST_DAY = date(2026, 3, 1)
SPECIAL = {
    "minutes": (1, 200), "dwell_ms": (500, 900_000), "heard_ms": (0, 120_000), "media_ms": (0, 120_000), "stops": (0, 12),
    "stops_on_offer": (0, 12), "facts": (1, 40), "count": (1, 9), "suggestions_shown": (0, 6), "suggestions_taken": (0, 4),
}  # fmt: skip


def make_facts(count: int, seed: int, *, sites: int = 2, days: int = 5) -> list[Fact]:
    """Return ``count`` facts, the same for the same ``seed``; ids tell them apart."""
    return list(_make(count, random.Random(seed), sites, days))


def _make(count: int, chance: random.Random, sites: int, days: int) -> Iterator[Fact]:
    kinds = sorted(FACTS)
    for number in range(count):
        declared = FACTS[chance.choice(["dwell", "dwell", "visit", "move", *kinds])]
        values = {datum.name: _choose(datum, chance, sites, days) for datum in declared.data}
        if "from_stop" in values:
            values["to_stop"] = f"{values['from_stop'].split('/')[0]}/s{chance.randrange(6)}"
        if declared.name == "message":
            values["text" if number % 3 == 0 else "sound"] = None
        yield Fact(declared.name, {**values, "id": f"{number:016x}"})


def _choose(datum: Datum, chance: random.Random, sites: int, days: int) -> Any:
    if isinstance(datum, Words):
        return chance.choice(["Who made this?", "मेरी दादी यहाँ आती थीं।", "<b>كم عمره؟</b>"])
    if datum.name == "sound":
        return f"{chance.getrandbits(256):064x}"
    if datum.optional and chance.random() < 0.1:
        return None
    if isinstance(datum, Number):
        return chance.randint(*SPECIAL.get(datum.name, (datum.minimum, min(datum.maximum, 9))))
    if isinstance(datum, Choice):
        return chance.choice(datum.choices)
    if isinstance(datum, Flag):
        return chance.random() < 0.8
    day = FIRST_DAY + timedelta(days=chance.randrange(days))
    site = f"site{chance.randrange(sites)}"
    named = {
        "site": site, "from_site": site, "stop": f"{site}/s{chance.randrange(6)}", "from_stop": f"{site}/s{chance.randrange(6)}",
        "day": f"{day}", "hour": f"{day}T{chance.randrange(8, 18):02}", "language": chance.choice(["en", "hi", "ar"]),
        "value": chance.choice(["large", "1.5"]), "study": "winter",
    }  # fmt: skip
    return named.get(datum.name, "0" * 16)
