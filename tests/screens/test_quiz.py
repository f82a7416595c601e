"""A quiz trail asks at its stops; the answer is read after it was given, and not before."""

from __future__ import annotations

from typing import Any

import pytest

from tests.screens.conftest import OpenShell
from tests.screens.tour_hand import OpenHand, TourHand, open_hand

__all__ = ["open_hand"]

GATE = "qutb/alai-darwaza"


class Asked(TourHand):
    """Stands before a stop that asks something."""

    def come(self, *, trail: bool = True, stop: str = GATE) -> list[dict[str, Any]]:
        """Open a stop, on the trail or not, and return what is asked there."""
        if trail:
            self.models.tour.open_ready(self.find_trail())
            self.models.tour.start()
        self.models.flow.open_stop(stop, "code")
        return list(self.ask("questions"))

    def find_trail(self) -> str:
        tours = self.fakes.library.tours("qutb", "en")
        return next(tour.id for tour in tours if tour.kind == "quiz")

    def ask(self, name: str) -> Any:
        return self.models.quiz.property(name)


def test_a_trail_asks_and_other_visits_are_left_alone(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    assert hand.come(trail=False) == []
    (question,) = hand.come(stop=GATE)
    assert question["text"].endswith("?")
    assert len(question["answers"]) > 1


def test_children_are_asked_on_any_tour(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    hand.models.dialogue.ask("wish-company")
    hand.models.dialogue.choose_company("children")
    assert hand.come(trail=False)


def test_the_answer_and_its_reason_are_there_once_one_was_given(open_guide: OpenShell) -> None:
    hand = Asked.on_screen(open_guide)
    (question,) = hand.come()
    assert "right" not in question
    assert "because" not in question
    assert hand.ask("given") == {}
    right = hand.models.stop.stop.questions[0].right  # type: ignore[union-attr]  # a stop is open
    wrong = (right + 1) % len(question["answers"])
    hand.shell.tap(f"answer-{question['id']}-{wrong}")
    told = hand.ask("given")[question["id"]]
    assert (told["chosen"], told["right"]) == (wrong, right)
    assert told["because"]
    assert (hand.ask("answered"), hand.ask("right")) == (1, 0)


def test_the_first_answer_counts(open_hand: OpenHand) -> None:
    hand = open_hand(Asked)
    (question,) = hand.come()
    right = hand.models.stop.stop.questions[0].right  # type: ignore[union-attr]  # a stop is open
    for chosen in (right, (right + 1) % len(question["answers"])):
        hand.models.quiz.answer(question["id"], chosen)
    assert hand.ask("right") == 1
    hand.models.flow.open_stop("qutb/qutb-minar", "code")
    hand.models.flow.open_stop(GATE, "code")
    assert hand.ask("given")[question["id"]]["chosen"] == right, "it stays when the visitor comes back"


@pytest.mark.parametrize(("asked", "chosen"), [("", 0), ("no-such", 0), (None, -1), (None, 99)])
def test_answers_that_cannot_be_are_no_answers(open_hand: OpenHand, asked: str | None, chosen: int) -> None:
    hand = open_hand(Asked)
    (question,) = hand.come()
    hand.models.quiz.answer(question["id"] if asked is None else asked, chosen)
    assert hand.ask("answered") == 0


def test_at_the_trails_end_the_right_answers_are_counted_and_then_forgotten(open_guide: OpenShell) -> None:
    hand = Asked.on_screen(open_guide)
    (question,) = hand.come()
    hand.models.quiz.answer(question["id"], 0)
    for stop in hand.models.followed.list_to_come():
        hand.models.flow.open_stop(stop, "code")
    assert hand.shell.find("quiz-score") is not None
    hand.models.flow.end()
    assert hand.ask("answered") == 0
