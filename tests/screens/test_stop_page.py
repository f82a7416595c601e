"""Which of a stop's texts a visitor is shown first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.model.content import Depth, Stop, Text
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell


@pytest.fixture
def half_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The minar, whose story is in English and of which Hindi has only the glance."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str) -> Stop:
        texts = (Text("hi", Depth.GLANCE, "संक्षेप।"), Text("en", Depth.STORY, "The story."))
        return replace(real(library, stop_id, language), texts=texts, recordings=())

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)


@pytest.mark.usefixtures("half_translated")
def test_a_short_text_in_the_visitors_language_goes_before_a_long_one_in_another(
    open_guide: OpenShell,
) -> None:
    shell, _fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("hi")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    assert shell.models.stop.property("words") == "संक्षेप।"
    shell.models.stop.choose_depth("story")
    assert shell.models.stop.property("words") == "The story."


@pytest.mark.usefixtures("half_translated")
def test_a_depth_liked_elsewhere_does_not_bring_another_language(open_guide: OpenShell) -> None:
    shell, _fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("hi")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.stop.choose_depth("story")
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    assert shell.models.stop.property("words") == "संक्षेप।"
