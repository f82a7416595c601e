"""The rehearsed visitor with the words, what is to be seen, and the sounds of a stop that are no speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Depth, Stop
from kiosk.narration.listening import NarrationState

# Only a failed step ever lasts this long; a busy machine needs some of it.
TIMEOUT_S = 25.0
LISTEN_S = 1.5


class WordsAndSounds:
    """Reads along, hears what is to be seen and what is to be heard at a stop, and reports each step."""

    def __init__(
        self,
        stage: Stage,
        report: Report,
        stops: Sequence[Stop],
        open_stop: Callable[[Stop, Depth], None],
        long_story: Stop | None,
    ) -> None:
        """Take the parts.

        Args:
            stage: Where it takes place.
            report: What each step is reported to.
            stops: The site's stops.
            open_stop: Opens a stop from the home page and waits until it is told at a depth.
            long_story: A stop whose story has sentences to go to; None for no such.
        """
        self._stage = stage
        self._report = report
        self._stops = stops
        self._open = open_stop
        self._long_story = long_story

    def make(self) -> None:
        """Make every step that this site's content allows."""
        story = self._long_story
        described = next((stop for stop in self._stops if _has(stop, Depth.DESCRIBED)), None)
        sounding = next((stop for stop in self._stops if stop.sounds), None)
        if story is not None:
            self._report.step("sentence", lambda: self._touch_a_sentence(story))
        if described is not None:
            self._report.step("described", lambda: self._hear_what_is_to_be_seen(described))
        if sounding is not None:
            self._report.step("sound", lambda: self._listen_to_a_sound(sounding))

    def _touch_a_sentence(self, stop: Stop) -> Details:
        """A touch on a sentence is told from there; and the words alone, in large letters."""
        stage = self._stage
        self._open(stop, Depth.STORY)
        stage.wait(lambda: stage.read("captions", "follows"), TIMEOUT_S, "the words followed")
        stage.tap("transcript")
        stage.wait(lambda: stage.read("captions", "return_ms") >= 0, TIMEOUT_S, "the way to a sentence")
        before_ms, there_ms = stage.read("captions", "return_ms"), stage.narrator.position_ms
        stage.tap("large-captions")
        stage.let_run(LISTEN_S)
        large = stage.shoot("large-captions")
        stage.tap("whole-page")
        expect(there_ms > before_ms, "a touched sentence", f"later than {before_ms} ms", f"{there_ms} ms")
        return {"stop": stop.card.number, "from_ms": before_ms, "to_ms": there_ms, "picture": large}

    def _hear_what_is_to_be_seen(self, stop: Stop) -> Details:
        """Audio description: what somebody who does not see the thing would ask."""
        stage = self._stage
        self._open(stop, Depth.DESCRIBED)
        stage.let_run(LISTEN_S)
        depth = stage.read("stop", "depth")
        expect(depth == Depth.DESCRIBED, "what is told", Depth.DESCRIBED, depth)
        return {
            "stop": stop.card.number,
            "voice": stage.read("bar", "kind"),
            "speaker": stage.read("bar", "speaker"),
            "picture": stage.shoot("described"),
        }

    def _listen_to_a_sound(self, stop: Stop) -> Details:
        """A sound that is no speech has the story stand still, and gives it back."""
        stage = self._stage
        self._open(stop, Depth.STORY)
        stage.tap("sound-0")
        stage.wait(lambda: stage.read("sound", "playing"), TIMEOUT_S, "the sound")
        stood_still = stage.narrator.state is NarrationState.PAUSED
        picture = stage.shoot("sound")
        if stage.shell.find("sound-leave") is not None:
            stage.tap("sound-leave")
        stage.wait(lambda: stage.is_told or stage.is_told_to_end, TIMEOUT_S, "the story after the sound")
        expect(stood_still, "the story beside the sound", "standing still", "still told")
        return {"stop": stop.card.number, "title": stop.sounds[0].title, "picture": picture}


def _has(stop: Stop, depth: Depth) -> bool:
    return any(text.depth is depth for text in stop.texts)
