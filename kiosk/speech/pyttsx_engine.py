"""Live speech by pyttsx3 (espeak-ng on Linux), driven in a worker process that is killed when it hangs."""

from __future__ import annotations

import io
import tempfile
import threading
import unicodedata
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.model.spoken_word import Word
from kiosk.speech.engine import MAX_SPEECH_LENGTH, SpeechClip, SpeechVoice, find_voice
from kiosk.speech.worker_process import WorkerGoneError, WorkerProcess, own_python_module

WORKER_MODULE = "kiosk.speech.pyttsx_worker"

# An unhurried narration; espeak-ng's own 175 is a newsreader's pace.
WORDS_PER_MINUTE = 155
# espeak-ng needs 3 ms of CPU for a second of speech; these are for slow, busy devices.
START_TIMEOUT_S = 10.0
SPEAK_TIMEOUT_S = 3.0
SPEAK_TIMEOUT_S_PER_CHARACTER = 0.01
_ATTEMPTS = 2
_SPOKEN_AS_SPACE = frozenset({"Cc", "Cs", "Co"})  # control characters, lone surrogates, private use


class PyttsxEngine:
    """A :class:`~kiosk.speech.engine.SpeechEngine`; safe to call from several threads."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        speak_timeout_s: float = SPEAK_TIMEOUT_S,
    ) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            command: What starts the worker; by default ``python -m kiosk.speech.pyttsx_worker``.
                A bundle, which has no Python, gives its own hidden argument.
            speak_timeout_s: Seconds for an utterance, besides 10 ms a character.
        """
        self._command = tuple(command or own_python_module(WORKER_MODULE))
        self._speak_timeout_s = speak_timeout_s
        self._one_at_a_time = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._voices: tuple[SpeechVoice, ...] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def worker_process_id(self) -> int | None:
        """Return the process id of the running worker, None where none runs."""
        worker = self._worker
        return worker.process_id if worker else None

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices there are, asking the worker the first time."""
        if self._voices is None:
            with self._one_at_a_time:
                answer = self._ask({"do": "voices"}, START_TIMEOUT_S)
            self._voices = tuple(
                SpeechVoice(str(name), str(title), tuple(map(str, tags)))
                for name, title, tags in answer.get("voices", [])
            )
        return self._voices

    def can_speak(self, language: str) -> bool:
        """Tell at once whether a voice speaks this language; False until :meth:`voices` has been called."""
        return find_voice(self._voices or (), language) is not None

    def synthesise(self, text: str, language: str, rate: float = 1.0) -> SpeechClip:
        """Speak ``text`` into a clip; see :class:`~kiosk.speech.engine.SpeechEngine`."""
        if len(text) > MAX_SPEECH_LENGTH:
            raise _error("narration.text-too-long", f"at most {MAX_SPEECH_LENGTH} characters", str(len(text)))
        plain = "".join(" " if unicodedata.category(c) in _SPOKEN_AS_SPACE else c for c in text)
        if not plain.strip():
            raise _error("narration.nothing-to-say", "text", "none")
        voice = find_voice(self.voices(), language)
        if voice is None:
            raise _error(
                "narration.no-voice", f"a voice for {language}", f"{len(self.voices())} other voices"
            )
        with self._one_at_a_time:
            return self._speak(plain, voice, rate)

    def close(self) -> None:
        """End the worker and remove its folder; a later call starts afresh."""
        with self._one_at_a_time:
            if self._worker is not None:
                self._worker.close()
                self._worker = None
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    def _speak(self, text: str, voice: SpeechVoice, rate: float) -> SpeechClip:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kiosk-speech-")
        path = Path(self._folder.name) / "utterance.wav"
        path.unlink(missing_ok=True)
        request = {
            "do": "speak",
            "voice": voice.id,
            "text": text,
            "words_per_minute": round(WORDS_PER_MINUTE * min(2.0, max(0.5, rate))),
            "path": str(path),
        }
        answer = self._ask(request, self._speak_timeout_s + SPEAK_TIMEOUT_S_PER_CHARACTER * len(text))
        if answer.get("ok") is not True:
            code = (
                "narration.no-voice" if answer.get("reason") == "wrong-voice" else "narration.speech-failed"
            )
            raise _error(code, f"speech in {voice.id}", f"{answer.get('reason')} {answer.get('found')}")
        return _read_clip(path, answer.get("words", []), text)

    def _ask(self, request: dict[str, Any], timeout_s: float) -> dict[str, Any]:
        gone: WorkerGoneError | None = None
        for _ in range(_ATTEMPTS):
            try:
                if self._worker is None:
                    self._worker = WorkerProcess(self._command)
                    timeout_s = max(timeout_s, START_TIMEOUT_S) if gone is None else timeout_s
                return self._worker.ask(request, timeout_s)
            except WorkerGoneError as error:
                gone, self._worker = error, None
        raise _error(
            "narration.speech-failed", "speech", f"the speech worker was lost twice: {gone}"
        ) from gone


def _read_clip(path: Path, words: Sequence[Sequence[int]], text: str) -> SpeechClip:
    try:
        data = path.read_bytes()
        with wave.open(io.BytesIO(data)) as sound:
            duration_ms = round(sound.getnframes() * 1000 / sound.getframerate())
    except (OSError, EOFError, wave.Error, ZeroDivisionError) as error:
        raise _error("narration.speech-failed", "a WAV file", str(error) or type(error).__name__) from error
    finally:
        path.unlink(missing_ok=True)
    if duration_ms == 0:
        raise _error("narration.nothing-to-say", "sound", "a clip without samples")
    return SpeechClip(data, duration_ms, tuple(_sort_words(words, duration_ms, text)))


def _sort_words(words: Sequence[Sequence[int]], duration_ms: int, text: str) -> list[Word]:
    # espeak-ng tells some words twice ("26" as "26" and "6"), and spaces and text beyond the end as words.
    kept: list[tuple[int, int, int]] = []
    for at_ms, start, end in words:
        last_ms, after = (kept[-1][0], kept[-1][2]) if kept else (0, 0)
        if after <= start < end <= len(text) and last_ms <= at_ms <= duration_ms and text[start:end].strip():
            kept.append((at_ms, start, end))
    ends = [*(at_ms for at_ms, _, _ in kept[1:]), duration_ms][: len(kept)]
    return [Word(at_ms, end_ms, start, end) for (at_ms, start, end), end_ms in zip(kept, ends, strict=True)]


def _error(code: str, expected: str, found: str) -> KioskError:
    return KioskError(
        "The text was not spoken",
        code=code,
        expected=expected,
        found=found,
        remedy="kiosk doctor lists the voices of this device; a recording needs none",
    )
