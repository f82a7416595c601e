"""The worker that renders speech with Kokoro-82M, in the voice's own environment.

Run as ``python -m kiosk.speech.kokoro_worker VOICES`` by the Python of that environment; VOICES is the folder of the
speakers' files. It speaks the protocol of :mod:`kiosk.speech.worker_engine` and ends when its input does. Of this
package it imports what needs nothing but the standard library, so that the environment need not have the app's own.
"""

from __future__ import annotations

import os
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.speech import espeak_phonemes
from kiosk.speech.kokoro_score import Breath, score
from kiosk.speech.kokoro_voices import find_language, sort_voices, title_voice
from kiosk.speech.worker_serving import Answer, serve

if TYPE_CHECKING:
    from kiosk.speech.kokoro_voice import KokoroVoices, Samples

# A phoneme is heard before its first frame is over: measured on 125 words that follow a silence.
ONSET_LEAD_MS = 50


class Narrator:
    """Answers requests; the weights are loaded with the first text."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._voices: KokoroVoices | None = None

    def answer(self, request: Answer) -> Answer:
        """Return the answer to one request."""
        try:
            return self._list_voices() if request["do"] == "voices" else self._speak(request)
        except (ImportError, OSError, ValueError, KeyError, espeak_phonemes.NoPhonemesError) as error:
            return {"ok": False, "reason": "not-rendered", "found": f"{type(error).__name__}: {error}"[:500]}

    def _list_voices(self) -> Answer:
        names = sort_voices(path.stem for path in self._folder.glob("*.bin"))
        if not espeak_phonemes.is_there():
            names = []
        tags = {name: language.tag for name in names if (language := find_language(name))}
        return {"ok": True, "voices": [[name, title_voice(name), [tag]] for name, tag in tags.items()]}

    def _speak(self, request: Answer) -> Answer:
        import numpy as np

        from kiosk.speech.kokoro_voice import SAMPLE_RATE_HZ, is_known

        name = str(request["voice"])
        language = find_language(name)
        if language is None or not (self._folder / f"{name}.bin").is_file():
            return {"ok": False, "reason": "wrong-voice", "found": ""}
        spans = [(int(start), int(end), str(ipa)) for start, end, ipa in request["phonemes"]]
        sounds: list[Samples] = []
        words: list[tuple[int, int, int]] = []
        samples = 0
        for breath in score(str(request["text"]), spans, language.espeak, is_known):
            made, placed = self._say(breath, name, language.speed * float(request["rate"]))
            offset_ms = samples * 1000 / SAMPLE_RATE_HZ
            words += [(max(0, round(offset_ms + at_ms)), start, end) for at_ms, start, end in placed]
            made = np.pad(made, (0, SAMPLE_RATE_HZ * breath.pause_ms // 1000))
            sounds.append(made)
            samples += len(made)
        _write_wav(Path(request["path"]), sounds)
        return {"ok": True, "words": words}

    def _say(self, breath: Breath, voice: str, speed: float) -> tuple[Samples, list[tuple[float, int, int]]]:
        from kiosk.speech.kokoro_voice import KokoroVoices

        if self._voices is None:
            self._voices = KokoroVoices(self._folder, threads=max(1, (os.cpu_count() or 1) // 2))
        utterance = self._voices.speak(voice, breath.phonemes, speed)
        placed = [
            (utterance.starts_ms[at] - ONSET_LEAD_MS, word.start, word.end)
            for word, at in zip(breath.words, breath.places, strict=True)
            if word.start < word.end and at < len(utterance.starts_ms)
        ]
        return utterance.samples, placed


def main() -> int:
    """Serve requests until the input ends; never returns before."""
    serve(lambda: Narrator(Path(sys.argv[1])).answer)


def _write_wav(path: Path, sounds: list[Samples]) -> None:
    import numpy as np

    from kiosk.speech.kokoro_voice import SAMPLE_RATE_HZ

    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        for sound in sounds:
            file.writeframes(np.rint(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    sys.exit(main())
