"""Three questions, one a page: each may be skipped, and asked again at any time."""

from __future__ import annotations

import pytest

from kiosk.guide.wishes import NO_WISHES, Company, Pace
from kiosk.model.content import Depth
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]


class BareLibrary(FakeLibrary):
    """A site without themes."""

    def tags(self, site_id: str, language: str) -> dict[str, str]:
        return {}


def test_one_question_leads_to_the_next_and_the_last_to_the_tour(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.begin()
    assert hand.page == "wish-company"
    hand.models.dialogue.choose_company("friends")
    assert hand.page == "wish-interests"
    hand.models.dialogue.toggle_interest("kings")
    hand.models.dialogue.toggle_interest("metal")
    hand.models.dialogue.toggle_interest("kings")
    hand.models.dialogue.go_on()
    assert hand.page == "wish-minutes"
    hand.models.dialogue.choose_minutes(40)
    assert hand.page == "tour"
    wishes = hand.journey.wishes
    assert (wishes.company, wishes.interests, wishes.minutes) == (Company.FRIENDS, {"metal"}, 40)


def test_back_leads_to_the_question_before(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.begin()
    hand.models.dialogue.skip()
    hand.models.dialogue.skip()
    pages = []
    for _ in range(3):
        hand.models.flow.back()
        pages.append(hand.page)
    assert pages == ["wish-interests", "wish-company", "home"]


def test_every_question_can_be_left_open(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.begin()
    for _ in range(3):
        hand.models.dialogue.skip()
    assert hand.page == "tour"
    assert hand.journey.wishes == NO_WISHES
    assert not hand.models.dialogue.property("stated")


def test_an_answer_is_changed_from_the_first_page_in_one_touch_and_leads_back_there(
    open_guide: OpenShell,
) -> None:
    hand = TourHand.on_screen(open_guide)
    hand.models.dialogue.begin()
    hand.models.dialogue.choose_company("alone")
    for _ in range(2):
        hand.models.flow.back()
    assert hand.page == "home"
    hand.shell.tap("change-company")
    assert hand.page == "wish-company"
    hand.shell.tap("company-friends")
    assert hand.page == "home"
    assert hand.journey.wishes.company is Company.FRIENDS


def test_who_follows_a_tour_sees_at_once_what_another_answer_makes_of_it(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(60)
    hand.models.dialogue.ask("wish-minutes")
    hand.models.dialogue.choose_minutes(20)
    assert hand.page == "tour"
    hand.wait()
    assert not hand.read("followed"), "it is offered, and not begun by itself"
    hand.models.flow.show("home")
    hand.models.dialogue.ask("wish-minutes")
    hand.models.dialogue.skip()
    assert hand.page == "home", "nothing was changed"


def test_a_site_without_themes_has_two_questions(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide, library=BareLibrary())
    hand.models.dialogue.begin()
    hand.models.dialogue.choose_company("alone")
    assert hand.page == "wish-minutes"
    assert hand.shell.find("change-interests") is None
    hand.models.dialogue.toggle_interest("kings")
    assert not hand.journey.wishes.interests


def test_who_comes_with_children_is_told_the_childrens_stories(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.ask("wish-company")
    hand.models.dialogue.choose_company("children")
    hand.models.flow.open_stop("qutb/qutb-minar", "number")
    assert hand.models.stop.property("depth") == "children"
    hand.models.stop.choose_depth("deep")
    hand.models.dialogue.ask("wish-company")
    hand.models.dialogue.choose_company("friends")
    assert hand.models.stop.wanted_depth is Depth.DEEP, "what they chose themselves stays"


@pytest.mark.parametrize(
    ("asked", "taken"), [(0, None), (-20, None), (1, 5), (5, 5), (45, 45), (600, 600), (10_000, 600)]
)
def test_minutes_that_nobody_has_are_brought_into_what_can_be(
    open_hand: OpenHand, asked: int, taken: int | None
) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.choose_minutes(asked)
    assert hand.journey.wishes.minutes == taken


def test_minutes_count_from_when_they_are_said(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.pass_minutes(30)
    hand.make(60)
    assert hand.fakes.guide.asked[-1].gone_min == pytest.approx(0.0)
    hand.pass_minutes(5)
    hand.models.tour.make()
    hand.wait()
    assert hand.fakes.guide.asked[-1].gone_min == pytest.approx(5.0)


def test_pace_and_stairs_are_wishes_too(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.models.dialogue.choose_pace("calm")
    hand.models.dialogue.choose_step_free(True)
    assert (hand.journey.wishes.pace, hand.journey.wishes.step_free) == (Pace.CALM, True)


def test_a_visit_begins_with_the_questions_where_the_site_wants_it_so(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand, wishes_first=True)
    assert hand.page == "wish-company"
    hand.models.flow.back()
    assert hand.page == "home"
    hand.models.flow.show("language")
    hand.models.flow.choose_language("hi")
    assert hand.page == "home", "another language does not ask again"


def test_nothing_of_it_meets_the_next_visitor(open_hand: OpenHand) -> None:
    hand = open_hand(TourHand)
    hand.start(40)
    hand.models.flow.end()
    hand.models.flow.finish()
    hand.models.flow.begin()
    hand.models.flow.choose_language("en")
    assert hand.journey.wishes == NO_WISHES
    assert not hand.models.followed.property("on")
    assert hand.read("state") == ""
    assert hand.read("stops") == []


def test_a_guide_that_plans_nothing_offers_nothing(open_guide: OpenShell) -> None:
    hand = TourHand.on_screen(open_guide, guided=False)
    assert not hand.models.dialogue.property("available")
    assert hand.shell.find("own-tour") is None
