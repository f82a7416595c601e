"""The worker that speaks with Piper, in Piper's own environment.

Run as ``python -m kiosk.speech.piper_worker VOICES`` by the Python of that environment; VOICES is the folder of its voices
(``en_US-joe-medium.onnx`` with ``en_US-joe-medium.onnx.json`` beside it, in any sub-folder). It speaks the protocol of
:mod:`kiosk.speech.worker_engine`. Piper is under the GPL: it is never loaded into the app's own process.
"""

from __future__ import annotations

import re
import sys
import threading
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.speech.piper_words import Heard, SpokenWord, clean_ipa, keep_sounds, place_words, split_words
from kiosk.speech.worker_serving import Answer, serve

if TYPE_CHECKING:
    from piper import AudioChunk, PiperVoice

MAX_VOICES = 200
# The first takes 370 MB of the worker, measured with the voice joe; each other some 150 MB.
MOST_LOADED = 2
PAUSE_MS = 250

_NAME = re.compile(r"(?P<language>[a-z]{2,3})(?:_(?P<region>[A-Z]{2}))?-(?P<speaker>.+)")


class Voices:
    """Answers requests; a voice is loaded when it is first needed, or ahead where there are only a few."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, PiperVoice] = {}
        self._one_at_a_time = threading.Lock()

    def answer(self, request: Answer) -> Answer:
        """Return the answer to one request."""
        try:
            return self._list() if request["do"] == "voices" else self._speak(request)
        except (ImportError, OSError, ValueError, KeyError, RuntimeError) as error:
            return {"ok": False, "reason": "not-spoken", "found": f"{type(error).__name__}: {error}"[:500]}

    def _list(self) -> Answer:
        files = self._find_files()
        if files:
            import piper  # noqa: F401  an environment without it has no voices

            if len(files) <= MOST_LOADED:
                threading.Thread(target=self._load_ahead, args=(list(files),), daemon=True).start()
        named = [(name, found) for name in files if (found := _NAME.fullmatch(name)) is not None]
        return {"ok": True, "voices": [[name, found["speaker"], [_tag(found)]] for name, found in named]}

    def _find_files(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for path in self._folder.glob("**/*.onnx"):
            if path.with_name(f"{path.name}.json").is_file() and len(found) < MAX_VOICES:
                found.setdefault(path.stem, path)
        return dict(sorted(found.items()))

    def _load_ahead(self, names: list[str]) -> None:
        for name in names:
            self._load(name)

    def _load(self, name: str) -> PiperVoice | None:
        from piper import PiperVoice

        with self._one_at_a_time:
            path = self._find_files().get(name)
            if path is None:
                self._loaded.pop(name, None)
                return None
            if name not in self._loaded:
                while len(self._loaded) >= MOST_LOADED:
                    self._loaded.pop(next(iter(self._loaded)))
                # Without the package onnx the voice does not tell its words' times, and that is all.
                self._loaded[name] = PiperVoice.load(path, include_alignments=True)
            return self._loaded[name]

    def _speak(self, request: Answer) -> Answer:
        from piper import SynthesisConfig

        voice = self._load(str(request["voice"]))
        if voice is None:
            return {"ok": False, "reason": "wrong-voice", "found": ""}
        spans = [(int(start), int(end), str(ipa)) for start, end, ipa in request["phonemes"]]
        text = str(request["text"])
        words = split_words(text, _keep_known(spans, voice))
        manner = SynthesisConfig(length_scale=voice.config.length_scale / float(request["rate"]))
        chunks = list(voice.synthesize("".join(_spell(text, words)), manner, include_alignments=True))
        _write_wav(Path(request["path"]), voice.config.sample_rate, chunks)
        alone = [_list_sounds(voice, word.ipa or text[word.start : word.end], word.ipa) for word in words]
        heard = list(_list_heard(chunks, voice.config.sample_rate))
        return {"ok": True, "words": place_words(words, alone, heard)}


def _tag(found: re.Match[str]) -> str:
    return f"{found['language']}-{found['region']}" if found["region"] else found["language"]


def _keep_known(spans: list[tuple[int, int, str]], voice: PiperVoice) -> list[tuple[int, int, str]]:
    """Leave out the spellings with a sign that the voice has not learnt: the plain words are said for them."""
    known = set(voice.config.phoneme_id_map)
    cleaned = [(start, end, clean_ipa(ipa)) for start, end, ipa in spans]
    return [one for one in cleaned if voice.config.phoneme_type == "espeak" and set(one[2]) <= known]


def _spell(text: str, words: list[SpokenWord]) -> Iterator[str]:
    at = 0
    for word in words:
        if word.ipa:
            yield _take_literally(text[at : word.start])
            yield f"[[{word.ipa}]]"
            at = word.end
    yield _take_literally(text[at:])


def _take_literally(text: str) -> str:
    # Piper takes what stands in double brackets for sounds.
    return text.replace("[[", "[ ").replace("]]", "] ")


def _list_sounds(voice: PiperVoice, text: str, ipa: str) -> str:
    """Return the sounds of a word alone."""
    if ipa:
        return keep_sounds(ipa)
    return keep_sounds("".join(sound for part in voice.phonemize(_take_literally(text)) for sound in part))


def _list_heard(chunks: list[AudioChunk], rate_hz: int) -> Iterator[Heard]:
    samples = 0
    for chunk in chunks:
        at = samples
        for sound in chunk.phoneme_alignments or ():
            if keep_sounds(sound.phoneme):
                yield Heard(sound.phoneme, round(at * 1000 / rate_hz))
            at += int(sound.num_samples)
        samples += len(chunk.audio_int16_array) + _count_pause(rate_hz)


def _write_wav(path: Path, rate_hz: int, chunks: list[AudioChunk]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        for chunk in chunks:
            file.writeframes(chunk.audio_int16_bytes + bytes(2 * _count_pause(rate_hz)))


def _count_pause(rate_hz: int) -> int:
    return rate_hz * PAUSE_MS // 1000


def main() -> int:
    """Serve requests until the input ends; never returns before."""
    serve(lambda: Voices(Path(sys.argv[1])).answer)


if __name__ == "__main__":
    sys.exit(main())
