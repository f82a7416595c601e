"""Looks after live speech while nobody waits for a sound, and tells staff what was wrong with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.listening import EndReason, NarrationListener
from kiosk.speech.ranked_speech import RankedSpeech

# More engines than there are, each with its last fault.
_REMEMBERED = 16
# 370 MB a voice: only where a story needs it.
_HEAVY = frozenset({"piper"})
# A number, so that the rules for numbers are loaded too.
_A_WORD = "1"


class SpeechCare(NarrationListener):
    """Listens to the narrator. Interface thread only."""

    def __init__(
        self, speech: RankedSpeech, background: Background, note: Callable[[KioskError], None]
    ) -> None:
        """Take what is looked after, the way off the interface thread, and whom staff hear from."""
        self._speech = speech
        self._background = background
        self._note = note
        self._told: deque[KioskError] = deque(maxlen=_REMEMBERED)
        self._is_asking = False
        self._prepared: set[str] = set()

    def prepare(self, language: str) -> None:
        """Have a language's first word spoken to nobody, once: its rules and its voice are loaded before a story waits."""
        voice = self._speech.find_best_voice(language) if language not in self._prepared else None
        if voice is not None and voice.engine not in _HEAVY:
            self._prepared.add(language)
            self._background.submit(
                lambda: self._speech.synthesise(_A_WORD, language), lambda _: None, _raise_bugs
            )

    def ask_voices(self) -> None:
        """Have an engine asked again that could not be asked the last time, if it has rested."""
        if self._speech.has_unasked and not self._is_asking:
            self._is_asking = True
            self._background.submit(self._speech.voices, lambda _: self._end_asking(), self._fail_asking)

    def narration_incident(self, error: KioskError) -> None:
        """Tell staff, once."""
        if not any(error is told for told in self._told):
            self._told.append(error)
            self._note(error)

    def narration_failed(self, error: KioskError) -> None:
        """Tell staff, once."""
        self.narration_incident(error)

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:  # noqa: ARG002  whatever ended it
        """Write what was spoken to the disk, and tell what went wrong with an engine while another one spoke."""
        self._background.submit(self._speech.settle, lambda _: self._tell_faults(), _raise)

    def forget_order(self) -> None:
        """Have the kept sounds written anew, so that they no longer tell in which order they came."""
        self._background.submit(self._speech.forget_order, lambda _: None, _raise)

    def _end_asking(self) -> None:
        self._is_asking = False
        self._tell_faults()

    def _fail_asking(self, error: Exception) -> None:
        self._is_asking = False
        if not isinstance(error, KioskError):
            raise error
        self._tell_faults()

    def _tell_faults(self) -> None:
        for fault in self._speech.faults():
            self.narration_incident(fault)


def _raise_bugs(error: Exception) -> None:
    if not isinstance(error, KioskError):  # what is wrong with an engine is told when a story needs it
        raise error


def _raise(error: Exception) -> None:
    raise error  # a bug: the cache keeps what the disk does to itself
