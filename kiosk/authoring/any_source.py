"""Reads whatever an author has: a pack source folder, or a folder with a table."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk.authoring.table_log import ALL
from kiosk.authoring.table_source import find_table, read_table_source
from kiosk.model.errors import KioskError
from kiosk.packs.findings import Findings, PackSourceError
from kiosk.packs.names import MAX_VERSION
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import OnProgress, ignore_progress
from kiosk.packs.source import PACK_FILE, examine_source, read_source, require_pack_file


def is_source(folder: Path) -> bool:
    """Tell whether ``folder`` holds something a pack can be built from."""
    return (folder / PACK_FILE).is_file() or find_table(folder) is not None


def read_any_source(folder: Path, version: int | None = None) -> PackSource:
    """Read a source in any form; ``version`` replaces the source's own.

    Raises:
        KioskError: ``packs.source-missing``, ``packs.source-faulty`` or ``packs.version-unfit``.
    """
    source = read_table_source(folder) if _is_table(folder) else read_source(folder)
    return give_version(source, version)


def examine_any_source(
    folder: Path, findings: Findings, on_progress: OnProgress = ignore_progress
) -> PackSource | None:
    """Read a source in any form in spite of its faults; None where nothing can be made of it.

    Raises:
        KioskError: ``packs.source-missing``.
    """
    if not _is_table(folder):
        require_pack_file(folder)
        return examine_source(folder, findings)
    try:
        source = read_table_source(folder, on_progress=on_progress)
    except PackSourceError as error:
        findings.extend(error.findings)
        # What an answer waits for is left out for now, so that the rest can be looked at.
        with suppress(PackSourceError):
            return read_table_source(folder, frozenset({ALL}), on_progress)
        return None
    findings.extend(source.warnings)
    return source


def give_version(source: PackSource, version: int | None) -> PackSource:
    """Return the source with another version; with its own where ``version`` is None.

    Raises:
        KioskError: ``packs.version-unfit``.
    """
    if version is None:
        return source
    if not 1 <= version <= MAX_VERSION:
        raise KioskError(
            "The pack was not built",
            thing=f"version {version}",
            expected=f"a whole number from 1 to {MAX_VERSION}",
            remedy="take the next one after the version that is published",
            code="packs.version-unfit",
        )
    return replace(source, version=version)


def _is_table(folder: Path) -> bool:
    return find_table(folder) is not None and not (folder / PACK_FILE).is_file()
