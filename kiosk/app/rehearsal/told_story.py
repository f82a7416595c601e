"""The rehearsed visitor with a story under way: leaps, hurries, leaves and comes back, hears more, has the screen read."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.rehearsal.words_and_sounds import WordsAndSounds
from kiosk.model.content import Depth, Stop
from kiosk.narration.captions import reading_time_ms
from kiosk.narration.listening import NarrationState

# Only a failed step ever lasts this long; a busy machine needs some of it.
TIMEOUT_S = 25.0
LISTEN_S = 2.0
LEAP_MS = 10_000
LONG_ENOUGH_MS = 3 * LEAP_MS
FASTEST = 2.0
PACE_TOLERATED = 0.3


class ToldStory:
    """Listens as visitors do, and reports each step. Begins and ends on the home page."""

    def __init__(
        self,
        stage: Stage,
        report: Report,
        stops: Sequence[Stop],
        go_home: Callable[[], None],
        heard: Collection[tuple[str, str]] = (),
    ) -> None:
        """Take the stage.

        Args:
            stage: Where it takes place.
            report: Is told each step.
            stops: The site's.
            go_home: Leads to the home page.
            heard: What this visitor has heard to its end, as stop and depth: it is not offered to them again.
        """
        self._stage = stage
        self._report = report
        self._stops = stops
        self._go_home = go_home
        self._heard = heard

    def make(self) -> None:
        """Make every step that this site's content allows."""
        longest = max(self._stops, key=_estimate_ms)
        other = next((stop for stop in self._stops if stop is not longest), None)
        is_long = _estimate_ms(longest) >= LONG_ENOUGH_MS
        if is_long:
            self._report.step("leaps", lambda: self._leap_and_hurry(longest))
            if other is not None:
                self._report.step("left-and-back", lambda: self._leave_and_come_back(longest, other))
        two = next((stop for stop in self._stops if self._has_more(stop)), None)
        if two is not None:
            self._report.step("more", lambda: self._hear_more(two))
        WordsAndSounds(
            self._stage, self._report, self._stops, self._open, longest if is_long else None
        ).make()
        self._report.step("read-aloud", lambda: self._have_the_screen_read(longest))

    def _leap_and_hurry(self, stop: Stop) -> Details:
        """On by ten seconds, back by ten, and then at twice the speed for a moment."""
        stage, narrator = self._stage, self._stage.narrator
        self._open(stop)
        stage.let_run(LISTEN_S)
        before_ms = narrator.position_ms
        stage.tap("forward-10")
        on_ms = narrator.position_ms - before_ms
        stage.tap("back-10")
        stage.tap("voice")
        stage.tap(f"choice-{FASTEST:g}")
        panel = stage.shoot("voice")
        stage.tap("voice-done")
        pace = self._measure_pace()
        stage.tap("voice")
        stage.tap("choice-1")
        stage.tap("voice-done")
        expect(
            abs(on_ms - LEAP_MS) < LEAP_MS / 2, "ten seconds on", f"about {LEAP_MS} ms further", f"{on_ms} ms"
        )
        expect(abs(pace - FASTEST) < FASTEST * PACE_TOLERATED, "twice the speed", f"{FASTEST}", f"{pace:.2f}")
        return {"stop": stop.card.number, "on_ms": on_ms, "pace": round(pace, 2), "picture": panel}

    def _leave_and_come_back(self, stop: Stop, other: Stop) -> Details:
        """A story that was left for another goes on where it was left, and says so."""
        stage, narrator = self._stage, self._stage.narrator
        self._open(stop)
        stage.tap("forward-10")
        stage.let_run(LISTEN_S)
        left_ms, left_in = narrator.position_ms, narrator.caption[0]
        self._open(other)
        self._open(stop)
        back_ms, back_in = narrator.position_ms, narrator.caption[0]
        picture = stage.shoot("left-and-back")
        expect(
            stage.read("bar", "resumed"), "what is said of it", "that it goes on where it was left", "nothing"
        )
        # Live speech begins at the sentence, whose time is a guess until those before it have been spoken.
        is_near = -LEAP_MS < back_ms - left_ms < LEAP_MS / 2 or 0 <= back_in - left_in <= 1
        expect(
            is_near,
            "where it goes on",
            f"about {left_ms} ms, in sentence {left_in + 1}",
            f"{back_ms} ms, in sentence {back_in + 1}",
        )
        stage.tap("begin-again")
        stage.wait(lambda: narrator.position_ms < LEAP_MS / 2, TIMEOUT_S, "the beginning")
        return {"stop": stop.card.number, "left_ms": left_ms, "back_ms": back_ms, "picture": picture}

    def _hear_more(self, stop: Stop) -> Details:
        """After the short text more is offered, and follows by itself where there is sound."""
        stage, narrator = self._stage, self._stage.narrator
        self._open(stop, Depth.GLANCE)
        # Heard on to its end: the last seconds only.
        stage.shell.models.bar.go_to(narrator.duration_ms - LEAP_MS // 4)
        stage.wait(lambda: stage.read("going_on", "offer") != "", 2 * TIMEOUT_S, "more offered at the end")
        picture = stage.shoot("more")
        # Nobody who only reads, on a device without sound, is led on to another text.
        by_itself = stage.read("going_on", "seconds_left") > 0
        if not by_itself:
            stage.tap("tell-more")
        followed_ms = stage.wait(
            lambda: stage.is_told and stage.read("stop", "depth") != Depth.GLANCE,
            TIMEOUT_S,
            "more told",
        )
        depth = stage.read("stop", "depth")
        return {
            "stop": stop.card.number,
            "depth": depth,
            "by_itself": by_itself,
            "followed_ms": followed_ms,
            "picture": picture,
        }

    def _have_the_screen_read(self, stop: Stop) -> Details:
        """Somebody who does not see the screen has it read to them; the story waits and goes on."""
        stage, voice = self._stage, self._stage.shell.models.self_voice
        self._open(stop)
        waits: list[bool] = []
        voice.spoke.connect(lambda: waits.append(True))
        self._press(Qt.Key.Key_F2)
        stage.wait(lambda: voice.is_on, TIMEOUT_S, "the screen read aloud")
        stage.wait(
            lambda: stage.narrator.state is NarrationState.PAUSED,
            TIMEOUT_S,
            "the story standing still for it",
        )
        self._press(Qt.Key.Key_Tab)
        picture = stage.shoot("read-aloud")
        stage.wait(
            lambda: stage.is_told or stage.is_told_to_end, 2 * TIMEOUT_S, "the story going on after it"
        )
        self._press(Qt.Key.Key_F2)
        expect(not voice.is_on, "the screen after F2", "silent", "still read aloud")
        return {"stop": stop.card.number, "said": len(waits), "picture": picture}

    def _open(self, stop: Stop, depth: Depth = Depth.STORY) -> None:
        """Open a stop from the list, and hear it told at a depth that it has."""
        stage = self._stage
        self._go_home()
        stage.tap("browse", page="browse")
        stage.tap(f"stop-{stop.card.id}", page="stop")
        if stage.read("stop", "depth") != depth and any(text.depth is depth for text in stop.texts):
            stage.tap(f"depth-{depth}")
        stage.wait(lambda: stage.is_told or stage.is_told_to_end, TIMEOUT_S, "the narration playing")

    def _has_more(self, stop: Stop) -> bool:
        """Return whether a stop has a short text, and a longer one that was not heard yet."""
        there = {text.depth for text in stop.texts}
        is_heard = (stop.card.id, str(Depth.STORY)) in self._heard
        return Depth.GLANCE in there and Depth.STORY in there and not is_heard

    def _measure_pace(self) -> float:
        """Return how much of the story passes in a second."""
        stage, narrator = self._stage, self._stage.narrator
        stage.let_run(0.5)  # the player takes up its pace
        since, from_ms = time.monotonic(), narrator.position_ms
        stage.let_run(LISTEN_S)
        return (narrator.position_ms - from_ms) / 1000 / (time.monotonic() - since)

    def _press(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._stage.shell.window, event)


def _estimate_ms(stop: Stop) -> int:
    """Return about how long a stop's story takes to be told."""
    return max((reading_time_ms(text.text) for text in stop.texts if text.depth is Depth.STORY), default=0)
