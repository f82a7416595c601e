"""How quick an install is against doing the same plainly: 1 GiB in 2,000 files, then a hundredth of it new."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.packs.manifest import Blob, PackManifest, format_manifest, parse_manifest
from kiosk.packs.source import read_source
from kiosk.packs.store import InstallOutcome, PackStore
from kiosk.packs.tree import blob_name, manifest_name
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source
from tests.packs.unpacking import unpack

Row = tuple[str, float, str, float]

FILES = 2_000
FILE_BYTES = (1 << 30) // FILES
NEW_FILES = FILES // 100
PACK = "test.mill"
# The disk's speed changes from minute to minute: each way is measured in turn, and the middle one counts.
ROUNDS = 3
MEMORY_PROBE = """
import json, resource, sys
from pathlib import Path
from kiosk.packs.store import PackStore
store = PackStore(Path(sys.argv[1]))
outcome = store.install(Path(sys.argv[2]))
store.close()
print(json.dumps([outcome.result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


def measure() -> list[Row]:
    """Return the rows of the table; works in a temporary folder on the disk that temporary files lie on."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    try:
        operator = ThrowAwayOperator()
        one = make_stick(folder, operator, 1)
        two = make_stick(folder, operator, 2)
        return measure_sticks(folder, operator, one, two)
    finally:
        shutil.rmtree(folder)


def make_stick(folder: Path, operator: ThrowAwayOperator, version: int) -> Path:
    """Return a signed tree of the small pack with ``FILES`` more files; version 2 differs in a hundredth of them."""
    stick = folder / f"stick-{version}"
    source = replace(read_source(write_small_source(folder / "source")), version=version)
    unpack(operator.build(source, folder / f"{version}.hpack"), stick)
    path = stick / manifest_name(PACK, version)
    manifest = parse_manifest(path.read_bytes(), path.name)
    blobs = [write_blob(stick, number, version) for number in range(FILES)]
    raw = format_manifest(with_blobs(manifest, blobs))
    path.write_bytes(raw)
    repository = operator.repository
    repository.add_release(PACK, version, raw)
    repository.publish()
    repository.write(stick)
    return stick


def with_blobs(manifest: PackManifest, blobs: list[Blob]) -> PackManifest:
    core, *others = manifest.parts
    return replace(manifest, parts=(replace(core, blobs=(*core.blobs, *blobs)), *others))


def write_blob(stick: Path, number: int, version: int) -> Blob:
    seed = f"{number}.{version}" if number < NEW_FILES else f"{number}"
    data = random.Random(seed).randbytes(FILE_BYTES)
    sha256 = hashlib.sha256(data).hexdigest()
    path = stick / blob_name(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Blob(sha256, FILE_BYTES, "audio/ogg")


def measure_sticks(folder: Path, operator: ThrowAwayOperator, one: Path, two: Path) -> list[Row]:
    megabytes = FILES * FILE_BYTES / 1e6
    plain, single, full, delta, again = ([] for _ in range(5))
    for number in range(ROUNDS):
        warm(one)
        plain.append(seconds(partial(copy_plainly, one, fresh(folder, f"plain-{number}"))))
        single.append(seconds(partial(copy_in_one, one, fresh(folder, f"single-{number}"))))
        warm(one)
        warm(two)
        with closing(operator.open_store(fresh(folder, f"device-{number}"))) as store:
            full.append(install(store, one))
            delta.append(install(store, two))
            again.append(install(store, two, "nothing-new"))
    memory_mb = measure_memory(operator, fresh(folder, "memory"), one)
    full_s = middle(full)
    return [
        ("install 1 GiB in 2,000 files, against file by file with fsync", megabytes / full_s, "MB/s", megabytes / middle(plain)),
        ("the same, against one file of 1 GiB with one fsync", megabytes / full_s, "MB/s", megabytes / middle(single)),
        ("install a version with 1 % new, against the whole (<= 0.05)", middle(delta), "s", full_s),
        ("install the same again: all of it is read, against the whole", middle(again), "s", full_s),
        ("most memory of a process that installs 1 GiB, against 150 MB", memory_mb, "MB", 150.0),
    ]  # fmt: skip


def warm(stick: Path) -> None:
    """Read the stick, so that each way begins with all of it in memory: an install drops what it has read."""
    for path in (stick / "HERITAGE/blobs").glob("*/*"):
        path.read_bytes()


def install(store: PackStore, stick: Path, result: str = "installed") -> float:
    """Return the seconds an install takes; what is on the disk then is there to stay."""
    outcome: list[InstallOutcome] = []
    took_s = seconds(lambda: outcome.append(store.install(stick)))
    assert outcome[0].result == result, outcome
    return took_s


def copy_plainly(stick: Path, target: Path) -> None:
    """What any install must do at the least, done plainly: read, hash, write and flush, file by file."""
    for path in sorted((stick / "HERITAGE/blobs").glob("*/*")):
        with path.open("rb") as reading, (target / path.name).open("wb") as writing:
            digest = hashlib.sha256()
            while piece := reading.read(1 << 20):
                digest.update(piece)
                writing.write(piece)
            writing.flush()
            os.fsync(writing.fileno())
            assert digest.hexdigest() == path.name


def copy_in_one(stick: Path, target: Path) -> None:
    """The same bytes into one file with one flush: what no install of single files can reach for long."""
    digest = hashlib.sha256()
    with (target / "all").open("wb") as writing:
        for path in sorted((stick / "HERITAGE/blobs").glob("*/*")):
            with path.open("rb") as reading:
                while piece := reading.read(1 << 20):
                    digest.update(piece)
                    writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())


def measure_memory(operator: ThrowAwayOperator, data: Path, stick: Path) -> float:
    operator.open_store(data).close()
    done = subprocess.run(
        [sys.executable, "-c", MEMORY_PROBE, data, stick], capture_output=True, text=True, check=True
    )
    result, kibibytes = json.loads(done.stdout)
    assert result == "installed"
    return float(kibibytes) * 1024 / 1e6


def fresh(folder: Path, name: str) -> Path:
    """Make a folder. Those before are kept: ext4 looks long for room where much was just deleted."""
    place = folder / name
    place.mkdir()
    os.sync()
    return place


def middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
