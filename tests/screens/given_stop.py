"""A guide opened at the minar, whose stop has what a test gives it: films or sounds, with their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kiosk.model.content import Stop
from kiosk.screens.shell import Shell
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell

MINAR = "qutb/qutb-minar"


def open_given_stop(
    open_guide: OpenShell,
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[], None],
    files: Mapping[str, Path],
    language: str,
    give: Callable[[Stop], Stop],
) -> tuple[Shell, FakeRooms]:
    """Open a guide at the minar; every stop is as ``give`` makes it, ``files`` are media by their SHA-256."""
    get_stop, media_path = FakeLibrary.get_stop, FakeLibrary.media_path

    def get_given(library: FakeLibrary, stop_id: str, tag: str) -> Stop:
        return give(get_stop(library, stop_id, tag))

    monkeypatch.setattr(FakeLibrary, "get_stop", get_given)
    monkeypatch.setattr(
        FakeLibrary, "media_path", lambda library, sha: files.get(sha) or media_path(library, sha)
    )
    shell, fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language(language)
    shell.models.flow.open_stop(MINAR, "list")
    settle()
    return shell, fakes
