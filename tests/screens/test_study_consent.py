"""A study asks on the first page of a visit: a yes can be taken back there, a no is not asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell
from tests.screens.measure import find_faults, polish
from tests.screens.stages import LANGUAGES, SHAPES, TEXT_SCALES

STUDY = "ways-2026"


def begin(shell: Shell, settle: Callable[[], None], language: str = "en") -> None:
    for name in ("attract", f"language-{language}"):
        shell.tap(name)
        settle()


def answers(fakes: FakeRooms) -> list[Any]:
    return fakes.log.submit(
        lambda connection: [
            body
            for (body,) in connection.execute(
                "SELECT body FROM events WHERE name = 'StudyAnswered' ORDER BY seq"
            )
        ]
    ).result(10)


def test_without_a_study_nothing_is_asked(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, fakes = open_guide()
    begin(shell, settle)
    assert shell.find("study") is None
    shell.models.study.agree()
    assert answers(fakes) == []


def test_a_yes_is_logged_and_can_be_taken_back(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, fakes = open_guide(study=STUDY)
    begin(shell, settle)
    assert answers(fakes) == []
    shell.tap("study-yes")
    settle()
    assert shell.find("study-yes") is None
    shell.tap("study-withdraw")
    settle()
    assert shell.models.study.property("state") == "withdrawn"
    for name in ("type-number", "back"):
        shell.tap(name)
        settle()
    assert shell.find("study") is None
    assert answers(fakes) == [
        '{"study":"ways-2026","agreed":true}',
        '{"study":"ways-2026","agreed":false}',
    ]


def test_a_no_is_not_asked_again(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, _fakes = open_guide(study=STUDY)
    begin(shell, settle)
    shell.tap("study-no")
    settle()
    shell.tap("type-number")
    settle()
    shell.tap("back")
    settle()
    assert shell.find("study") is None


def test_the_next_visitor_is_asked_anew(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, _fakes = open_guide(study=STUDY)
    begin(shell, settle)
    shell.tap("study-yes")
    settle()
    shell.models.flow.end("idle")
    settle()
    assert shell.models.study.property("state") == ""
    begin(shell, settle)
    assert shell.models.study.property("state") == "asked"


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_it_is_clipped_or_out_of_reach(
    open_guide: OpenShell, settle: Callable[[], None], shape: str
) -> None:
    width_px, height_px = SHAPES[shape]
    shell, _fakes = open_guide(width_px=width_px, height_px=height_px, study=STUDY)
    root = shell.window.rootObject()
    faults: list[str] = []
    for language in LANGUAGES:
        begin(shell, settle, language)
        for scale in TEXT_SCALES:
            shell.models.look.choose_text_scale(scale)
            for answer in ("", "agree", "withdraw"):
                if answer:
                    getattr(shell.models.study, answer)()
                settle()
                polish(root)
                faults += [f"{language} {scale}: {fault}" for fault in find_faults(root)]
        shell.models.flow.end("idle")
        settle()
    assert not faults, "\n".join(dict.fromkeys(faults))
