"""Render the recorded narration of a pack: ``narrate.py PACK --voices DIR``.

For each stop, depth and language asked for it writes ``recordings/<stop>.<depth>.<language>.opus`` and
``.vtt``. What is there already and still has the words of its text is left as it is, so that it can be
stopped and run again at any time.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from kokoro_voice import MAX_PHONEMES, SAMPLE_RATE_HZ, KokoroVoice, known
from sound import write_opus
from spoken import SpokenWord, speak_words, split_sentences
from timings import TimedSentence, TimedWord, format_vtt, parse_words

# The best voice of each language by ear and by the model card, and a pace for people who stand and look.
VOICES = {"en": ("af_heart", 0.95), "hi": ("hf_alpha", 0.9)}
DEPTHS = ("glance", "story", "children", "deep")
LEAD_MS = 150
PARAGRAPH_PAUSE_MS = 450
# A phoneme is heard before its first frame is over: measured on 125 words that follow a silence.
ONSET_LEAD_MS = 50
NOTE = "Word timings are the voice's own phoneme durations (frames of 25 ms)."


@dataclass(slots=True)
class Line:
    """A sentence on its way to the voice."""

    words: list[SpokenWord]
    closes_paragraph: bool


def main() -> None:
    """Render what is missing and print one line for each recording."""
    arguments = _parse_arguments()
    recordings = arguments.pack / "recordings"
    recordings.mkdir(exist_ok=True)
    for language in arguments.languages:
        name, speed = VOICES[language]
        voice = KokoroVoice(arguments.voices, name, arguments.threads)
        for stop, depth, text in _texts(arguments.pack, language, arguments.depths, arguments.stops):
            target = recordings / f"{stop}.{depth}.{language}.opus"
            if _is_current(target, text):
                continue
            samples, sentences = _narrate(voice, speed, text, language)
            loudness = write_opus(samples, SAMPLE_RATE_HZ, target)
            target.with_suffix(".vtt").write_text(format_vtt(sentences, NOTE), encoding="utf-8")
            print(
                f"{target.name}: {len(samples) / SAMPLE_RATE_HZ:.1f} s, {loudness.integrated_lufs} LUFS, "
                f"{loudness.true_peak_dbtp} dBTP, {target.stat().st_size // 1024} KiB",
                flush=True,
            )


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Render the recorded narration of a pack.")
    parser.add_argument("pack", type=Path, help="the pack's source folder")
    parser.add_argument("--voices", type=Path, required=True, help="the folder voices of kokoro-js")
    parser.add_argument("--languages", nargs="+", choices=VOICES, default=list(VOICES))
    parser.add_argument("--depths", nargs="+", choices=DEPTHS, default=["glance", "story"])
    parser.add_argument("--stops", nargs="+", default=None, help="folder names (default: all)")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def _texts(
    pack: Path, language: str, depths: list[str], stops: list[str] | None
) -> Iterator[tuple[str, str, str]]:
    for file in sorted(pack.glob(f"stops/*/{language}.toml")):
        stop = file.parent.name
        with file.open("rb") as opened:
            texts = tomllib.load(opened)
        for depth in depths:
            if depth in texts and (stops is None or stop in stops):
                yield stop, depth, texts[depth]


def _is_current(target: Path, text: str) -> bool:
    timings = target.with_suffix(".vtt")
    if not (target.exists() and timings.exists()):
        return False
    return [word.written for word in parse_words(timings.read_text(encoding="utf-8"))] == text.split()


def _narrate(
    voice: KokoroVoice, speed: float, text: str, language: str
) -> tuple[np.ndarray, list[TimedSentence]]:
    sounds = [_silence(LEAD_MS)]
    sentences: list[TimedSentence] = []
    for lines in _breaths(text, language):
        offset_ms = sum(len(sound) for sound in sounds) * 1000 / SAMPLE_RATE_HZ
        phonemes, places = _score(lines)
        utterance = voice.speak(phonemes, speed)
        sentences += _place(
            lines, places, [offset_ms - ONSET_LEAD_MS + start for start in utterance.starts_ms]
        )
        sounds.append(utterance.samples)
        if lines[-1].closes_paragraph:
            sounds.append(_silence(PARAGRAPH_PAUSE_MS))
    return np.concatenate(sounds), sentences


def _breaths(text: str, language: str) -> Iterator[list[Line]]:
    """Give the voice several sentences at once, for the melody, but never two paragraphs."""
    for paragraph in text.split("\n\n"):
        lines = [Line(speak_words(sentence, language), False) for sentence in split_sentences(paragraph)]
        lines[-1].closes_paragraph = True
        breath: list[Line] = []
        for line in lines:
            if breath and len(_score([*breath, line])[0]) > MAX_PHONEMES:
                yield breath
                breath = []
            breath.append(line)
        yield breath


def _score(lines: list[Line]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return the phonemes of ``lines`` and where each word begins and ends in them."""
    phonemes = ""
    places: list[list[tuple[int, int]]] = []
    for line in lines:
        places.append([])
        for word in line.words:
            phonemes += " " if phonemes else ""
            start = len(phonemes)
            phonemes += known(word.before + word.phonemes)
            places[-1].append((start, len(phonemes)))
            phonemes += known(word.after)
    return phonemes, places


def _place(
    lines: list[Line], places: list[list[tuple[int, int]]], starts_ms: list[float]
) -> list[TimedSentence]:
    return [
        TimedSentence(
            tuple(
                TimedWord(word.written, round(starts_ms[start]))
                for word, (start, _) in zip(line.words, spans, strict=True)
            ),
            round(starts_ms[spans[-1][1]]),
        )
        for line, spans in zip(lines, places, strict=True)
    ]


def _silence(length_ms: int) -> np.ndarray:
    return np.zeros(SAMPLE_RATE_HZ * length_ms // 1000, np.float32)


if __name__ == "__main__":
    main()
