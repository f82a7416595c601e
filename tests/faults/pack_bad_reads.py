"""A stick that fails while it is read: pulled out, slow, cut short, lying. At any of an install's reads."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest

from kiosk.packs import install as install_module
from kiosk.packs.tree import FolderTree
from tests.faults.pack_world import NEW, OLD, World, check_recovery, check_refusal, install, look, small_scale

# What a drive does from a certain read on; the last two are no fault, only a nuisance.
FATAL = ("input/output error", "pulled out", "cut short", "wrong byte")
HARMLESS = ("a byte or two at a time", "slow")
_TRICKLE_BYTES = 997


@dataclass
class Trouble:
    """``kind`` befalls the read number ``at``, counted from 1, and those after it; ``reads`` counts them all."""

    kind: str = ""
    at: int = 0
    reads: int = field(default=0)

    @property
    def now(self) -> str:
        return self.kind if self.reads >= self.at else ""


class BadStream:
    """A file on a bad drive."""

    def __init__(self, stream: IO[bytes], trouble: Trouble) -> None:
        self._stream = stream
        self._trouble = trouble

    def read(self, size_bytes: int, /) -> bytes:
        self._trouble.reads += 1
        match self._trouble.now:
            case "input/output error":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            case "pulled out":
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
            case "cut short":
                return b""
            case "wrong byte":
                return bytes(255 - byte for byte in self._stream.read(size_bytes))
            case "a byte or two at a time":
                return self._stream.read(min(size_bytes, _TRICKLE_BYTES))
            case "slow":
                time.sleep(0.002)
        return self._stream.read(size_bytes)

    def __enter__(self) -> BadStream:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class BadStick(FolderTree):
    """A tree on a bad drive."""

    def __init__(self, folder: Path, trouble: Trouble) -> None:
        super().__init__(folder)
        self._trouble = trouble

    def _open(self, name: str) -> Any:
        if self._trouble.now == "pulled out":
            self._folder = Path("/nowhere")  # where the stick was mounted there is nothing any more
        return BadStream(super()._open(name), self._trouble)


@contextmanager
def in_trouble(trouble: Trouble) -> Iterator[None]:
    """Have every folder that is installed from be on a bad drive."""

    def open_badly(folder: Path) -> BadStick:
        return BadStick(folder, trouble)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(install_module, "FolderTree", open_badly)
        yield


def count_reads(world: World, scratch: Path) -> int:
    """Return how many reads an install takes."""
    trouble = Trouble()
    with small_scale(), in_trouble(trouble):
        assert install(world.make_device(scratch), world.stick).result == "installed"
    return trouble.reads


def read_badly(world: World, scratch: Path, kind: str, at: int) -> str:
    """Install while the drive is in trouble; return the code of the refusal, "" where there was none."""
    device = world.make_device(scratch)
    with small_scale(), in_trouble(Trouble(kind, at)):
        outcome = install(device, world.stick)
    check_refusal(outcome)
    assert look(device) == (NEW if outcome.result == "installed" else OLD), outcome
    if kind in HARMLESS:
        assert outcome.result == "installed", outcome
    check_recovery(device, world.stick)
    return outcome.code
