"""A visit by keys alone: whatever has the focus answers Enter, on either side of the keyboard, as it answers the finger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.screens.shell import Shell
from tests.screens.conftest import OpenShell, open_guide, settle, translations

__all__ = ["open_guide", "settle", "translations"]

MOST_TABS = 60


def go_to(shell: Shell, name: str, settle: Callable[[], None]) -> None:
    """Press Tab until something has the focus."""
    for _ in range(MOST_TABS):
        item = shell.window.activeFocusItem()
        if item is not None and item.objectName() == name:
            return
        QTest.keyClick(shell.window, Qt.Key.Key_Tab)
        settle()
    pytest.fail(f"no Tab leads to {name}")


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_from_the_first_page_to_a_stop(
    open_guide: OpenShell, settle: Callable[[], None], enter: Qt.Key
) -> None:
    shell, _ = open_guide(camera=False)
    settle()
    for page, name in (
        ("attract", "attract"),
        ("language", "language-en"),
        ("home", "browse"),
        ("browse", "stop-qutb/qutb-minar"),
    ):
        settle()
        assert shell.page == page
        go_to(shell, name, settle)
        QTest.keyClick(shell.window, enter)
    settle()
    assert shell.page == "stop"
    go_to(shell, "back", settle)
    QTest.keyClick(shell.window, enter)
    settle()
    assert shell.page == "browse"
