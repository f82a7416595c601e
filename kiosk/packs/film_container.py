"""What a film file's container says of it, whatever the container is."""

from __future__ import annotations

from dataclasses import dataclass

MAX_HEAD_BYTES = 32_000_000
"""The index of an hour of film is a tenth of this."""

MAX_PIECES = 200_000


class FilmError(ValueError):
    """A film cannot be used; the message says why in an author's words."""


@dataclass(frozen=True, slots=True)
class Container:
    """What is told of the first picture track. ``duration_ms`` is 0 where the container does not say."""

    duration_ms: int
    codec: str
    width_px: int
    height_px: int


def make_cut_short() -> FilmError:
    """Return the error for a file that promises more than it holds."""
    return FilmError("its end is missing")


def make_no_pictures() -> FilmError:
    """Return the error for a file without moving pictures."""
    return FilmError("there are no moving pictures in it")
