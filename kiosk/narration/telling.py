"""One story while it is told, by whatever can tell it, until it ends or is left."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.model.errors import KioskError
from kiosk.narration.audience import Audience
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.listening import EndReason, NarrationState
from kiosk.narration.output_watch import OutputWatch
from kiosk.narration.performance import BEGINNING, Performance, Place
from kiosk.narration.performers import Performers
from kiosk.narration.progress import Progress
from kiosk.narration.shown import Shown
from kiosk.narration.stall import StallWatch
from kiosk.narration.status import Status

_TICK_MS = 40  # a word lasts 300 ms; a mark that is 40 ms late is not seen to be
_LAST_MOMENT_MS = 50  # going to the very end still tells that it is the end


class Telling:
    """Tells one narration, and its ``otherwise`` where that cannot go on: from the sentence it had come to.

    It is the :class:`~kiosk.narration.performance.Stage` of what performs. Interface thread only.
    """

    def __init__(
        self,
        narration: Narration,
        performers: Performers,
        audience: Audience,
        status: Status,
        output: OutputWatch,
        take_place: Callable[[], None],
    ) -> None:
        """Take a story; nothing is told yet.

        Args:
            narration: What to tell.
            performers: What it may be told with; their ticker is used for this story alone.
            audience: Who hears of it.
            status: What the narrator is doing.
            output: Looks whether there is a device to be heard through.
            take_place: Makes whoever else is heard in the app fall silent.
        """
        self._narration = narration
        self._performers = performers
        self._ticker = performers.ticker
        self._audience = audience
        self._status = status
        self._output = output
        self._take_place = take_place
        self._performance: Performance | None = None
        self._progress = Progress()
        self._shown = Shown(audience)
        self._stall = StallWatch()
        self._length_ms = 0
        self._due_ms = 0
        self._rate = 1.0

    @property
    def narration(self) -> Narration:
        """Return what is being told now; it may have fallen back."""
        return self._narration

    @property
    def performance(self) -> Performance | None:
        """Return what tells it, None when nothing can."""
        return self._performance

    @property
    def caption(self) -> tuple[int, int]:
        """Return (cue, word within it) being spoken; -1 where there is none."""
        return self._shown.caption

    @property
    def heard_ms(self) -> int:
        """Return the distinct media time that was really heard, at most the length of what it is told with."""
        self._note_progress()
        return self._count_heard()

    @property
    def place(self) -> Place:
        """Return where it is, for going on from here later; the very beginning when it has ended."""
        if self._performance is None or self._status.state is NarrationState.ENDED:
            return BEGINNING
        return self._find_place(self._performance)

    def begin(self, start: Place, due_ms: int, rate: float) -> None:
        """Tell it.

        Args:
            start: Where to begin.
            due_ms: It is shown at once, and heard when the ticker's clock says so.
            rate: The speed, 0.75 to 2.
        """
        self._due_ms = due_ms
        self._rate = rate
        self._narration = self._output.prefer_words(self._narration)
        self._begin(start, play=True)

    def pause(self) -> None:
        """Stand still."""
        if self._performance and self._status.is_going:
            self._note_progress()
            self._performance.pause()
            self._change(NarrationState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause; after the end, tell it again."""
        if self._performance is None or self._status.is_going:
            return
        if self._status.state is NarrationState.ENDED:
            self._performance.seek_ms(0)
        self._look_for_output()
        self._play(self._performance)

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to the narration; what is leapt over does not count as heard."""
        performance = self._performance
        if performance is None:
            return
        self._note_progress()
        self._progress.stand_still()
        performance.seek_ms(max(0, min(position_ms, performance.duration_ms - _LAST_MOMENT_MS)))
        self._leap(performance)
        if self._status.state is NarrationState.ENDED and position_ms < performance.duration_ms:
            self._play(performance)
        self._shown.show(performance)

    def set_rate(self, rate: float) -> None:
        """Set the speed, 0.75 to 2."""
        self._rate = rate
        if self._performance:
            self._performance.set_rate(rate)

    def leave(self, reason: EndReason, fade_ms: int = 0) -> None:
        """Tell it no more; its sound is gone after ``fade_ms``. Whoever listens is told, unless it was over already."""
        if self._performance is None:
            return
        self._note_progress()
        self._ticker.stop()
        self._let_go(self._performance, fade_ms)
        if not self._status.is_over:
            self._tell_ended(reason)

    # What the performance tells (see performance.Stage).

    def performance_ready(self) -> None:
        """It is heard from now on."""
        self._leap(self._performance)
        self._stall.begin(self._ticker.now_ms())
        self._change(NarrationState.PLAYING)

    def performance_progressed(self) -> None:
        """Count what was heard of a piece that is over."""
        self._note_progress()

    def performance_waits(self) -> None:
        """Nothing is heard for a moment."""
        self._note_progress()
        self._change(NarrationState.PREPARING)

    def performance_changed(self) -> None:
        """Cues or length are better known."""
        if performance := self._performance:
            self._leap(performance)
            self._audience.narration_cues(performance.track.cues)
            self._shown.show(performance)

    def performance_ended(self) -> None:
        """All has been told."""
        self._note_progress()
        if self._performance:
            self._shown.show(self._performance)
        self._change(NarrationState.ENDED)
        self._tell_ended(EndReason.FINISHED)

    def performance_failed(self, error: KioskError) -> None:
        """Go on another way, from the sentence that was being told."""
        self._note_progress()
        place = self._find_place(self._performance) if self._performance else BEGINNING
        self._fall_back(error, place, play=self._status.is_going)

    def performance_incident(self, error: KioskError) -> None:
        """Pass on what staff should know."""
        self._audience.narration_incident(error)

    def performance_paused(self) -> None:
        """The headphones are out."""
        self._note_progress()
        self._change(NarrationState.PAUSED)
        self._audience.narration_output_lost()

    def performance_audible(self) -> None:
        """The headphones are in again: whoever was told that they are out need not be told any longer."""
        self._audience.narration_sound_back()

    def _begin(self, start: Place, *, play: bool) -> None:
        try:
            performance = self._performers.make(self._narration, self)
            self._performance = performance
            performance.start(start)
        except KioskError as error:
            self._fall_back(error, start, play=play)
            return
        performance.set_rate(self._rate)
        if play and self._is_due:
            self._take_place()
            performance.prime()  # first of all: whoever is told of it has much to do
        self._audience.narration_told(self._narration)
        self.performance_changed()
        self._look_for_output()
        if play:
            self._change(NarrationState.PREPARING)
            self._set_in_when_due()

    def _fall_back(self, error: KioskError, start: Place, *, play: bool) -> None:
        if self._performance:
            self._let_go(self._performance)
        self._progress.change_medium(self._length_ms)
        following = _find_next_way(self._narration, error)
        if following is None:
            self._fail(error)
            return
        self.performance_incident(error)
        following = self._output.prefer_words(following)
        # Another voice takes other times: its place is a sentence.
        share = len(following.text) / len(self._narration.text) if self._narration.text else 0
        self._narration = following
        self._begin(Place(character=round(start.character * share)), play=play)

    def _fail(self, error: KioskError) -> None:
        self._change(NarrationState.FAILED)
        self._audience.narration_failed(error)
        self._tell_ended(EndReason.FAILED)

    def _play(self, performance: Performance) -> None:
        self._take_place()
        self._ticker.start(_TICK_MS, self._tick)
        performance.play()

    @property
    def _is_due(self) -> bool:
        return self._ticker.now_ms() >= self._due_ms

    def _set_in_when_due(self) -> None:
        if self._is_due:
            self._set_in()
        else:
            self._ticker.start(self._due_ms - self._ticker.now_ms(), self._set_in)

    def _set_in(self) -> None:
        if self._performance and self._status.state is NarrationState.PREPARING:
            self._play(self._performance)

    def _tick(self) -> None:
        performance = self._performance
        if performance is None or not self._status.is_going:
            self._ticker.stop()
            return
        performance.tick()
        if self._status.state is NarrationState.PLAYING:
            self._note_progress()
            self._shown.show(performance)
            self._watch(performance)

    def _watch(self, performance: Performance) -> None:
        if error := self._stall.find_stall(self._ticker.now_ms(), performance.position_ms):
            self.performance_failed(error)
        else:
            self._output.look_again()

    def _look_for_output(self) -> None:
        self._output.look(needs_sound=self._narration.kind is not NarrationKind.TEXT)

    def _find_place(self, performance: Performance) -> Place:
        return Place(performance.position_ms, self._shown.find_character(performance))

    def _note_progress(self) -> None:
        if self._performance and self._status.state is NarrationState.PLAYING:
            self._progress.advance_to(self._performance.position_ms)

    def _leap(self, performance: Performance | None) -> None:
        if performance:
            self._progress.leap_to(performance.position_ms)

    def _tell_ended(self, reason: EndReason) -> None:
        self._audience.narration_ended(reason, self._count_heard())

    def _count_heard(self) -> int:
        return self._progress.find_heard_ms(
            self._performance.duration_ms if self._performance else self._length_ms
        )

    def _let_go(self, performance: Performance, fade_ms: int = 0) -> None:
        self._length_ms = performance.duration_ms  # the player forgets it
        performance.stop(fade_ms)
        self._performance = None

    def _change(self, state: NarrationState) -> None:
        # Stopped before anybody is told: whoever is told may set the next story going.
        if state not in (NarrationState.PLAYING, NarrationState.PREPARING):
            self._ticker.stop()
        self._status.change(state)


def _find_next_way(narration: Narration, error: KioskError) -> Narration | None:
    following = narration.otherwise
    # Speech needs the same device as the recording that stands still: words need none.
    while error.code == "narration.stalled" and following and following.otherwise:
        following = following.otherwise
    return following
