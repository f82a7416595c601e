"""The text follows the voice, and leaves a reader alone who has scrolled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtQuick import QQuickItem

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell

Settle = Callable[[], None]


@pytest.fixture
def told(open_guide: OpenShell, settle: Settle) -> tuple[Shell, FakeRooms, QQuickItem]:
    """A low screen, at the beginning of the longest text of the minar; and what scrolls on it."""
    shell, fakes = open_guide(camera=False, width_px=1024, height_px=600)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.stop.choose_depth("deep")
    settle()
    area = shell.find("stop-words")
    assert area is not None
    return shell, fakes, area


def scroll(shell: Shell, area: QQuickItem) -> None:
    """Turn a wheel over the text by one notch, upwards."""
    place = area.mapToScene(QPointF(area.width() / 2, area.height() / 2))
    event = QWheelEvent(
        place,
        shell.window.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(shell.window, event)


def test_the_line_being_told_stays_at_a_third_of_the_view(
    told: tuple[Shell, FakeRooms, QQuickItem], settle: Settle
) -> None:
    shell, fakes, area = told
    assert area.property("contentY") == 0
    fakes.narrator.advance(40_000)
    settle()
    follow = shell.find("follow-voice")
    assert follow is not None
    at = follow.property("lineY") - area.property("contentY")
    assert area.property("contentY") > 0
    assert abs(at - area.height() / 3) < 24
    assert shell.models.captions.property("in_sight")


def test_a_reader_who_scrolls_is_left_alone(
    told: tuple[Shell, FakeRooms, QQuickItem], settle: Settle
) -> None:
    shell, fakes, area = told
    fakes.narrator.advance(60_000)
    settle()
    scroll(shell, area)
    settle()
    read_at = area.property("contentY")
    fakes.narrator.advance(30_000)
    settle()
    assert area.property("contentY") <= read_at


def test_at_its_end_the_text_stays_where_it_is(
    told: tuple[Shell, FakeRooms, QQuickItem], settle: Settle
) -> None:
    _shell, fakes, area = told
    fakes.narrator.advance(60_000)
    settle()
    fakes.narrator.advance(fakes.narrator.duration_ms)
    settle()
    assert fakes.narrator.state == "ended"
    assert area.property("contentY") > 0
