"""What the faults of installing share: two signed releases, a device that shows the first, and what must hold afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.packs import incoming, installation
from kiosk.packs.source import read_source
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.store import InstallOutcome, PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source, write_tone
from tests.packs.unpacking import unpack

OLD, NEW = "Publisher 1", "Publisher 2"


@dataclass(frozen=True)
class World:
    """Made once and never changed: every fault works on copies.

    ``device`` shows release 1; ``new`` is release 2 as a file and ``stick`` the same as a tree.
    """

    folder: Path

    @property
    def device(self) -> Path:
        return self.folder / "device"

    @property
    def old(self) -> Path:
        return self.folder / "1.hpack"

    @property
    def new(self) -> Path:
        return self.folder / "2.hpack"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def make_device(self, place: Path) -> Path:
        """Return a new device that shows release 1."""
        return shutil.copytree(self.device, place)

    def make_stick(self, place: Path) -> Path:
        """Return a new stick with release 2."""
        return shutil.copytree(self.stick, place)


def make_world(folder: Path) -> World:
    """Build, sign and install. Release 2 has a picture and a recording of its own, beside its catalogues."""
    world = World(folder)
    operator = ThrowAwayOperator()
    for version in (1, 2):
        place = write_small_source(folder / f"source-{version}")
        if version == 2:
            write_new_media(place)
        changed = replace(read_source(place), version=version, publisher=f"Publisher {version}")
        operator.build(changed, folder / f"{version}.hpack")
    with closing(operator.open_store(world.device)) as store:
        outcome = store.install(world.old)
        assert outcome.result == "installed", outcome
    unpack(world.new, world.stick)
    return world


def write_new_media(source: Path) -> None:
    """Put other sounds and another photograph in the place of those of release 1."""
    write_tone(source / "recordings/wheel.glance.en.opus", 500)
    write_tone(source / "recordings/wheel.glance.hi.wav", 600)
    pixels = np.random.default_rng(8).integers(0, 255, (640, 400, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(source / "media/photo.png")


def install(data: Path, source: Path, on_step: OnStep = ignore_step) -> InstallOutcome:
    """Install on a device, as a process of its own would."""
    with closing(PackStore(data, on_step=on_step)) as store:
        return store.install(source)


def look(data: Path) -> str:
    """Return whose release visitors see. It must be one release, and whole."""
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        assert library.problems == [], library.problems
        stop = library.get_stop("mill/wheel", "en")
        sha256s = [image.sha256 for image in stop.images] + [one.sha256 for one in stop.recordings]
        assert sha256s
        assert all(library.media_bytes(sha256) for sha256 in sha256s)
        for language in ("en", "hi", "ar"):
            assert len(library.stop_cards("mill", language)) == 3
        return stop.publisher


def check_refusal(outcome: InstallOutcome) -> None:
    """What was refused says so in one line with a code and what to do."""
    if outcome.result == "refused":
        assert outcome.error is not None
        assert outcome.code.startswith("packs."), outcome
        assert outcome.error.remedy, outcome
        assert "\n" not in str(outcome.error), outcome


def check_recovery(data: Path, good: Path) -> None:
    """A repeat with a good stick completes, and leaves nothing behind."""
    outcome = install(data, good)
    assert outcome.result in {"installed", "nothing-new"}, outcome
    assert look(data) == NEW
    incoming = data / "packs/incoming"
    assert not incoming.is_dir() or not list(incoming.iterdir())


@contextmanager
def small_scale() -> Iterator[None]:
    """Ask for no reserve, flush every two files, read 16 KB at a time, hash aside soon.

    The disks and packs of these faults are small, and all that a large pack meets is to happen to them.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installation, "RESERVE_BYTES", 0)
        patch.setattr(incoming, "BATCH_FILES", 2)
        patch.setattr(incoming, "PIECE_BYTES", 16_384)
        patch.setattr(incoming, "_HASHED_HERE_BYTES", 100_000)
        patch.setattr(incoming, "_WORTH_A_THREAD_BYTES", 1)
        yield
