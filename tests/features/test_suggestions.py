"""What visitors may rely on where they are told what to see next, in their words. With the real guide over the demonstration."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.content import Depth, Floor, Stop, StopCard
from kiosk.model.site_sums import SiteSums, StopSums
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.seeker import GATE, MINAR, PILLAR, Seeker

__all__ = ["open_guide", "settle", "translations"]

Visit = Callable[..., Seeker]


@pytest.fixture
def visit(open_guide: OpenShell, settle: Callable[[], None]) -> Visit:
    """Begin a visit at the demonstration's site: ``visit(language=..., chance=..., library=...)``."""

    def begin(language: str = "en", **words: Any) -> Seeker:
        shell, fakes = open_guide(**{"real_guide": True, **words})
        return Seeker(shell, fakes, settle, language)

    return begin


def stay(visitor: Seeker, stop_id: str, seconds: int, by: str = "list") -> None:
    """Open a stop and stay there, touching the screen now and then."""
    visitor.shell.models.flow.open_stop(stop_id, by)
    visitor.rest()
    for _ in range(seconds // 5):
        visitor.fakes.clock.step(5_000)
        visitor.fakes.visit.touch()


def cards(visitor: Seeker) -> list[dict[str, Any]]:
    visitor.rest()
    found: list[dict[str, Any]] = visitor.shell.models.suggestions.property("cards")
    return found


def remark(visitor: Seeker, stop_id: str) -> str:
    return str(visitor.item(f"stop-{stop_id}").property("remark")).translate({0x2068: None, 0x2069: None})


def read_log(fakes: FakeRooms, name: str) -> list[dict[str, Any]]:
    assert fakes.log.submit(lambda _connection: True).result(5)
    with closing(sqlite3.connect(fakes.folder / "events.db")) as log:
        query = "SELECT body FROM events WHERE name = ? ORDER BY seq"
        return [json.loads(body) for (body,) in log.execute(query, (name,))]


def test_each_card_says_why_and_a_touch_leads_there(visit: Visit) -> None:
    visitor = visit()
    stay(visitor, MINAR, 20)
    first = cards(visitor)[0]
    assert remark(visitor, first["id"]) not in ("", "·")
    visitor.touch(f"stop-{first['id']}")
    assert visitor.is_at(first["id"])
    assert read_log(visitor.fakes, "SuggestionTaken") == [{"stop": first["id"]}]


def test_where_i_stayed_long_the_guide_offers_what_is_like_it_and_says_so(visit: Visit) -> None:
    library = FakeLibrary()
    usual = {card.id: StopSums(50, (20, 30, 45)) for card in library.stop_cards("qutb", "en")}
    library.given_sums = SiteSums(visits=100, stops=usual)
    visitor = visit(library=library)
    stay(visitor, PILLAR, 180)
    stay(visitor, GATE, 15)
    (because,) = (card for card in cards(visitor) if card["reason"] == "because-stayed")
    assert remark(visitor, because["id"]).startswith("Because you stayed with The iron pillar")


def test_more_like_this_acts_at_once_and_can_be_taken_back(visit: Visit) -> None:
    visitor = visit()
    stay(visitor, "qutb/alai-minar", 20)
    before = cards(visitor)
    visitor.touch("more-like-this")
    wanted = cards(visitor)
    assert "more-like" in [card["reason"] for card in wanted] and wanted != before
    assert "Now suggested" in visitor.reads("liking")
    visitor.touch("less-like-this")
    assert visitor.shell.models.suggestions.property("liking") == "less"
    assert "more-like" not in [card["reason"] for card in cards(visitor)]
    visitor.touch("less-like-this")
    assert cards(visitor) == before and not visitor.sees("liking")


def test_what_i_want_more_of_is_written_down_nowhere(visit: Visit) -> None:
    visitor = visit()
    stay(visitor, "qutb/alai-minar", 20)
    cards(visitor)

    def rows() -> int:
        return visitor.fakes.log.submit(
            lambda connection: int(connection.execute("SELECT count(*) FROM events").fetchone()[0])
        ).result(5)

    names = ("SuggestionShown", "SuggestionTaken", "PreferenceSet", "Rated")
    before = [read_log(visitor.fakes, name) for name in names]
    visitor.shell.models.suggestions.more_like_this()
    shown = read_log(visitor.fakes, "SuggestionShown")
    assert [read_log(visitor.fakes, name) for name in names[1:]] == before[1:]
    assert all(set(row) <= {"stop", "slot", "withheld"} for row in shown)
    assert rows() > 0


def test_the_next_visitor_finds_nothing_of_my_taste(visit: Visit) -> None:
    visitor = visit()
    stay(visitor, "qutb/alai-minar", 20)
    visitor.touch("more-like-this", "end-visit", "end-yes", "done", "attract", "language-en")
    assert cards(visitor) == []
    stay(visitor, "qutb/alai-minar", 20)
    assert visitor.shell.models.suggestions.property("liking") == ""
    assert "more-like" not in [card["reason"] for card in cards(visitor)]


def test_what_is_on_another_floor_says_on_which(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    two_storeys(monkeypatch)
    visitor = visit()
    stay(visitor, MINAR, 20)
    above = [card for card in cards(visitor) if card["floor"]]
    assert above, "something upstairs is offered"
    for card in above:
        assert "On another floor: Upper floor" in remark(visitor, card["id"])


def test_on_the_last_page_i_see_what_i_saw_and_missed_and_my_way_on_each_floor(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_storeys(monkeypatch)
    visitor = visit()
    for stop_id, seconds in ((MINAR, 10), (PILLAR, 60), (GATE, 10), ("qutb/alai-minar", 0)):
        stay(visitor, stop_id, seconds)
    visitor.fakes.clock.step(45_000)  # left lying: of this, half a minute is attention
    visitor.touch("end-visit", "end-yes")
    keepsake = visitor.shell.models.keepsake
    assert keepsake.property("longest")["id"] == PILLAR, (
        "who had most of my attention, not who was open longest"
    )
    missed = keepsake.property("missed")
    assert len(missed) == 3 and not {card["id"] for card in missed} & {MINAR, PILLAR, GATE, "qutb/alai-minar"}
    assert visitor.sees("end-floors")
    spots = visitor.shell.models.plan.property("spots")
    visitor.touch(f"choice-{visitor.fakes.library.floors('qutb', 'en')[0].id}")
    assert visitor.shell.models.plan.property("spots") != spots


def test_one_suggestion_in_ten_is_withheld_once_and_for_the_whole_visit(visit: Visit) -> None:
    draws = iter([0.9, 0.05, *[0.9] * 100])
    visitor = visit(chance=lambda: next(draws))
    stay(visitor, MINAR, 20)
    shown = cards(visitor)
    (withheld,) = (row for row in read_log(visitor.fakes, "SuggestionShown") if row.get("withheld"))
    assert len(shown) == 3 and withheld["slot"] == 2
    for stop_id in (PILLAR, GATE, MINAR):
        stay(visitor, stop_id, 5)
        assert withheld["stop"] not in [card["id"] for card in cards(visitor)]
    logged = [row["stop"] for row in read_log(visitor.fakes, "SuggestionShown")]
    assert len(logged) == len(set(logged)), "each stop is drawn for once"


def test_of_two_versions_on_trial_i_am_told_one_and_the_facts_say_which(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_stop = FakeLibrary.get_stop

    def retold(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        stop = get_stop(library, stop_id, language, version)
        other = tuple(
            replace(text, text="Told otherwise.") if text.depth is Depth.STORY and version == "b" else text
            for text in stop.texts
        )
        return replace(stop, texts=other)

    monkeypatch.setattr(FakeLibrary, "get_stop", retold)
    library = FakeLibrary()
    library.on_trial = frozenset({PILLAR})
    visitor = visit(library=library)
    assert visitor.shell.models.flow.journey is not None
    visitor.shell.models.flow.journey.version = "b"
    stay(visitor, PILLAR, 20)
    assert visitor.shell.models.stop.property("words") == "Told otherwise."
    visitor.shell.models.stop.choose_depth("glance")  # told alike in both
    stay(visitor, MINAR, 20)
    told = [
        (row["stop"], row["depth"], row.get("version")) for row in read_log(visitor.fakes, "NarrationStarted")
    ]
    assert told == [(PILLAR, "story", "b"), (PILLAR, "glance", None), (MINAR, "glance", None)]


def test_the_last_page_asks_how_it_was_and_the_answer_is_a_fact_of_its_own(visit: Visit) -> None:
    library = FakeLibrary()
    library.allowed = frozenset({"rating"})
    visitor = visit(library=library)
    stay(visitor, MINAR, 70)
    visitor.touch("end-visit", "end-yes", "stars-2", "stars-4")
    assert visitor.shell.models.keepsake.property("rated") == 4
    assert [row["stars"] for row in read_log(visitor.fakes, "Rated")] == [2, 4]
    assert read_log(visitor.fakes, "VisitEnded") == []
    visitor.touch("done")
    assert visitor.fakes.visit.id is None
    assert read_log(visitor.fakes, "VisitEnded") == [{"reason": "leave"}]


def test_a_site_that_asks_for_no_rating_gets_none(visit: Visit) -> None:
    library = FakeLibrary()
    library.allowed = frozenset()
    visitor = visit(library=library)
    stay(visitor, MINAR, 10)
    visitor.touch("end-visit", "end-yes")
    assert not visitor.sees("stars-4")
    visitor.shell.models.keepsake.rate(4)
    assert read_log(visitor.fakes, "Rated") == []


def test_whoever_leaves_the_device_on_the_last_page_has_left(visit: Visit) -> None:
    visitor = visit()
    stay(visitor, MINAR, 70)
    visitor.touch("end-visit", "end-yes")
    for _ in range(130):
        visitor.fakes.clock.step(1_000)
        visitor.shell.models.attention.tick()
    assert visitor.shell.page == "attract" and visitor.fakes.visit.id is None
    assert read_log(visitor.fakes, "VisitEnded") == [{"reason": "leave"}]


def two_storeys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the demonstration's site a second floor, with every other stop upstairs."""
    floors, stop_cards = FakeLibrary.floors, FakeLibrary.stop_cards

    def two_floors(library: FakeLibrary, site_id: str, language: str) -> tuple[Floor, ...]:
        (ground,) = floors(library, site_id, language)
        return ground, replace(ground, id="upper", level=1, name="Upper floor")

    def spread_cards(library: FakeLibrary, site_id: str, language: str) -> tuple[StopCard, ...]:
        found = stop_cards(library, site_id, language)
        return tuple(replace(card, floor_id="upper") if card.order % 2 else card for card in found)

    monkeypatch.setattr(FakeLibrary, "floors", two_floors)
    monkeypatch.setattr(FakeLibrary, "stop_cards", spread_cards)
