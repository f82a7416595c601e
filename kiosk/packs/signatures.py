"""What a build asks of whoever makes the signatures of its pictures (``kiosk.recognition.maker``, a floor above)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.packs.finished_media import finish_picture
from kiosk.packs.pictures import Picture


@dataclass(frozen=True, slots=True)
class Look:
    """What a camera knows one picture by: the words it is short-listed by, and its signature."""

    words: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Joined:
    """What is kept of all pictures of a pack; those too poor to be recognised are not among them."""

    vocabulary: bytes
    looks: Mapping[Path, Look]


class LookAt(Protocol):
    """Makes one picture's signature. A function of a module, since other processes run it."""

    def __call__(self, data: bytes, cache_folder: Path | None = None) -> bytes:
        """Return the signature of an encoded picture; b"" for one too poor to be recognised."""
        ...


@dataclass(frozen=True, slots=True)
class SignatureMaker:
    """How signatures are made, picture by picture, and then joined for the pack.

    ``join`` is given the signature of each picture, and the pictures of each stop in their order.
    """

    look_at: LookAt
    join: Callable[[Mapping[Path, bytes], Sequence[Sequence[Path]]], Joined]


@dataclass(frozen=True, slots=True)
class Finished:
    """A picture, its thumbnail and its signature; b"" where none was asked for or none can be made."""

    large: Picture
    small: Picture
    signature: bytes


def finish_and_look(path: Path, *, look_at: LookAt | None, cache_folder: Path | None = None) -> Finished:
    """Return a picture as it goes into the pack, and what a camera knows it by.

    Raises:
        PictureError: It is no picture that can be used.
    """
    large, small = finish_picture(path, cache_folder)
    return Finished(large, small, look_at(large.data, cache_folder) if look_at is not None else b"")
