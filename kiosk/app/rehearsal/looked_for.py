"""The rehearsed visitor looks for a stop with a slip in its name, and sees where one can go on to from here."""

from __future__ import annotations

import time
from collections.abc import Sequence

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Stop

LONG_ENOUGH = 6


def search(stage: Stage, stops: Sequence[Stop]) -> Details:
    """On the list of all stops: type a stop's name with two letters swapped, see it found, and all of them again."""
    meant, typed = _mistype(stops)
    stage.tap("search")
    stage.let_run(0.3)
    expect(stage.shell.find("letter-pad") is not None, "our own letters", "under the list", "none")
    keys = stage.shoot("search-keys")
    slowest_ms = _type(stage, typed)
    found = [row["id"] for row in stage.read("browse", "stops")]
    near = bool(stage.read("browse", "is_near"))
    picture = stage.shoot("search")
    if meant is not None:
        expect(meant.card.id in found, f"what is found by {typed}", meant.card.title, len(found))
    stage.tap("search-clear")
    stage.let_run(0.3)
    shown = len(stage.read("browse", "stops"))
    expect(shown == len(stops), "the list without a search", len(stops), shown)
    return {
        "typed": typed,
        "stop": meant.card.title if meant else "",
        "found": len(found),
        "comes_near": near,
        "slowest_letter_ms": slowest_ms,
        "pictures": [keys, picture],
    }


def see_nearby(stage: Stage) -> Details:
    """From the list of all stops: see the other sites near by, where this guide knows some."""
    if stage.shell.find("browse-nearby") is None:
        return {"places": 0}
    touch_ms = stage.tap("browse-nearby", page="nearby")
    walks, rides = stage.read("nearby", "walks"), stage.read("nearby", "rides")
    expect(bool(walks or rides), "the places near here", "some", "none")
    details = {
        "places": len(walks) + len(rides),
        "within_a_walk": [row["name"] for row in walks],
        "touch_to_page_ms": touch_ms,
        "picture": stage.shoot("nearby"),
    }
    stage.tap("back", page="browse")
    return details


def _mistype(stops: Sequence[Stop]) -> tuple[Stop | None, str]:
    """Return a stop and a word of its title with two letters swapped; where all words are short, only letters."""
    for stop in stops:
        for word in stop.card.title.split():
            if len(word) >= LONG_ENOUGH and word.isalpha() and word[2] != word[3]:
                return stop, (word[:2] + word[3] + word[2] + word[4:]).lower()
    return None, "xyz"


def _type(stage: Stage, typed: str) -> int:
    """Type on our own keys, where they have the letters; return the slowest answer in ms."""
    slowest = 0.0
    field = stage.shell.find("search")
    assert field is not None
    for at, letter in enumerate(typed, start=1):
        began = time.monotonic()
        if stage.shell.find(f"letter-{letter}") is not None:
            stage.shell.tap(f"letter-{letter}")
        else:
            field.setProperty("text", typed[:at])
        slowest = max(slowest, time.monotonic() - began)
        stage.let_run(0.05)
    expect(
        stage.read("browse", "sought") == typed, "what is looked for", typed, stage.read("browse", "sought")
    )
    return round(slowest * 1000)
