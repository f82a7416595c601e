"""Builds what the app needs from what is in the repository: translations and the signed demonstration.

``./run`` calls it when a file is newer than the last time; here the contents are compared, so that a
fresh checkout with the same files builds nothing. Each output comes into being whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path

from kiosk.model.errors import KioskError

HOUSE = Path(__file__).resolve().parents[2]
# What turns a source folder into a pack: when it changes, every pack is built again.
BUILDERS = ("kiosk/packs", "kiosk/authoring", "requirements.lock")
DEMONSTRATOR = "Heritage Kiosk's demonstration"

Build = Callable[[Path, Path], None]


def prepare(house: Path) -> list[Path]:
    """Bring ``house/build`` up to date with its sources and return the outputs that were made anew.

    Raises:
        KioskError: ``app.translation-not-compiled`` or ``app.demonstration-not-built``.
    """
    made = []
    translations = sorted((house / "assets" / "translations").glob("*.ts"))
    made += refresh(translations, house / "build" / "translations", ".qm", [], compile_translation)
    sources = sorted(file.parent for file in (house / "content_packs").glob("*/pack.toml"))
    unsigned = house / "build" / "unsigned"
    refresh(sources, unsigned, ".hpack", [house / name for name in BUILDERS], build_pack)
    packs = sorted(unsigned.glob("*.hpack"))
    return made + sign_demonstration(packs, house / "build" / "packs")


def sign_demonstration(packs: list[Path], folder: Path) -> list[Path]:
    """Sign ``packs`` together into ``folder`` where they changed, and return the outputs that were made anew.

    The key is made for this once and thrown away: nobody can ever sign another pack as the demonstration.

    Raises:
        KioskError: With a code of the packs' room.
    """
    from kiosk.packs.publishing.new_ring import throwaway_ring
    from kiosk.packs.publishing.sign_hpack import sign_packs

    outputs = [folder / pack.name for pack in packs]
    note, wanted = folder / "signed.inputs", checksum(packs)
    unchanged = note.is_file() and note.read_text() == wanted and all(output.is_file() for output in outputs)
    if not packs or unchanged:
        return []
    # What is signed together is replaced together: packs of two keys would not install on one device.
    building = folder.with_name(f"{folder.name}.{os.getpid()}.building")
    building.mkdir(parents=True)
    try:
        copies = [Path(shutil.copy(pack, building)) for pack in packs]
        with throwaway_ring(DEMONSTRATOR) as ring:
            sign_packs(copies, ring)
        (building / note.name).write_text(wanted)
        shutil.rmtree(folder, ignore_errors=True)
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return outputs


def refresh(sources: list[Path], folder: Path, suffix: str, tools: list[Path], build: Build) -> list[Path]:
    """Build ``folder/<source's name><suffix>`` for each source that changed; drop outputs with no source."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = {folder / f"{source.stem}{suffix}": source for source in sources}
    for stale in folder.glob(f"*{suffix}"):
        if stale not in outputs:
            stale.unlink()
    made = []
    for output, source in outputs.items():
        wanted = checksum([source, *tools])
        note = output.with_suffix(".inputs")
        if output.exists() and note.exists() and note.read_text() == wanted:
            continue
        note.unlink(missing_ok=True)
        building = folder / f"building-{os.getpid()}{suffix}"
        try:
            build(source, building)
            building.replace(output)
        finally:
            building.unlink(missing_ok=True)
        note.write_text(wanted)
        made.append(output)
    return made


def checksum(paths: Iterable[Path]) -> str:
    """Return the SHA-256 over the names and contents of all files in ``paths``, files or folders."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(_list_files(path)) if path.is_dir() else [path]:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(path.parent).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _list_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def compile_translation(source: Path, output: Path) -> None:
    """Compile Qt's translation source ``source`` (.ts) to ``output`` (.qm).

    Raises:
        KioskError: ``app.translation-not-compiled`` when the tool refuses the file.
    """
    found = find_spec("PySide6")
    assert found is not None and found.origin is not None  # pinned in requirements.lock
    tool = Path(found.origin).parent / "lrelease"
    done = subprocess.run(
        [tool, "-silent", source, "-qm", output], capture_output=True, text=True, check=False
    )
    if done.returncode != 0 or not output.exists():
        raise KioskError(
            "The translation was not compiled",
            thing=str(source),
            found=(done.stderr or done.stdout).strip()[:400],
            remedy="Mend the file, or make it anew with lupdate",
            code="app.translation-not-compiled",
        )


def build_pack(source: Path, output: Path) -> None:
    """Build the pack in the folder ``source`` into the file ``output``, as ``kiosk pack build`` does.

    Raises:
        KioskError: ``app.demonstration-not-built``; what is wrong has been printed before it.
    """
    from kiosk.app.cli import main as kiosk

    print(f"run: building the pack {source.name}", file=sys.stderr, flush=True)
    said = io.StringIO()  # the answer on stdout belongs to the command that comes after
    with redirect_stdout(said):
        cache = ["--cache", str(output.parent.parent / "media")]
        status = kiosk(["pack", "build", str(source), "--out", str(output), *cache])
    if status != 0 or not output.exists():
        print(said.getvalue(), file=sys.stderr)
        raise KioskError(
            "The demonstration pack was not built",
            thing=str(source),
            remedy="Mend what the lines above say",
            code="app.demonstration-not-built",
        )


def main() -> int:
    """Prepare the house this module stands in; what the exit status means is in :mod:`kiosk.app.cli`."""
    started = time.time()
    try:
        prepare(HOUSE)
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    stamp = HOUSE / "build" / "prepared"
    stamp.touch()
    # Dated back to the start: what was edited meanwhile is looked at the next time.
    os.utime(stamp, (started, started))
    return 0


if __name__ == "__main__":
    sys.exit(main())
