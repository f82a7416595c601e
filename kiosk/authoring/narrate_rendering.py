"""A whole text as sound: paragraph by paragraph, with a breath before it and pauses between, and when each word is said."""

from __future__ import annotations

import io
import re
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.authoring.cue_writing import format_cue_file, format_stamp
from kiosk.authoring.narrate_voices import ChosenVoice
from kiosk.model.pronunciation import Pronunciation
from kiosk.model.spoken_word import Word
from kiosk.packs.narrated_notes import hash_words
from kiosk.speech.engine import SpeechClip
from kiosk.speech.sentences import split_sentences
from kiosk.speech.speakable import make_speakable

LEAD_MS = 150
PARAGRAPH_PAUSE_MS = 450
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_WRITTEN_WORD = re.compile(r"\S+")

Samples = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text's sound, mono, and its captions as WebVTT."""

    samples: Samples
    rate_hz: int
    cues: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some of a text as sound: the characters from ``start`` to ``end``, said from ``start_ms`` on."""

    start: int
    end: int
    start_ms: int
    clip: SpeechClip


def hash_said(text: str, language: str, pronunciations: Sequence[Pronunciation]) -> str:
    """Return the hash of what a voice is given for a text."""
    pieces = make_speakable(text, language, pronunciations).pieces
    return hash_words(part for piece in pieces for part in (piece.said, piece.phonemes))


def render(
    text: str, language: str, chosen: ChosenVoice, pronunciations: Sequence[Pronunciation], note: str
) -> Rendering:
    """Render a text.

    Args:
        text: What is told; paragraphs are apart by a blank line.
        language: BCP 47 tag.
        chosen: Who tells it.
        pronunciations: The pack's lexicon in this language.
        note: A remark for who reads the captions' file.

    Raises:
        KioskError: As :meth:`kiosk.speech.engine.SpeechEngine.synthesise` does.
    """
    narrator = _Narrator(text, language, chosen, pronunciations)
    stretches = narrator.say()
    words = [word for stretch in stretches for word in _place_words(stretch, text)]
    cues = format_cue_file(text, words, [note]) if words else _format_sentences(stretches, text, note)
    return Rendering(np.concatenate(narrator.sounds), narrator.rate_hz, cues)


class _Narrator:
    """Says one text, and keeps what was said in ``sounds``."""

    def __init__(
        self, text: str, language: str, chosen: ChosenVoice, pronunciations: Sequence[Pronunciation]
    ) -> None:
        self._text = text
        self._language = language
        self._chosen = chosen
        self._pronunciations = pronunciations
        self.sounds: list[Samples] = []
        self.rate_hz = 0

    def say(self) -> list[_Stretch]:
        stretches: list[_Stretch] = []
        for start, end in _split_paragraphs(self._text):
            clips = list(self._say_paragraph(start, end))
            self._pause(clips[0][0], PARAGRAPH_PAUSE_MS if stretches else LEAD_MS)
            for clip, first, last in clips:
                stretches.append(_Stretch(first, last, self._length_ms, clip))
                self._add(clip)
        return stretches

    @property
    def _length_ms(self) -> int:
        return round(sum(map(len, self.sounds)) * 1000 / self.rate_hz) if self.sounds else 0

    def _say_paragraph(self, start: int, end: int) -> Iterator[tuple[SpeechClip, int, int]]:
        clip = self._say(start, end)
        sentences = split_sentences(self._text[start:end])
        if clip.words or len(sentences) < 2:
            yield clip, start, end
            return
        # A voice that does not tell when it says what says each sentence by itself: so much is known of its times.
        for first, last in sentences:
            yield self._say(start + first, start + last), start + first, start + last

    def _say(self, start: int, end: int) -> SpeechClip:
        what = make_speakable(self._text[start:end], self._language, self._pronunciations)
        return self._chosen.engine.synthesise(what, self._chosen.voice)

    def _pause(self, before: SpeechClip, length_ms: int) -> None:
        rate_hz = _open(before.wav).getframerate()
        self.sounds.append(np.zeros(rate_hz * length_ms // 1000, np.int16))
        self.rate_hz = self.rate_hz or rate_hz

    def _add(self, clip: SpeechClip) -> None:
        with _open(clip.wav) as file:
            raw = np.frombuffer(file.readframes(file.getnframes()), "<i2")
            self.sounds.append(raw.reshape(-1, file.getnchannels())[:, 0].astype(np.int16))


def _open(wav: bytes) -> wave.Wave_read:
    return wave.Wave_read(io.BytesIO(wav))


def _split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begins = [0, *(gap.end() for gap in _BLANK_LINE.finditer(text))]
    ends = [*(gap.start() for gap in _BLANK_LINE.finditer(text)), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        inside = text[begin:end]
        if inside.strip():
            yield end - len(inside.lstrip()), begin + len(inside.rstrip())


def _place_words(stretch: _Stretch, text: str) -> Iterator[Word]:
    """Yield the words of a clip at their times and places in the whole text.

    What a voice said as one although it is written as several words ("Qutb Minar") shares its time by their letters.
    """
    for word in stretch.clip.words:
        written = list(_WRITTEN_WORD.finditer(text, stretch.start + word.start, stretch.start + word.end))
        letters = sum(len(one.group()) for one in written) or 1
        share_ms = (word.end_ms - word.start_ms) / letters
        at_ms = float(stretch.start_ms + word.start_ms)
        for one in written:
            end_ms = at_ms + share_ms * len(one.group())
            yield Word(round(at_ms), round(end_ms), *one.span())
            at_ms = end_ms


def _format_sentences(stretches: Sequence[_Stretch], text: str, note: str) -> str:
    """Return captions of whole sentences, for a voice that does not tell when it says a word."""
    blocks = ["WEBVTT", f"NOTE {note}"]
    for one in stretches:
        words = " ".join(text[one.start : one.end].split())
        plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        end_ms = one.start_ms + max(1, one.clip.duration_ms)
        blocks.append(f"{format_stamp(one.start_ms)} --> {format_stamp(end_ms)}\n{plain}")
    return "\n\n".join(blocks) + "\n"
