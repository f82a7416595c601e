"""Every look of the page on which visitors talk back, and of their voices on a stop's page: one walk to measure and to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.model.content import Stop, VisitorVoice, VoiceOf
from kiosk.screens.shell import Shell
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_microphone import FakeMicrophone
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell
from tests.screens.measure import polish
from tests.screens.stages import scroll_to

EVERYTHING = frozenset({"rating", "comment", "question", "story", "recording"})
STOP = "qutb/qutb-minar"
RECORDED = "e" * 64
VOICES = (
    VisitorVoice("v1", VoiceOf.QUESTION, "en", "Why is there an iron pillar beside it?", "2026-03", answer="It was brought here later."),
    VisitorVoice("v2", VoiceOf.STORY, "hi", "मेरी दादी बचपन में इसकी सीढ़ियाँ चढ़ी थीं।", "2026-01"),
    VisitorVoice("v3", VoiceOf.COMMENT, "ar", "أجمل مئذنة رأيتها <b>في حياتي</b>", "2025-12"),
    VisitorVoice("v4", VoiceOf.COMMENT, "en", "Come early: the light is low and the birds are loud.", "2025-11"),
)  # fmt: skip
OF_SITE = (
    VisitorVoice("s1", VoiceOf.COMMENT, "en", "We came for an hour and stayed until they closed.", "2026-02"),
    VisitorVoice("s2", VoiceOf.STORY, "ar", "جئت إلى هنا مع والدي قبل أربعين عاما.", "2026-01"),
)
WRITTEN = {
    "en": "Who carried the stones up there, and how long did it take?",
    "hi": "पत्थर ऊपर कौन ले गया, और कितना समय लगा?",
    "ar": "من حمل الحجارة إلى أعلى، وكم استغرق ذلك من الوقت؟",
}


Settle = Callable[[], None]
Come = Callable[..., tuple[Shell, FakeRooms]]


class TalkedAbout(FakeLibrary):
    """The demonstration at a site that takes everything and has voices of visitors; ``recorded`` is what the first of them said."""

    recorded: Path | None = None

    def __init__(self) -> None:
        super().__init__()
        self.allowed = EVERYTHING
        self.said_of_site = OF_SITE

    def get_stop(self, stop_id: str, language: str, version: str = "") -> Stop:
        stop = super().get_stop(stop_id, language, version)
        if stop_id != STOP:
            return stop
        first = replace(VOICES[0], recording=RECORDED) if self.recorded else VOICES[0]
        return replace(stop, voices=(first, *VOICES[1:]))

    def media_path(self, sha256: str) -> Path | None:
        return self.recorded if sha256 == RECORDED else super().media_path(sha256)


@pytest.fixture
def come(open_guide: OpenShell, settle: Settle) -> Come:
    """Open a guide of a site that takes everything, at a stop: ``come(microphone=None, language="hi")``."""

    def open_one(language: str = "en", **words: Any) -> tuple[Shell, FakeRooms]:
        given = {"library": TalkedAbout(), "camera": False, "microphone": FakeMicrophone()} | words
        shell, fakes = open_guide(**given)
        shell.models.flow.begin()
        shell.models.flow.choose_language(language)
        shell.models.flow.open_stop(STOP, "list")
        settle()
        return shell, fakes

    return open_one


def tap(shell: Shell, *names: str) -> None:
    for name in names:
        polish(shell.window.rootObject())
        shell.tap(name)


def walk_talk(shell: Shell, fakes: FakeRooms, language: str, settle: Callable[[], None]) -> Iterator[str]:
    """Lead from the first touch through writing, speaking, sending and taking back; ``fakes`` has a microphone."""
    microphone = fakes.microphone
    assert isinstance(microphone, FakeMicrophone)

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    shell.models.flow.begin()
    shell.models.flow.choose_language(language)
    settle()
    touch("site-voices")
    yield "voices-of-site"
    shell.models.flow.open_stop(STOP, "list")
    settle()
    shell.models.bar.toggle()  # or the words would follow the voice
    touch("more-voices")
    yield "voices"
    touch("talk-stop")
    yield "talk"
    # Where a script has capitals, its capitals come first.
    touch("layer-base" if language == "en" else "layer-shift")
    yield "talk-other-letters"
    touch("layer-signs")
    yield "talk-signs"
    touch("other-script", "choice-question")
    field = shell.find("talk-text")
    assert field is not None
    field.setProperty("text", WRITTEN[language] * 12)
    settle()
    yield "talk-long"
    field.setProperty("text", WRITTEN[language])
    touch("talk-speak")
    yield "talk-speak"
    touch("speak-start")
    microphone.speak(3_000)
    settle()
    yield "talk-recording"
    touch("speak-stop")
    for _ in range(1_000):
        if shell.models.note.property("state") != "making":
            break
        settle()
    settle()
    yield "talk-recorded"
    touch("speak-start")
    microphone.speak(3_000, loudness=0.0)
    touch("speak-stop")
    yield "talk-quiet"
    touch("talk-write", "talk-send")
    yield "talk-sent"
    touch("stars-4")
    yield "talk-rated"
    scroll_to(shell, "talk-area", 0.0)
    touch("take-back-1")
    yield "talk-taken-back"
