"""What is decided before anything is drawn: the size and strength of the codes, and where each label stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Side
from kiosk.authoring.label_papers import CARDS, PAPERS, LabelPaper, get_paper
from kiosk.authoring.label_plan import plan_labels
from kiosk.authoring.label_wish import LabelWish
from kiosk.model.errors import KioskError
from tests.authoring.label_makers import make_labels


def name_of(paper: LabelPaper) -> str:
    return paper.name


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
@pytest.mark.parametrize("host", ["Q.SITE.ORG", "A" * 62])
def test_everything_lies_within_its_label(paper: LabelPaper, host: str) -> None:
    """Even the smallest label has room for the longest host there can be."""
    plan = plan_labels(make_labels(1, host), LabelWish(paper))
    label = Box(0, 0, *paper.label_mm)
    for placed in plan.placed:
        layout = placed.layout
        places = [layout.code, layout.number, layout.titles, *([layout.foot] if layout.foot else [])]
        assert all(label.contains(place) for place in places)
        assert layout.code.width == pytest.approx(placed.code.across * plan.module_mm)
        # Below or beside the code with its quiet zone, and below one another.
        assert layout.titles.top >= layout.code.bottom - 1e-6 or layout.titles.left >= layout.code.right
        assert layout.number.bottom <= layout.titles.top + 1e-6


def test_without_a_distance_the_code_is_as_large_as_there_is_room() -> None:
    reaches = {
        name: round(plan_labels(make_labels(1), LabelWish(get_paper(name))).reach_m, 2)
        for name in ("5160", "L7160", "L7165", "cards", "A4")
    }
    assert list(reaches.values()) == sorted(reaches.values())
    assert reaches["L7160"] > 0.45
    assert reaches["cards"] > 1.0
    assert reaches["A4"] > 2.0


def test_a_distance_gets_the_module_it_needs_and_no_more() -> None:
    plan = plan_labels(make_labels(1), LabelWish(CARDS, distance_m=1.0))
    assert plan.module_mm == pytest.approx(2.1, abs=0.03)
    assert 1.0 <= plan.reach_m < 1.05


def test_a_paper_too_small_for_the_distance_is_refused_with_what_would_do() -> None:
    with pytest.raises(KioskError) as caught:
        plan_labels(make_labels(1), LabelWish(get_paper("L7160"), distance_m=1.0))
    error = caught.value
    assert error.code == "authoring.label-too-small"
    assert "63.5 x 38.1 mm" in error.thing
    assert "--paper cards" in error.remedy
    assert "--distance 0.5 on this paper" in error.remedy
    plan_labels(make_labels(1), LabelWish(get_paper("L7160"), distance_m=0.5))


@pytest.mark.parametrize("name", ["5160", "5163", "L7160", "L7165", "L7168", "A6"])
@pytest.mark.parametrize("distance_m", [0.4, 1.0, 2.0])
def test_what_a_refusal_proposes_is_taken(name: str, distance_m: float) -> None:
    labels = make_labels(1)
    try:
        plan_labels(labels, LabelWish(get_paper(name), distance_m=distance_m))
    except KioskError as error:
        papers = error.remedy.removeprefix("try ").partition(", or --distance")[0]
        assert papers.startswith("--paper ")
        for proposed in papers.removeprefix("--paper ").split(" or "):
            plan_labels(labels, LabelWish(get_paper(proposed), distance_m=distance_m))


def test_letter_paper_is_answered_with_letter_paper() -> None:
    with pytest.raises(KioskError) as caught:
        plan_labels(make_labels(1), LabelWish(get_paper("5160"), distance_m=1.0))
    assert caught.value.remedy.startswith("try --paper 5164 or letter")


def test_a_size_that_is_too_small_for_its_distance_is_refused_with_the_size_that_does() -> None:
    with pytest.raises(KioskError) as caught:
        plan_labels(make_labels(1), LabelWish(CARDS, distance_m=1.0, size_mm=30))
    assert caught.value.remedy == "try --size 53, or no --size"
    assert plan_labels(make_labels(1), LabelWish(CARDS, distance_m=1.0, size_mm=53)).size_mm == pytest.approx(
        53, abs=0.6
    )


def test_a_size_that_has_no_room_is_refused() -> None:
    with pytest.raises(KioskError) as caught:
        plan_labels(make_labels(1), LabelWish(get_paper("L7165"), size_mm=80))
    assert caught.value.code == "authoring.label-too-small"


@pytest.mark.parametrize(
    ("wish", "correction"),
    [
        (LabelWish(CARDS), "H"),
        (LabelWish(get_paper("L7165")), "M"),
        (LabelWish(CARDS, size_mm=50), "M"),
        (LabelWish(CARDS, size_mm=65), "H"),
        (LabelWish(CARDS, is_behind_glass=True), "H"),
        (LabelWish(CARDS, distance_m=1.0), "H"),
        (LabelWish(CARDS, distance_m=1.2), "M"),
        (LabelWish(get_paper("L7160"), distance_m=0.5), "M"),
        (LabelWish(get_paper("L7160"), distance_m=0.4), "H"),
    ],
)
def test_correction_is_as_strong_as_the_room_allows_at_the_distance(wish: LabelWish, correction: str) -> None:
    assert plan_labels(make_labels(1), wish).placed[0].code.correction == correction


def test_labels_fill_the_sheets_from_the_first_free_place() -> None:
    paper = get_paper("L7165")
    plan = plan_labels(make_labels(4), LabelWish(paper, copies=2, skipped=5))
    assert [placed.label.number for placed in plan.placed] == ["1", "1", "2", "2", "3", "3", "4", "4"]
    assert [placed.page for placed in plan.placed] == [0, 0, 0, 1, 1, 1, 1, 1]
    assert plan.placed[0].box == paper.find_box(5)
    assert plan.placed[3].box == paper.find_box(0)
    assert plan.pages == 2


@pytest.mark.parametrize(("skipped", "place"), [(0, 0), (3, 3), (4, 0), (13, 1)])
def test_used_up_sheets_are_no_empty_pages(skipped: int, place: int) -> None:
    plan = plan_labels(make_labels(1), LabelWish(CARDS, skipped=skipped))
    assert plan.placed[0].box == CARDS.find_box(place)
    assert plan.pages == 1


def test_a_page_more_is_counted_where_the_mark_has_no_room_beside_the_labels() -> None:
    assert plan_labels(make_labels(1), LabelWish(get_paper("A5"), has_test_mark=True)).pages == 2
    assert plan_labels(make_labels(1), LabelWish(CARDS, has_test_mark=True)).pages == 1


def test_where_the_first_language_runs_from_the_right_the_code_stands_at_the_right() -> None:
    (arabic,) = make_labels(1, titles=(("ar", "العمود الحديدي"), ("en", "The iron pillar")))
    layout = plan_labels([arabic], LabelWish(get_paper("L7160"))).placed[0].layout
    assert layout.code.left > layout.titles.right
    assert layout.side is Side.RIGHT


def test_many_titles_make_room_for_themselves() -> None:
    paper = get_paper("L7164")
    one, six = (make_labels(1, titles=(("en", "The iron pillar"),) * count) for count in (1, 6))
    assert plan_labels(one, LabelWish(paper)).module_mm > plan_labels(six, LabelWish(paper)).module_mm


def test_a_stop_without_a_code_is_left_out_and_told() -> None:
    first, second = make_labels(2)
    plan = plan_labels([replace(first, text=""), second], LabelWish())
    assert [placed.label for placed in plan.placed] == [second]
    assert [label.number for label in plan.without_code] == ["1"]


def test_nothing_to_print_is_said() -> None:
    for labels in ([], [replace(make_labels(1)[0], text="")]):
        with pytest.raises(KioskError) as caught:
            plan_labels(labels, LabelWish())
        assert caught.value.code == "authoring.no-labels"
