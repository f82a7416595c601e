"""A speech engine that lives in a worker process, which is killed when it hangs and started anew when it is lost.

Any worker that speaks this protocol will do. One JSON object a line is asked, and answered by one line that carries the
same ``id``:

    {"id", "do": "voices"}                                  {"id", "ok": true, "voices": [[id, name, [tag, ...]], ...]}
    {"id", "do": "speak", "voice", "text", "rate",          {"id", "ok": true, "words": [[ms, start, end], ...]}
     "phonemes": [[start, end, IPA], ...], "path", ...}     {"id", "ok": false, "reason": "...", "found": "..."}

``text`` is said literally, and ``words`` and ``phonemes`` count its characters. The sound is written to ``path`` as a WAV
file before the answer. The reason ``wrong-voice`` says that the voice is not there any more. The worker ends when its
input does.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kiosk.speech.engine import SpeechClip, SpeechVoice
from kiosk.speech.refusals import NO_VOICE, SPEECH_FAILED, not_spoken
from kiosk.speech.said import place_words, say_in_full
from kiosk.speech.said_text import SaidText
from kiosk.speech.sound_folder import SoundFolder
from kiosk.speech.speakable import Speakable
from kiosk.speech.wav import MAX_CLIP_BYTES, measure_wav
from kiosk.speech.worker_process import WorkerGoneError, WorkerLateError, WorkerProcess

START_TIMEOUT_S = 10.0
SLOWEST_RATE, FASTEST_RATE = 0.5, 2.0
# A worker that dies costs a visitor 150 ms, one that hangs costs seconds.
_MOST_DEATHS = 8
_MOST_HANGS = 2

T = TypeVar("T")


class WorkerEngine:
    """A :class:`~kiosk.speech.engine.SpeechEngine`; safe to call from several threads."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        speak_timeout_s: float,
        speak_timeout_s_per_character: float,
        start_timeout_s: float = START_TIMEOUT_S,
        load_timeout_s: float = 0.0,
        manner: Mapping[str, object] | None = None,
    ) -> None:
        """Make an engine; its worker starts with the first call that needs it.

        Args:
            name: The engine's name.
            command: What starts the worker.
            speak_timeout_s: Seconds for an utterance, however short.
            speak_timeout_s_per_character: Seconds besides, for each of its characters.
            start_timeout_s: Seconds for the first answer of a new worker.
            load_timeout_s: Seconds besides for a worker's first utterance, which waits for the voice to be loaded.
            manner: What its own worker is told besides, with each utterance.
        """
        self._name = name
        self._command = tuple(command)
        self._speak_timeout_s = speak_timeout_s
        self._speak_timeout_s_per_character = speak_timeout_s_per_character
        self._start_timeout_s = start_timeout_s
        self._load_timeout_s = load_timeout_s
        self._manner = dict(manner or {})
        self._has_spoken = False
        self._one_at_a_time = threading.Lock()
        self._numbers = itertools.count(1)
        self._worker: WorkerProcess | None = None
        self._voices: tuple[SpeechVoice, ...] | None = None
        self._sounds = SoundFolder()

    @property
    def name(self) -> str:
        """Return the engine's name."""
        return self._name

    @property
    def worker_process_id(self) -> int | None:
        """Return the process id of the running worker, None where none runs."""
        worker = self._worker
        return worker.process_id if worker else None

    def voices(self) -> tuple[SpeechVoice, ...]:
        """Return the voices there are, asking the worker until there are some."""
        with self._one_at_a_time:
            if not self._voices:
                self._try_again(self._take_voices)
            return self._voices or ()

    def synthesise(self, what: Speakable, voice: SpeechVoice, rate: float = 1.0) -> SpeechClip:
        """Speak into a clip; see :class:`~kiosk.speech.engine.SpeechEngine`."""
        said = say_in_full(what)
        with self._one_at_a_time:
            return self._speak(said, voice, rate)

    def close(self) -> None:
        """End the worker and remove its folder; a later call starts afresh."""
        with self._one_at_a_time:
            if self._worker is not None:
                self._worker.close()
                self._worker = None
            self._sounds.close()

    def _speak(self, said: SaidText, voice: SpeechVoice, rate: float) -> SpeechClip:
        path = self._make_path()
        request = {
            **self._manner,
            "id": next(self._numbers),
            "do": "speak",
            "voice": voice.id,
            "text": said.text,
            "rate": min(FASTEST_RATE, max(SLOWEST_RATE, rate)),
            "phonemes": said.list_phonemes(),
            "path": str(path),
        }
        try:
            answer = self._try_again(lambda worker: self._ask_to_speak(worker, request))
            if answer.get("ok") is not True:
                raise self._refuse(answer, voice)
            return _read_clip(path, answer.get("words"), said)
        finally:
            path.unlink(missing_ok=True)

    def _ask_to_speak(self, worker: WorkerProcess, request: dict[str, Any]) -> dict[str, Any]:
        limit_s = self._speak_timeout_s + self._speak_timeout_s_per_character * len(request["text"])
        answer = worker.ask(request, limit_s if self._has_spoken else limit_s + self._load_timeout_s)
        self._has_spoken = True
        return answer

    def _refuse(self, answer: dict[str, Any], voice: SpeechVoice) -> Exception:
        code = SPEECH_FAILED
        if answer.get("reason") == "wrong-voice":
            code, self._voices = NO_VOICE, None  # they are asked for again
        found = f"{answer.get('reason')} {answer.get('found')}"
        return not_spoken(code, f"speech in {voice.id}", found, self._name)

    def _make_path(self) -> Path:
        try:
            return self._sounds.make_path()
        except OSError as error:
            raise not_spoken(SPEECH_FAILED, "a folder for the sound", str(error), self._name) from error

    def _try_again(self, ask: Callable[[WorkerProcess], T]) -> T:
        lost: list[WorkerGoneError] = []
        while True:
            try:
                return ask(self._get_worker())
            except WorkerGoneError as error:
                self._worker = None
                lost.append(error)
                hangs = sum(isinstance(one, WorkerLateError) for one in lost)
                if hangs >= _MOST_HANGS or len(lost) >= _MOST_DEATHS:
                    found = f"the speech worker was lost {len(lost)} times: {error}"
                    raise not_spoken(SPEECH_FAILED, "speech", found, self._name) from error

    def _get_worker(self) -> WorkerProcess:
        if self._worker is None:
            self._worker, self._has_spoken = WorkerProcess(self._command), False
            self._voices = None  # they may be others by now
            self._take_voices(self._worker)
        return self._worker

    def _take_voices(self, worker: WorkerProcess) -> None:
        if not self._voices:
            answer = worker.ask({"id": next(self._numbers), "do": "voices"}, self._start_timeout_s)
            if answer.get("ok") is not True:
                raise not_spoken(SPEECH_FAILED, "voices", str(answer.get("found")), self._name)
            self._voices = tuple(_read_voices(answer.get("voices"), self._name))


def _read_voices(answer: object, engine: str) -> Iterator[SpeechVoice]:
    for one in answer if isinstance(answer, list) else ():
        match one:
            case [str(voice_id), str(title), list(tags)]:
                yield SpeechVoice(voice_id, title, tuple(map(str, tags)), engine)


def _read_clip(path: Path, words: object, said: SaidText) -> SpeechClip:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_CLIP_BYTES)
    except OSError as error:
        raise not_spoken(SPEECH_FAILED, "a WAV file", str(error)) from error
    duration_ms = measure_wav(data)
    return SpeechClip(data, duration_ms, place_words(_read_words(words), duration_ms, said))


def _read_words(answer: object) -> Iterator[tuple[int, int, int]]:
    for one in answer if isinstance(answer, list) else ():
        match one:
            case [int(at_ms), int(start), int(end)]:
                yield at_ms, start, end
