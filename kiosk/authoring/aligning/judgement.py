"""Whether a recording tells its text at all, and which sentences are not sure to be where they were found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kiosk.authoring.aligning.aligner import Alignment
from kiosk.authoring.aligning.chain import count_frames
from kiosk.authoring.aligning.reference import SpokenSentence
from kiosk.authoring.aligning.spectra import Spectra
from kiosk.model.errors import KioskError

# Against the pace of the reference, about 155 words a minute.
SLOWEST, QUICKEST = 6.0, 0.4
# People who tell it quickly need more than this; a recording that was cut off often has less.
_SHORT = 0.75
# Logarithms of power: a voice whose highest peak is 50 dB below full scale; and by how much a voice comes and goes at
# least (5 dB above noise 0.9), where noise does not (0.4).
_SILENT = -6.5
_STEADY = 0.6
# Measured: a voice 12 dB too loud as WAV, 18 dB as Opus. Such a one is mostly timed all the same, some are not.
_CLIPPED = 0.03
# Measured on sentences put in the place of others: 0.20 to 0.50 and mostly above 0.26; told as written, 0.26 at most.
STRANGE = 0.23
_FAR_FROM_USUAL = 1.6
# Measured: texts that belong to their recording 0.008 and more, in noise and in a hall; others 0.008 and less.
LEAST_FIT = 0.007


def refuse_unspeakable(name: str, spectra: Spectra, sentences: Sequence[SpokenSentence]) -> None:
    """Refuse a recording that cannot be timed, whatever it tells.

    Raises:
        KioskError: ``authoring.recording-unfit``: silence; ``authoring.recording-differs``: a text without words, or one
            that takes far longer or far less time to tell.
    """
    power = np.logaddexp.reduce(spectra.bands, axis=1)
    quiet, loud = np.percentile(power, (5, 95))
    if not (loud >= _SILENT and loud - quiet >= _STEADY):
        raise _not_timed(name, "a voice", "silence or noise", "record it again", "authoring.recording-unfit")
    if not sentences:
        raise _differs(name, "a text with words in it", "none that can be said")
    pace = len(spectra) / count_frames(sentences)
    if not QUICKEST <= pace <= SLOWEST:
        seconds, usual = len(spectra) / 100, count_frames(sentences) / 100
        raise _differs(name, f"about {usual:.0f} s, as its text takes to tell", f"{seconds:.0f} s")


def refuse_clipped(name: str, clipped: float) -> None:
    """Refuse a recording in which the words are not found, and that was recorded far too loud: that comes first.

    Args:
        name: Its file's name.
        clipped: Which share of its samples is cut off at full scale.

    Raises:
        KioskError: ``authoring.recording-unfit``.
    """
    if clipped >= _CLIPPED:
        found = f"one recorded far too loud: {clipped:.0%} of it is cut off (clipping), and its words are not found"
        remedy = (
            "record it again, less loud, and hear whether it tells this text; making it quieter does not help"
        )
        raise _not_timed(name, "a voice", found, remedy, "authoring.recording-unfit")


def refuse_unlike(
    name: str, alignment: Alignment, spectra: Spectra, sentences: Sequence[SpokenSentence]
) -> None:
    """Refuse a recording that tells something else than its text; how short it is may say why.

    Raises:
        KioskError: ``authoring.recording-differs``.
    """
    if alignment.fit < LEAST_FIT:
        seconds, usual = len(spectra) / 100, count_frames(sentences) / 100
        short = f", and only {seconds:.0f} s for a text of about {usual:.0f} s"
        found = f"other words, or another language{short if seconds < _SHORT * usual else ''}"
        raise _differs(name, "the words of its text", found)


def find_doubtful(alignment: Alignment) -> tuple[int, ...]:
    """Return the numbers, from 1, of the sentences that are perhaps not told as they are written."""
    usual = float(np.median(alignment.strangeness))
    return tuple(
        number
        for number, strange in enumerate(alignment.strangeness, 1)
        if strange > max(STRANGE, usual * _FAR_FROM_USUAL)
    )


def _differs(name: str, expected: str, found: str) -> KioskError:
    remedy = "hear whether it tells this text, in this language, word by word; mend the text or the recording"
    return _not_timed(name, expected, found, remedy, "authoring.recording-differs")


def _not_timed(name: str, expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError(
        "The recording was not timed",
        thing=name,
        expected=expected,
        found=found,
        remedy=remedy,
        code=code,
    )
