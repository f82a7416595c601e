"""Signing ``.hpack`` files: the pack and everything a device needs to believe it, in one file."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.packs.hpack import HpackTree, add_entry
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import list_releases
from kiosk.packs.publishing.offered import open_offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.whole_file import make_not_written, name_partial
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import ROOT, make_faulty, metadata_name

_METADATA = f"{ROOT}/metadata/"


def sign_packs(
    packs: Sequence[Path], ring: KeyRing, on_step: OnStep = ignore_step
) -> tuple[tuple[str, int], ...]:
    """Sign ``.hpack`` files in place, all with the same list, and return their releases as ``(pack id, version)``.

    A file that was signed before is signed anew: it then carries the newest list.

    Raises:
        KioskError: With a code of this room; each file is as it was or signed, never in between.
    """
    check_files(packs)
    with ring.changing() as state:
        with open_offered(packs) as offered:
            on_step("read")
            revision = Revision(state, ring.clock())
            list_releases(revision, offered)
            releases = tuple((release.manifest.id, release.manifest.version) for release in offered)
        signed = ring.commit(revision, state, on_step)
        for number, path in enumerate(packs, 1):
            on_step(f"write:{number}")
            put_metadata(path, signed.files, on_step)
    return releases


def check_files(packs: Sequence[Path]) -> None:
    """Refuse what is no ``.hpack`` before anything is signed: a tree in a folder is published, not signed in place.

    Raises:
        KioskError: ``packs.tree-faulty``.
    """
    for path in packs:
        if path.exists():
            HpackTree(path).close()


def put_metadata(path: Path, files: Mapping[str, bytes], on_step: OnStep = ignore_step) -> None:
    """Put ``files`` into the ``.hpack`` at ``path`` in the place of what metadata it had.

    Raises:
        KioskError: ``packs.tree-faulty``, or ``packs.destination-...``.
    """
    partial = name_partial(path)
    HpackTree(path).close()  # looks at every entry's name and form
    try:
        with partial.open("wb") as stream:
            with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as new:
                for name in sorted(files):
                    add_entry(new, metadata_name(name), io.BytesIO(files[name]), len(files[name]))
                for entry in old.infolist():
                    if not entry.filename.startswith(_METADATA):
                        with old.open(entry) as blob:
                            add_entry(new, entry.filename, blob, entry.file_size)
            stream.flush()
            os.fsync(stream.fileno())
        on_step("replace")
        partial.replace(path)
    except (zipfile.BadZipFile, EOFError) as error:
        raise make_faulty(path.name, str(error)) from error
    except OSError as error:
        raise make_not_written("The pack was not signed", path, error) from error
    finally:
        partial.unlink(missing_ok=True)
