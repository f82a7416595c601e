"""The remark in a timings file that says what it was made of and how sure the program was of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Measured: recordings of their text are above, with the poorest sound too; a part of those below tells something else.
SURE_FIT = 0.012

_FIELD = re.compile(r"\b(sound|text|fit)=(\S{1,64})")
_DOUBT = re.compile(r"^NOTE doubtful: (\d{1,5}(?: \d{1,5}){0,999})$", re.MULTILINE)
_LINE = re.compile(r"^NOTE timed by kiosk pack align; (.{1,400})$", re.MULTILINE)
# Remarks stand before the captions; what follows is not looked at.
_HEAD_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class TimingNote:
    """What timings were made of.

    Attributes:
        sound: The hash of the sound file.
        text: The hash of the text.
        fit: How well both go together, as :class:`~kiosk.authoring.aligning.aligner.Alignment` has it.
        doubtful: The numbers, from 1, of the sentences whose times are not sure.
    """

    sound: str
    text: str
    fit: float
    doubtful: tuple[int, ...] = ()

    @property
    def is_doubtful_throughout(self) -> bool:
        """Whether the recording perhaps tells something else altogether."""
        return self.fit < SURE_FIT

    @property
    def is_sure(self) -> bool:
        """Whether nobody need listen to it to be sure."""
        return not self.is_doubtful_throughout and not self.doubtful


def format_note(note: TimingNote) -> Iterator[str]:
    """Yield the lines of a note, each a remark of its own."""
    yield f"timed by kiosk pack align; sound={note.sound} text={note.text} fit={note.fit:.3f}"
    if note.doubtful:
        yield f"doubtful: {' '.join(map(str, note.doubtful))}"


def find_note(timings: str) -> TimingNote | None:
    """Return the note in a WebVTT file, None where the program did not make it."""
    head = timings[:_HEAD_LENGTH].partition("-->")[0]
    line = _LINE.search(head)
    if line is None:
        return None
    fields = dict(_FIELD.findall(line[1]))
    doubt = _DOUBT.search(head)
    try:
        return TimingNote(
            fields["sound"],
            fields["text"],
            float(fields["fit"]),
            tuple(map(int, doubt[1].split())) if doubt else (),
        )
    except (KeyError, ValueError):  # somebody wrote over it: it is no longer the program's
        return None
