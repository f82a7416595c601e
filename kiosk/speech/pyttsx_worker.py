"""The speech worker: a process of its own that drives pyttsx3 and nothing else.

Run as ``python -m kiosk.speech.pyttsx_worker`` (or by the bundle's hidden argument). It speaks the protocol of
:mod:`kiosk.speech.worker_engine` on its standard input and on the channel that was its standard output when it started;
pyttsx3's own prints go to standard error. It ends when its input does.

Why a process: pyttsx3 is driven reliably only one utterance at a time, may hang, and espeak-ng cannot
be initialised twice in a process. A hung worker is killed and started again in under 200 ms.
"""

from __future__ import annotations

import queue
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.speech.espeak_spelling import Spelled, spell_text
from kiosk.speech.worker_serving import serve

WORDS_PER_MINUTE = 155
"""An unhurried narration; espeak-ng's own 175 is a newsreader's pace."""

_ENGLISH_VOICES = "gmw/en"
_WORD_GAP = 7  # espeakWORDGAP in espeak-ng's speak_lib.h; pyttsx3 has no property for it
_WORD_EVENT = 1  # espeakEVENT_WORD in espeak-ng's speak_lib.h
_LIST_END = 0  # espeakEVENT_LIST_TERMINATED


@dataclass(frozen=True, slots=True)
class Manner:
    """How fast a voice speaks, and how long it waits between words, in 10 ms at espeak-ng's own pace."""

    words_per_minute: int
    word_gap: int


USUAL = Manner(WORDS_PER_MINUTE, word_gap=0)
# Measured with the voices: pyttsx_engine.py. Twice the gap is no clearer (5.6 to 7.6 %), nor is it at 155 words (7.3 %).
CLEAR_ENGLISH = Manner(140, word_gap=1)


def find_manner(voice: str, *, clearly: bool) -> Manner:
    """Return the manner in which a voice is understood best; the usual one where nobody has measured."""
    return CLEAR_ENGLISH if clearly and voice.startswith(_ENGLISH_VOICES) else USUAL


class EspeakWords:
    """Notes when each word begins in the sound, which pyttsx3 is told by espeak-ng but does not pass on.

    Stands between espeak-ng and the driver's own callback, and says when that could not write the file: what is raised in
    espeak-ng's thread is lost, and nobody would ever be told that it is over.
    """

    def __init__(self, driver: Any, on_failure: Callable[[], None]) -> None:
        from pyttsx3.drivers import _espeak

        self._on_synth = driver._onSynth
        self._on_failure = on_failure
        self.words: list[tuple[int, int, int]] = []
        _espeak.SetSynthCallback(self._receive)

    def _receive(self, wav: Any, samples: int, events: Any) -> int:
        index = 0
        while (event := events[index]).type != _LIST_END:
            if event.type == _WORD_EVENT and event.length > 0:
                start = event.text_position - 1
                self.words.append((event.audio_position, start, start + event.length))
            index += 1
        try:
            return int(self._on_synth(wav, samples, events))
        except (OSError, RuntimeError):
            self._on_failure()
            return 1  # enough


class Speaker:
    """pyttsx3's espeak driver, driven one utterance at a time.

    Its queue and loop are left out: ``runAndWait`` puts an end-of-loop in front of the utterance, which
    asks espeak-ng to cancel whatever its own thread is still speaking (seen as finished twice, first
    completed, then not; the sound may be cut). The driver's two steps alone are reliable.
    """

    def __init__(self) -> None:
        import pyttsx3

        self._engine = pyttsx3.init("espeak")
        # The proxy counts itself busy until a first loop has run; until then it would only queue settings.
        self._engine.proxy.setBusy(False)
        self._driver = self._engine.proxy._driver
        self._finished: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._espeak = EspeakWords(self._driver, lambda: self._finished.put(False))
        self._engine.connect("finished-utterance", self._on_finished)

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one request."""
        if request["do"] == "voices":
            voices = self._engine.getProperty("voices")
            return {"ok": True, "voices": [[voice.id, voice.name, voice.languages] for voice in voices]}
        return self._speak(request)

    def _speak(self, request: dict[str, Any]) -> dict[str, Any]:
        self._engine.setProperty("voice", request["voice"])
        # An unknown voice is refused in silence, and the text would be spoken in the previous one.
        found = str(self._engine.getProperty("voice"))
        if found.lower() != str(request["voice"]).lower():
            return {"ok": False, "reason": "wrong-voice", "found": found}
        self._speak_in(find_manner(found, clearly=request.get("clearly") is True), float(request["rate"]))
        spelled = spell_text(str(request["text"]), request["phonemes"], found)
        completed = self._save(spelled, str(request["path"]))
        if not completed or not Path(request["path"]).is_file():
            return {"ok": False, "reason": "not-finished", "found": ""}
        words = [(at_ms, *spelled.find_plain(start, end)) for at_ms, start, end in self._espeak.words]
        return {"ok": True, "words": words}

    def _speak_in(self, manner: Manner, rate: float) -> None:
        from pyttsx3.drivers import _espeak

        self._engine.setProperty("rate", round(manner.words_per_minute * rate))
        _espeak.SetParameter(_WORD_GAP, manner.word_gap, 0)

    def _save(self, spelled: Spelled, path: str) -> bool:
        self._espeak.words = []
        self._driver.save_to_file(spelled.text, path)
        try:
            self._start(spelled)
            # No limit here: the app sets it, and kills this process when it is over.
            return self._finished.get()
        finally:
            # Left set, the driver would speak this text again, or write over this file, the next time.
            self._driver._save_file = None
            self._driver._text_to_say = None

    def _start(self, spelled: Spelled) -> None:
        if not spelled.has_spelling:
            self._driver._start_synthesis(spelled.text)
            return
        from pyttsx3.drivers import _espeak

        # The driver's own step, but for the flag by which espeak-ng heeds what stands in double brackets.
        self._driver._speaking, self._driver._data_buffer = True, b""
        _espeak.Synth(spelled.text.encode(), flags=_espeak.ENDPAUSE | _espeak.CHARS_UTF8 | _espeak.PHONEMES)

    def _on_finished(self, name: str | None, completed: bool) -> None:  # noqa: ARG002  pyttsx3 passes both by name
        # Called in espeak-ng's own thread, after the file has been written.
        self._finished.put(completed)


class NoEngine:
    """Answers when there is no speech engine on this machine."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return no voices, or that nothing can be spoken."""
        if request["do"] == "voices":
            return {"ok": True, "voices": []}
        return {"ok": False, "reason": "no-engine", "found": self._reason}


def main() -> int:
    """Serve requests until the input ends; never returns before."""
    serve(lambda: _make_speaker().answer)


def _make_speaker() -> Speaker | NoEngine:
    try:
        return Speaker()
    # What pyttsx3 raises where espeak-ng is missing or damaged differs by driver and version.
    except (ImportError, OSError, RuntimeError, ValueError, KeyError, AttributeError) as error:
        return NoEngine(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
