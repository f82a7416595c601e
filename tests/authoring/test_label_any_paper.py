"""Whatever the paper, the host, the distance: either everything has its place, or the words say why not."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_code import NEAREST_M
from kiosk.authoring.label_papers import get_paper
from kiosk.authoring.label_plan import plan_labels
from kiosk.authoring.label_wish import LabelWish
from kiosk.model.errors import KioskError
from tests.authoring.label_makers import make_labels

SIDES = st.sampled_from((20, 25, 30, 35, 40, 50, 60, 70, 90, 100, 140, 200, 290))
PAPERS = st.builds("{}x{}:{}x{}".format, st.integers(1, 3), st.integers(1, 5), SIDES, SIDES)


@settings(max_examples=120)
@given(
    described=PAPERS,
    host_letters=st.integers(4, 62),
    titles=st.integers(0, 12),
    distance_m=st.none() | st.floats(0.25, 3),
    size_mm=st.none() | st.floats(5, 400),
    is_behind_glass=st.booleans(),
    skipped=st.integers(0, 100),
)
def test_a_plan_is_sound_or_refused_in_words(
    described: str,
    host_letters: int,
    titles: int,
    distance_m: float | None,
    size_mm: float | None,
    is_behind_glass: bool,
    skipped: int,
) -> None:
    labels = make_labels(2, "A" * host_letters, (("en", "The well"),) * titles)
    try:
        wish = LabelWish(get_paper(described), distance_m, size_mm, is_behind_glass, skipped=skipped)
        plan = plan_labels(labels, wish)
    except KioskError as refusal:
        known = ("authoring.paper-unfit", "authoring.label-too-small")
        if refusal.code not in known or not refusal.remedy:
            raise
        return
    event("planned")
    assert plan.reach_m >= (distance_m or NEAREST_M) - 0.02
    label = Box(0, 0, *wish.paper.label_mm)
    for placed in plan.placed:
        layout = placed.layout
        places = [layout.code, layout.number, layout.titles, *([layout.foot] if layout.foot else [])]
        assert all(label.contains(place) for place in places)
        assert all(place.width > 0 and place.height >= 0 for place in places)
