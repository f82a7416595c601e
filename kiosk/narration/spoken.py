"""Live speech being told, sentence by sentence: the first is heard while the rest is still being spoken."""

from __future__ import annotations

import logging

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.cues import CueTrack
from kiosk.narration.pace import find_pace
from kiosk.narration.performance import Place, Stage
from kiosk.narration.sound import Player
from kiosk.narration.spoken_timeline import SpokenTimeline
from kiosk.speech.engine import SpeechClip
from kiosk.speech.silence import make_silence
from kiosk.speech.speech import Speech

# What is heard of a sentence that has no sound.
_PAUSE_MS = 300
_PAUSE_RATE_HZ = 22_050

logger = logging.getLogger(__name__)


class SpokenPerformance:
    """Plays the clips of a text one after the other as one narration.

    It speaks from where the listener is, and a few sentences ahead. An engine that fails stops nothing that has been
    spoken already: the failure counts when the listener arrives at the sentence that is missing.
    """

    def __init__(
        self,
        narration: Narration,
        speech: Speech,
        player: Player,
        background: Background,
        stage: Stage,
    ) -> None:
        self._timeline = SpokenTimeline(narration.text, find_pace(narration.language))
        self._language = narration.language
        self._pronunciations = narration.pronunciations
        self._speech = speech
        self._player = player
        self._background = background
        self._stage: Stage | None = stage
        self._track = self._timeline.make_track()
        self._failure: KioskError | None = None
        self._is_speaking = False
        self._sentence = 0
        self._is_open = False
        self._wants_to_play = False

    def start(self, place: Place) -> None:
        """Begin to speak, from the sentence of a place.

        Raises:
            KioskError: ``narration.nothing-to-say``: the text is empty.
        """
        if not self._timeline.spans:
            raise KioskError("The text was not spoken", code="narration.nothing-to-say", found="no text")
        self._player.stop()
        if place.ms and not place.character:
            self._go_to(self._timeline.find(place.ms)[0])
        else:
            self._go_to(self._timeline.find_sentence_at_character(place.character))

    def prime(self) -> None:
        """Need nothing: it has begun to be spoken."""

    def play(self) -> None:
        """Play on, or as soon as the sentence is there."""
        self._wants_to_play = True
        self._proceed()

    def pause(self) -> None:
        """Stand still; speaking ahead goes on."""
        self._wants_to_play = False
        self._player.pause()

    def stop(self, fade_ms: int = 0) -> None:
        """Let go; a clip that is still being spoken is thrown away when it comes."""
        self._stage = None
        self._player.stop(fade_ms)

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position; of a sentence that has not been spoken, to its beginning."""
        sentence, within_ms = self._timeline.find(position_ms)
        if sentence != self._sentence or not self._is_open:
            self._player.stop()
            self._go_to(sentence)
            self._open()
        if self._is_open:
            self._player.seek_ms(within_ms)
        if self._wants_to_play:
            self._proceed()

    def set_rate(self, rate: float) -> None:
        """Set the speed."""
        self._player.set_rate(rate)

    def tick(self) -> None:
        """Need nothing: the player has its own clock."""

    @property
    def position_ms(self) -> int:
        """Return the time within all sentences."""
        start_ms = self._timeline.start_ms(self._sentence)
        if not self._is_open:
            return start_ms
        return start_ms + min(self._player.position_ms, self._timeline.length_ms(self._sentence))

    @property
    def duration_ms(self) -> int:
        """Return the length as far as it is known."""
        return self._timeline.duration_ms

    @property
    def track(self) -> CueTrack:
        """Return the captions as far as they are known."""
        return self._track

    def sound_ended(self) -> None:
        """Go on with the next sentence."""
        if not self._stage:
            return
        if self._sentence + 1 == len(self._timeline.spans):
            self._wants_to_play = False
            self._stage.performance_ended()
            return
        self._stage.performance_progressed()
        self._go_to(self._sentence + 1)
        self._proceed()

    def sound_failed(self, error: KioskError) -> None:
        """Pass on that a clip cannot be played."""
        if self._stage:
            self._stage.performance_failed(error)

    def sound_output_lost(self) -> None:
        """Pass on that the player has paused."""
        self._wants_to_play = False
        if self._stage:
            self._stage.performance_paused()

    def sound_output_back(self) -> None:
        """Pass on that it can be heard again."""
        if self._stage:
            self._stage.performance_audible()

    def _go_to(self, sentence: int) -> None:
        self._sentence, self._is_open = sentence, False
        self._timeline.settle(sentence)
        self._speak_ahead()

    def _speak_ahead(self) -> None:
        index = self._timeline.find_unspoken(self._sentence)
        if index is None or self._is_speaking or self._failure is not None:
            return
        self._is_speaking = True
        sentence, language, pronunciations = (
            self._timeline.get_sentence(index),
            self._language,
            self._pronunciations,
        )
        self._background.submit(
            lambda: self._speech.synthesise(
                sentence, language, pronunciations=pronunciations, is_from_pack=True
            ),
            lambda clip: self._take_clip(index, clip),
            lambda error: self._note_failure(index, error),
        )

    def _take_clip(self, index: int, clip: SpeechClip) -> None:
        self._is_speaking = False
        if not self._stage:
            return
        self._stage.performance_progressed()  # what follows may move the place of a sentence left behind
        self._timeline.add(index, clip, self._sentence)
        self._track = self._timeline.make_track()
        self._speak_ahead()
        self._stage.performance_changed()
        if self._wants_to_play and not self._is_open:
            self._proceed()

    def _note_failure(self, index: int, error: Exception) -> None:
        self._is_speaking = False
        if not isinstance(error, KioskError):
            logger.error("A bug in the speech engine; the story goes on without it", exc_info=error)
            error = KioskError("The text was not spoken", code="narration.speech-failed", found=repr(error))
        if error.code == "narration.nothing-to-say":  # a row of asterisks is no reason to stop
            self._take_clip(index, SpeechClip(make_silence(_PAUSE_MS, _PAUSE_RATE_HZ), _PAUSE_MS))
            return
        self._failure = error
        if self._stage and self._wants_to_play and not self._is_open:
            self._proceed()

    def _proceed(self) -> None:
        if not self._stage:
            return
        if not self._is_open:
            self._open()
        if self._is_open:
            self._player.play()
            self._stage.performance_ready()
        elif self._failure is not None:
            self._stage.performance_failed(self._failure)
        else:
            self._stage.performance_waits()

    def _open(self) -> None:
        sound = self._timeline.find_sound(self._sentence)
        if sound is None:
            return
        try:
            self._player.open(sound, self)
            self._is_open = True
        except KioskError as error:  # there is no room for the clip, say
            self._failure = error
