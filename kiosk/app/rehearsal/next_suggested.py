"""The rehearsed visitor is told what to see next, asks for more like it, follows a card, and says at the end how it was."""

from __future__ import annotations

from typing import Any

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.rehearsal.ticket_shown import take_voucher
from kiosk.screens.hand import reveal

PAGE_TIMEOUT_S = 20.0
STARS = 4
# Around names that may run the other way than the words about them.
ISOLATES = (0x2068, 0x2069)


def ask_for_more(stage: Stage) -> Details:
    """Ask for more like the stop that is open, see the cards change, and take it back."""
    before = _list_cards(stage)
    stage.tap("more-like-this")
    stage.let_run(0.3)
    expect(stage.read("suggestions", "liking") == "more", "what is wanted", "more", "something else")
    wanted = _list_cards(stage)
    picture = stage.shoot("more-like-this")
    stage.tap("more-like-this")
    stage.let_run(0.3)
    expect(_list_cards(stage) == before, "the cards after it was taken back", "those before", "others")
    return {"before": _titles(before), "wanted": _titles(wanted), "picture": picture}


def follow_card(stage: Stage) -> Details:
    """Follow the first card; where nothing is left to see there is none."""
    cards = _list_cards(stage)
    if not cards:
        return {"cards": 0}
    first = cards[0]
    words = [_remark(stage, card["id"]) for card in cards]
    expect(all(words), "the reason on each card", "words", "none")
    if (item := stage.shell.find(f"stop-{first['id']}")) is not None:
        reveal(item)
    picture = stage.shoot("suggested")
    stage.tap(f"stop-{first['id']}")
    stage.wait(lambda: stage.read("stop", "stop_id") == first["id"], PAGE_TIMEOUT_S, "the stop on the card")
    return {
        "cards": len(cards),
        "reasons": words,
        "stop": stage.read("stop", "number"),
        "pictures": [picture, stage.shoot("stop")],
    }


def see_keepsake(stage: Stage) -> Details:
    """See the last page, say how the visit was where that is asked, take a code for another site, and leave."""
    keepsake = stage.shoot("keepsake")
    asked = bool(stage.read("keepsake", "may_rate"))
    if asked:
        stage.tap(f"stars-{STARS}")
        stage.let_run(0.2)
        expect(stage.read("keepsake", "rated") == STARS, "the answer", STARS, stage.read("keepsake", "rated"))
    details = {
        "minutes": stage.read("keepsake", "minutes"),
        "stops_seen": stage.read("keepsake", "stops_seen"),
        "longest": stage.read("keepsake", "longest")["title"],
        "missed": _titles(stage.read("keepsake", "missed")),
        "stars": STARS if asked else 0,
    }
    rated = stage.shoot("keepsake-rated")
    voucher = take_voucher(stage)
    stage.tap("done", page="attract")
    return {**details, "pictures": [keepsake, rated, voucher]}


def _list_cards(stage: Stage) -> list[dict[str, Any]]:
    cards: list[dict[str, Any]] = stage.read("suggestions", "cards")
    return cards


def _titles(cards: list[dict[str, Any]]) -> list[str]:
    return [card["title"] for card in cards]


def _remark(stage: Stage, stop_id: str) -> str:
    """Return why a card says that it is there."""
    item = stage.shell.find(f"stop-{stop_id}")
    remark = str(item.property("remark")) if item is not None else ""
    return remark.translate(dict.fromkeys(ISOLATES))
