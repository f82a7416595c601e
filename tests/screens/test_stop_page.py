"""Which of a stop's texts a visitor is shown first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.model.content import Depth, Stop, Text
from kiosk.screens.shell import Shell
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell


@pytest.fixture
def half_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The minar, whose story is in English and of which Hindi has only the glance."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        texts = (Text("hi", Depth.GLANCE, "संक्षेप।"), Text("en", Depth.STORY, "The story."))
        return replace(real(library, stop_id, language, version), texts=texts, recordings=())

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


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every stop says what is to be seen at it, besides its story."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        texts = tuple(
            Text("en", depth, f"{depth}.") for depth in (Depth.GLANCE, Depth.STORY, Depth.DESCRIBED)
        )
        return replace(real(library, stop_id, language, version), texts=texts, recordings=())

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)


def list_depths(shell: Shell) -> list[str]:
    return [one["depth"] for one in shell.models.stop.property("depths")]


@pytest.mark.usefixtures("described")
def test_who_does_not_see_is_first_told_what_is_to_be_seen(open_guide: OpenShell) -> None:
    shell, _fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    assert shell.models.stop.property("words") == "story."
    assert list_depths(shell) == ["glance", "story", "described"]
    shell.models.self_voice.switched.emit(True)
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    assert shell.models.stop.property("words") == "described."
    assert list_depths(shell) == ["described", "glance", "story"]
    shell.models.stop.choose_depth("story")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    assert shell.models.stop.property("words") == "story.", "whoever chose goes before what is offered"


@pytest.mark.usefixtures("described")
def test_the_next_visitor_is_told_the_story_first_again(open_guide: OpenShell) -> None:
    shell, _fakes = open_guide(camera=False)
    shell.models.self_voice.switched.emit(True)
    shell.models.self_voice.switched.emit(False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    assert shell.models.stop.property("words") == "story."
