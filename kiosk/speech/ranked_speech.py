"""Speaks by the best engine that has a voice for a language, and by the next when that one fails."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence

from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.engine import SpeechClip, SpeechEngine, SpeechVoice, find_voice
from kiosk.speech.ranking import misheard_percent
from kiosk.speech.refusals import NO_VOICE, SPEECH_FAILED, check_text, not_spoken
from kiosk.speech.speakable import Speakable, make_speakable

# An engine that has failed is asked last for so long: a worker that hangs must not delay every sentence.
REST_S = 60.0

logger = logging.getLogger(__name__)


class RankedSpeech:
    """The :class:`~kiosk.speech.speech.Speech` of the whole app; safe to call from several threads."""

    def __init__(
        self,
        engines: Sequence[SpeechEngine],
        *,
        voice: str = "",
        cache: ClipCache | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Join the engines; none is started yet.

        Args:
            engines: In the order in which they are asked where they are equally good.
            voice: The id or name of the one voice that is to speak; "" for the best.
            cache: Where clips of packs' texts are kept; None to speak each anew.
            now_s: A clock that only goes forward, in seconds.
        """
        self._engines = {engine.name: engine for engine in engines}
        self._only = voice
        self._cache = cache
        self._now_s = now_s
        self._voices: dict[str, tuple[SpeechVoice, ...]] = {}
        self._rests_until_s: dict[str, float] = {}
        self._faults: dict[str, KioskError] = {}

    @property
    def engine_names(self) -> tuple[str, ...]:
        """Return the engines' names, in the order in which they were given."""
        return tuple(self._engines)

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices of all engines; one that cannot be asked has none."""
        for name in filter(self._is_unasked, self._engines):
            self._ask_voices(name)
        if self._faults and not any(self._voices.values()):
            raise next(iter(self._faults.values()))
        return tuple(voice for name in self._engines for voice in self._voices.get(name, ()))

    def faults(self) -> tuple[KioskError, ...]:
        """Return what was wrong the last time with each engine that failed since the start, for staff."""
        return tuple(self._faults.values())

    @property
    def has_unasked(self) -> bool:
        """Tell at once whether :meth:`voices` would now ask an engine whose voices are not known."""
        return any(map(self._is_unasked, self._engines))

    def can_speak(self, language: str) -> bool:
        """Tell at once whether a voice speaks this language; False until :meth:`voices` has been called."""
        return any(find_voice(voices, language) for voices in list(self._voices.values()))

    def find_best_voice(self, language: str) -> SpeechVoice | None:
        """Return the voice that would speak a language now; None where there is none, or voices are not known."""
        ranked = self._rank(language)
        return ranked[0] if ranked else None

    def synthesise(
        self,
        text: str,
        language: str,
        rate: float = 1.0,
        pronunciations: Sequence[Pronunciation] = (),
        *,
        is_from_pack: bool = False,
    ) -> SpeechClip:
        """Speak ``text``; see :class:`~kiosk.speech.speech.Speech`."""
        check_text(text)
        self.voices()
        ranked = self._rank(language)
        if not ranked:
            others = sum(map(len, self._voices.values()))
            raise not_spoken(NO_VOICE, f"a voice for {language}", f"{others} other voices", text[:40])
        what = make_speakable(text, language, pronunciations)
        return self._speak(what, ranked, rate, self._cache if is_from_pack else None)

    def settle(self) -> None:
        """Write what was spoken into the cache: when nobody waits for a sound. May block."""
        if self._cache is not None:
            self._cache.settle()

    def forget_order(self) -> None:
        """See that the cache does not tell in which order packs' texts were heard: when a visit is over. May block."""
        if self._cache is not None:
            self._cache.forget_order()

    def close(self) -> None:
        """Close every engine; a later call starts them afresh."""
        for engine in self._engines.values():
            engine.close()
        self._voices.clear()
        if self._cache is not None:
            self._cache.close()

    def _speak(
        self, what: Speakable, ranked: Sequence[SpeechVoice], rate: float, cache: ClipCache | None
    ) -> SpeechClip:
        failure: KioskError | None = None
        for voice in ranked:
            try:
                return self._speak_by(voice, what, rate, cache)
            except KioskError as error:
                if error.code not in (NO_VOICE, SPEECH_FAILED):
                    raise  # the text is at fault: no other engine would do better
                failure = failure or error
                self._note_failure(voice.engine, error)
        assert failure is not None  # ranked holds at least one voice
        raise failure

    def _speak_by(
        self, voice: SpeechVoice, what: Speakable, rate: float, cache: ClipCache | None
    ) -> SpeechClip:
        if cache is None:
            return self._engines[voice.engine].synthesise(what, voice, rate)
        clip = cache.find(what, voice, rate)
        if clip is None:
            clip = self._engines[voice.engine].synthesise(what, voice, rate)
            cache.keep(what, voice, rate, clip)
        return clip

    def _note_failure(self, engine: str, error: KioskError) -> None:
        if error.code == NO_VOICE:
            self._faults[engine] = error
            self._ask_voices(engine)  # they have changed
        else:
            self._let_rest(engine, error)

    def _ask_voices(self, engine: str) -> None:
        try:
            self._voices[engine] = voices = self._choose(self._engines[engine].voices())
            if not voices:  # perhaps they are just being installed anew
                self._rests_until_s[engine] = self._now_s() + REST_S
        except KioskError as error:
            self._voices.pop(engine, None)
            self._let_rest(engine, error)

    def _let_rest(self, engine: str, error: KioskError) -> None:
        self._rests_until_s[engine] = self._now_s() + REST_S
        self._faults[engine] = error
        logger.warning("%s is asked last for %.0f s: %s", engine, REST_S, error)

    def _rank(self, language: str) -> list[SpeechVoice]:
        return sorted(self._list_best(language), key=lambda voice: self._judge(voice, language))

    def _list_best(self, language: str) -> Iterator[SpeechVoice]:
        for voices in list(self._voices.values()):
            if (voice := find_voice(voices, language)) is not None:
                yield voice

    def _judge(self, voice: SpeechVoice, language: str) -> tuple[bool, float]:
        return self._is_resting(voice.engine), misheard_percent(voice.engine, language)

    def _is_unasked(self, engine: str) -> bool:
        return not self._voices.get(engine) and not self._is_resting(engine)

    def _is_resting(self, engine: str) -> bool:
        return self._now_s() < self._rests_until_s.get(engine, 0.0)

    def _choose(self, voices: tuple[SpeechVoice, ...]) -> tuple[SpeechVoice, ...]:
        if not self._only:
            return voices
        return tuple(voice for voice in voices if self._only in (voice.id, voice.name))
