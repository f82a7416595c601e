"""Whatever becomes of the voices, a visitor has the words, and staff have the reason."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kiosk.app.speech_care import SpeechCare
from kiosk.model.errors import KioskError
from kiosk.narration.choose import NarrationKind
from kiosk.narration.narrator import Narrator
from kiosk.speech.engine import SpeechEngine
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.fakes.fake_engine import FakeEngine
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import STORY, make_narration

BAD_WORKER = Path(__file__).parents[1] / "fakes" / "bad_worker.py"

pytestmark = pytest.mark.allow_log("is asked last")


class Guide:
    """A narrator with the real face of speech over some engines, and what staff are told."""

    def __init__(self, folder: Path, engines: Sequence[SpeechEngine]) -> None:
        self.room = NarrationRoom(folder)
        self.speech = RankedSpeech(engines)
        self.speech.voices()
        room = self.room
        self.narrator = Narrator(
            room.player, self.speech, room.background, room.ticker, room.find_path, lambda _: None
        )
        self.noted: list[KioskError] = []
        self.narrator.add_listener(room.diary)
        self.narrator.add_listener(SpeechCare(self.speech, room.background, self.noted.append))

    def tell(self) -> None:
        words = make_narration(NarrationKind.TEXT)
        self.narrator.tell(make_narration(NarrationKind.SPEECH, otherwise=words))
        self.room.run(100)

    @property
    def told(self) -> list[NarrationKind]:
        return [narration.kind for narration in self.room.diary.told]

    @property
    def reasons(self) -> list[str]:
        return [error.code for error in self.noted]

    def close(self) -> None:
        self.narrator.close()
        self.room.background.run_all()
        self.speech.close()


@pytest.fixture
def guides() -> Iterator[list[Guide]]:
    made: list[Guide] = []
    yield made
    for guide in made:
        guide.close()


def test_a_worker_that_hangs_leaves_the_words_and_the_reason(tmp_path: Path, guides: list[Guide]) -> None:
    hanging = PyttsxEngine([sys.executable, str(BAD_WORKER), "hangs"], speak_timeout_s=0.2)
    guides.append(guide := Guide(tmp_path, [hanging]))
    guide.tell()
    assert guide.told == [NarrationKind.SPEECH, NarrationKind.TEXT]
    assert "".join(cue.text for cue in guide.narrator.cues).startswith(STORY[:20])
    assert guide.reasons == ["narration.speech-failed"]
    assert "no answer in" in guide.noted[0].found


def test_an_engine_that_hangs_leaves_the_story_to_the_next(tmp_path: Path, guides: list[Guide]) -> None:
    hanging = PyttsxEngine([sys.executable, str(BAD_WORKER), "hangs"], speak_timeout_s=0.2)
    other = FakeEngine("en", name="other")
    guides.append(guide := Guide(tmp_path, [hanging, other]))
    guide.tell()
    guide.narrator.stop()
    guide.room.run(10)
    assert guide.told == [NarrationKind.SPEECH]
    assert other.spoken[0].startswith("The tower was begun in eleven ninety-nine.")
    assert guide.reasons == ["narration.speech-failed"]


def test_a_voice_that_vanishes_in_the_middle_leaves_the_rest_to_another(
    tmp_path: Path, guides: list[Guide]
) -> None:
    best, other = FakeEngine("en", name="piper"), FakeEngine("en", name="pyttsx3")
    guides.append(guide := Guide(tmp_path, [best, other]))
    guide.narrator.tell(make_narration(NarrationKind.SPEECH))
    guide.room.background.run_one()
    best.lose("piper/en")
    guide.room.run(20_000)
    assert (len(best.spoken), len(other.spoken)) == (1, 2)
    assert guide.told == [NarrationKind.SPEECH]
    guide.narrator.stop()
    guide.room.run(10)
    assert guide.reasons == ["narration.no-voice"]
