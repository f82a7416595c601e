"""Kills a publisher at each named step, and at many of its lines, and looks at what is left. A program: it forks.

Usage: ``python -m tests.faults.publish_points SCENE LINES`` where ``SCENE`` is a folder with ``keys``, ``stick``,
``root.json``, ``packs`` and ``work.json``; prints one JSON object: for each point what a reader saw afterwards and
after a repeat. There are two readers, which have to agree: python-tuf's own client, and the device's judgement; they
know nothing but the first root.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.packs.manifest import parse_manifest
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import withdraw
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.root_change import rotate_key
from kiosk.packs.publishing.sign_hpack import sign_packs
from kiosk.packs.publishing.signed_state import read_state
from kiosk.packs.publishing.waiting_roots import read_pending, sign_pending
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import FolderTree, Release
from kiosk.packs.trust.reference_time import BUILT_AT
from kiosk.packs.trust.state import Origin, TrustState
from kiosk.packs.trust.vouch import vouch
from tests.faults.sudden_end import PUBLISHING, count_lines, run_in_child, trace
from tests.packs.publishing.independent_reader import read_release

PASSPHRASE = "mill wheel turns again"
VERSIONS = (1, 2)


def main(scene: Path, lines: int) -> dict[str, Any]:
    encrypted_key.SCRYPT_N = 1 << 8  # new keys are made a hundred times
    work = json.loads((scene / "work.json").read_text())
    steps: list[str] = []
    run(work, copy(scene, "counted"), steps.append)
    total = count_lines(PUBLISHING, lambda: run(work, copy(scene, "traced"), ignore_step))
    points = [(f"{number}:{name}", partial(kill_at_step, work, number)) for number, name in enumerate(steps)]
    chosen = [1 + point * (total - 1) // (lines - 1) for point in range(lines)] if lines else []
    points += [(f"line {line}", partial(kill_at_line, work, line)) for line in chosen]
    outcomes = []
    for number, (name, kill) in enumerate(points):
        at = copy(scene, f"killed-{number}")
        killed = kill(at)
        left = look(at)
        run(work, at, ignore_step)
        outcomes.append({"point": name, "killed": killed, "left": left, "again": look(at)})
        shutil.rmtree(at)
    return {"steps": steps, "lines": total, "outcomes": outcomes}


def copy(scene: Path, name: str) -> Path:
    at = scene.parent / f"{scene.name}-{name}"
    for part in ("keys", "stick", "packs"):
        shutil.copytree(scene / part, at / part)
    shutil.copy(scene / "root.json", at)
    return at


def run(work: dict[str, Any], at: Path, on_step: OnStep) -> None:
    """Do the work, as a repeat of the same command would: what is done already is not done again."""
    ring = KeyRing(at / "keys", lambda _name, _new: PASSPHRASE)
    packs = [at / "packs" / name for name in work.get("packs", [])]
    if work["do"] == "new":
        if not (at / "new").exists():
            make_ring(at / "new", "The Forge", lambda _name, _new: PASSPHRASE, roots=3, threshold=2)
        return
    if work["do"] == "sign":
        sign_packs(packs, ring, on_step)
        return
    if work["do"] == "rotate":
        change(ring, on_step)
    if work["do"] == "withdraw" and any(each.path == "test.mill/2.json" for each in ring.state().listed()):
        withdraw(ring, "test.mill", 2, on_step)
    publish(packs, ring, at / "stick", on_step=on_step)


def change(ring: KeyRing, on_step: OnStep) -> None:
    if read_pending(ring):
        sign_pending(ring, on_step)
    elif ring.state().root.version == 1:
        rotate_key(ring, on_step=on_step)


def look(at: Path) -> dict[str, Any]:
    """Return what a reader sees on the stick, whether the key ring is whole, and what lies about."""
    root = (at / "root.json").read_bytes()
    ring = read_state(at / "keys/metadata")
    assert ring is not None
    ring.verify()
    made = read_state(at / "new/metadata")
    if (at / "new").exists():
        assert made is not None
        made.verify()
        assert len(list((at / "new").rglob("*.pem"))) == 4
    has_tree = (at / "stick/HERITAGE/metadata/timestamp.json").is_file()
    seen = [read_release(at / "stick", root, version) if has_tree else "" for version in VERSIONS]
    assert not has_tree or vouched(at / "stick", root) == seen
    leftovers = [
        path.name for path in at.rglob("*") if ".partial" in path.name or path.parent.name == "incoming"
    ]
    return {
        "seen": seen,
        "root": len(list((at / "stick/HERITAGE/metadata").glob("*.root.json"))),
        "ring": [ring.root.version, sorted(each.path for each in ring.listed())],
        "leftovers": leftovers,
        "made": made is not None,
        "signed_files": [
            pack.name for pack in sorted((at / "packs").glob("*.hpack")) if is_whole(pack, root)
        ],
    }


def vouched(stick: Path, root: bytes) -> list[str]:
    """Return what a device makes of the stick that trusts the first root: each version's publisher, "" for none."""
    tree = FolderTree(stick)
    trust = TrustState("the museum", Origin.OWN, (root,))
    releases = [Release("test.mill", version) for version in VERSIONS]
    found = vouch(tree, trust, BUILT_AT, releases)
    assert found.problem is None, found.problem
    seen = []
    for release in releases:
        if found.listed[release] is None:
            seen.append("")
            continue
        raw = tree.read_manifest(release)
        found.check_manifest(release, raw, str(stick))
        seen.append(parse_manifest(raw, str(stick)).publisher)
    return seen


def is_whole(pack: Path, root: bytes) -> bool:
    """Tell whether a file is a whole pack that the key's owner has signed."""
    import zipfile
    from tempfile import TemporaryDirectory

    version = int(pack.stem)
    with TemporaryDirectory() as scratch:
        with zipfile.ZipFile(pack) as archive:
            assert archive.testzip() is None
            archive.extractall(scratch)
        folder = Path(scratch) / "HERITAGE/metadata"
        if not (folder / "1.root.json").is_file() or (folder / "1.root.json").read_bytes() != root:
            return False
        return bool(read_release(Path(scratch), root, version))


def kill_at_step(work: dict[str, Any], number: int, at: Path) -> bool:
    left = number

    def on_step(_name: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return run_in_child(lambda: run(work, at, on_step))


def kill_at_line(work: dict[str, Any], line: int, at: Path) -> bool:
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return run_in_child(lambda: trace(PUBLISHING, lambda: run(work, at, ignore_step), on_line))


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
