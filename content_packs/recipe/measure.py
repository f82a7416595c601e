"""Measure the recordings of a pack: ``measure.py PACK [--align]`` prints one line a language.

Loudness after decoding; whether the words of the timings are those of the text; how far a word's time is
from the first sound after a silence; and, with ``--align`` (English only), from a second opinion:
pocketsphinx aligning the same words, itself 52-79 ms off in the median.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import soundfile
from sound import measure
from spoken import speak_words
from timings import parse_words

SILENCE_DBFS = -42.0
SILENCE_FRAMES = 30
FRAME_MS = 5
_ARPABET = {
    "A": "EY", "I": "AY", "O": "OW", "W": "AW", "Y": "OY", "Q": "OW", "i": "IY", "ɪ": "IH", "ᵻ": "IH", "u": "UW",
    "ʊ": "UH", "ɛ": "EH", "e": "EH", "æ": "AE", "ɑ": "AA", "ɔ": "AO", "ʌ": "AH", "ə": "AH", "ᵊ": "AH", "ɜ": "ER",
    "b": "B", "d": "D", "f": "F", "h": "HH", "j": "Y", "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "s": "S",
    "t": "T", "T": "T", "v": "V", "w": "W", "z": "Z", "ɡ": "G", "ŋ": "NG", "ɹ": "R", "ʃ": "SH", "ʒ": "ZH",
    "ʤ": "JH", "ʧ": "CH", "θ": "TH", "ð": "DH",
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What was measured in one language."""

    files: int = 0
    length_s: float = 0.0
    wrong_words: list[str] = field(default_factory=list)
    lufs: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    onset_errors_ms: list[float] = field(default_factory=list)
    aligned_errors_ms: list[float] = field(default_factory=list)

    def format(self) -> str:
        """Return the figures as one line."""
        parts = [
            f"{self.files} recordings, {self.length_s / 60:.1f} min",
            f"loudness {min(self.lufs)} to {max(self.lufs)} LUFS, true peak at most {max(self.peaks)} dBTP",
            f"words differ in {len(self.wrong_words)} files {self.wrong_words or ''}".strip(),
            f"first words after a silence: {_spread(self.onset_errors_ms)}",
        ]
        if self.aligned_errors_ms:
            parts.append(f"against pocketsphinx, all words: {_spread(self.aligned_errors_ms)}")
        return "; ".join(parts)


def main() -> None:
    """Measure every recording of the pack."""
    parser = argparse.ArgumentParser(description="Measure the recordings of a pack.")
    parser.add_argument("pack", type=Path)
    parser.add_argument("--align", action="store_true", help="compare English with pocketsphinx too")
    arguments = parser.parse_args()
    tallies: dict[str, Tally] = {}
    for path in sorted((arguments.pack / "recordings").glob("*.opus")):
        stop, depth, language, _ = path.name.split(".")
        tally = tallies.setdefault(language, Tally())
        text = tomllib.loads((arguments.pack / f"stops/{stop}/{language}.toml").read_text(encoding="utf-8"))[
            depth
        ]
        _measure_one(path, text, language, tally, align=arguments.align)
    for language, tally in sorted(tallies.items()):
        print(f"{language}: {tally.format()}")


def _measure_one(path: Path, text: str, language: str, tally: Tally, *, align: bool) -> None:
    samples, rate_hz = soundfile.read(path)
    words = parse_words(path.with_suffix(".vtt").read_text(encoding="utf-8"))
    starts_ms = [word.start_ms for word in words]
    tally.files += 1
    tally.length_s += len(samples) / rate_hz
    if [word.written for word in words] != text.split():
        tally.wrong_words.append(path.name)
    loudness = measure(path)
    tally.lufs.append(loudness.integrated_lufs)
    tally.peaks.append(loudness.true_peak_dbtp)
    tally.onset_errors_ms += [
        min((start - onset for start in starts_ms), key=abs) for onset in _onsets_ms(samples, rate_hz)
    ]
    if align and language == "en":
        heard = _align(samples, rate_hz, text)
        tally.aligned_errors_ms += [a - b for a, b in zip(starts_ms, heard, strict=True) if b is not None]


def _onsets_ms(samples: np.ndarray, rate_hz: int) -> Iterator[int]:
    """Times at which sound begins after at least 150 ms of silence."""
    hop = rate_hz * FRAME_MS // 1000
    power = np.convolve(samples**2, np.ones(2 * hop) / (2 * hop), "same")[::hop]
    loud = 10 * np.log10(power + 1e-12) > SILENCE_DBFS
    for frame in range(SILENCE_FRAMES, len(loud)):
        if loud[frame] and not loud[frame - SILENCE_FRAMES : frame].any():
            yield frame * FRAME_MS


def _align(samples: np.ndarray, rate_hz: int, text: str) -> list[float | None]:
    """Return when pocketsphinx hears each word begin, in ms; None for all where it loses its way."""
    import pocketsphinx
    from scipy.signal import resample_poly

    decoder = pocketsphinx.Decoder(lm=None, loglevel="FATAL")
    names = []
    for at, word in enumerate(speak_words(text, "en")):
        names.append(f"word{at}")
        phones = " ".join(_ARPABET[sound] for sound in word.phonemes if sound in _ARPABET)
        decoder.add_word(names[-1], phones, update=False)
    decoder.set_align_text(" ".join(names))
    sound = (np.clip(resample_poly(samples, 16_000, rate_hz), -1, 1) * 32767).astype(np.int16)
    decoder.start_utt()
    decoder.process_raw(sound.tobytes(), full_utt=True)
    decoder.end_utt()
    found = {segment.word: segment.start_frame * 10.0 for segment in decoder.seg() or []}
    return [found.get(name) for name in names]


def _spread(errors_ms: list[float]) -> str:
    sizes = np.abs(errors_ms)
    return f"{len(errors_ms)} words, median error {np.median(sizes):.0f} ms, 90 % within {np.percentile(sizes, 90):.0f} ms"


if __name__ == "__main__":
    main()
