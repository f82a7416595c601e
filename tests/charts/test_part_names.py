"""What the parts of a report are called."""

from __future__ import annotations

import pytest

from kiosk.charts.part_names import name_language, name_part
from kiosk.model.fact_kinds import FAILURE_KINDS, NTH_VISITS
from kiosk.model.suppression import OTHERS

HEADINGS = ("Languages", "What led nowhere", "Tickets", "Visits that came again", "Depths")


@pytest.mark.parametrize(
    ("tag", "name"), [("hi", "Hindi (hi)"), ("pt-BR", "Portuguese (pt-BR)"), ("tlh", "tlh"), ("", "")]
)
def test_languages_have_names_and_keep_their_tags(tag: str, name: str) -> None:
    assert name_language(tag) == name


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_was_joined_stays_as_it_is(heading: str) -> None:
    assert name_part(heading, OTHERS) == OTHERS


def test_every_failure_and_every_return_has_a_name_of_its_own() -> None:
    failures = {name_part("What led nowhere", kind) for kind in FAILURE_KINDS}
    assert len(failures) == len(FAILURE_KINDS)
    assert not failures & set(FAILURE_KINDS)
    returns = {name_part("Visits that came again", nth) for nth in NTH_VISITS}
    assert len(returns) == len(NTH_VISITS)
    assert name_part("Tickets", "3") == "product 3"
    assert name_part("Depths", "story") == "story"
