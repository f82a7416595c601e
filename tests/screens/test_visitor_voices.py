"""What earlier visitors said, of a stop and of the whole place: whose it is, in which order, and heard alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fakes.tones import write_tone
from tests.screens.talk_stages import STOP, VOICES, Come, Settle, TalkedAbout, come, tap

__all__ = ["come"]


def test_voices_of_visitors_are_said_to_be_theirs_my_language_first(come: Come, settle: Settle) -> None:
    shell, _fakes = come("hi")
    rows: Any = shell.models.voices.property("rows")
    assert [row["id"] for row in rows] == ["v2", "v1", "v3"]
    assert shell.models.voices.property("more") == len(VOICES) - 3
    tap(shell, "more-voices")
    settle()
    assert shell.models.voices.property("more") == 0


def test_what_visitors_said_of_the_whole_place_is_two_touches_away(come: Come, settle: Settle) -> None:
    shell, _fakes = come("ar")
    shell.models.flow.show("home")
    settle()
    tap(shell, "site-voices")
    settle()
    assert shell.page == "voices"
    rows: Any = shell.models.voices.property("rows")
    assert [row["id"] for row in rows] == ["s2", "s1"]
    tap(shell, "voices-talk")
    settle()
    assert shell.page == "talk" and shell.models.talk.property("title") == ""
    shell.models.flow.open_stop(STOP, "list")
    settle()
    rows = shell.models.voices.property("rows")
    assert [row["id"] for row in rows] == ["v3", "v1", "v2"], "a stop's page tells what is about the stop"


def test_of_a_place_of_which_nobody_said_anything_nothing_is_offered(come: Come, settle: Settle) -> None:
    library = TalkedAbout()
    library.said_of_site = ()
    shell, _fakes = come(library=library)
    shell.models.flow.show("home")
    settle()
    with pytest.raises(LookupError):
        shell.tap("site-voices")


def test_a_visitor_s_recording_is_heard_alone(
    come: Come, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = write_tone(tmp_path / "voice.opus", 200)
    monkeypatch.setattr(TalkedAbout, "recorded", sound)
    shell, fakes = come()
    assert shell.models.bar.is_heard
    tap(shell, "hear-v1")
    assert shell.models.voices.property("heard") == "v1" and fakes.sounds.is_playing
    settle()
    shell.models.bar.toggle()
    tap(shell, "hear-v1")
    fakes.sound_clock.advance(60_000)
    assert shell.models.voices.property("heard") == ""
