"""What the ``kiosk pack`` commands say alike: progress, sizes, a release on a line."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.findings import Finding
    from kiosk.packs.progress import OnProgress, Progress
    from kiosk.packs.register import InstalledRelease

# Where nobody can say how wide the terminal is, as in a file.
USUAL_COLUMNS = 120


def answer_release(release: InstalledRelease, out: Output, *, withdrawn: bool = False) -> None:
    """Tell of one release: whose it is, what of it is here, its size, and whether it was taken back."""
    manifest = release.present
    left_out = sorted(release.left_out)
    record = {
        "pack": manifest.id,
        "version": manifest.version,
        "active": release.active,
        "publisher": manifest.publisher,
        "reviewed_on": manifest.reviewed_on,
        "languages": list(manifest.languages),
        "bytes": manifest.total_bytes,
        "left_out": left_out,
        "withdrawn": withdrawn,
    }
    shown = "shown" if release.active else "kept"
    languages = ", ".join(manifest.languages)
    without = f"  without {', '.join(left_out)}" if left_out else ""
    taken_back = "  withdrawn by its publisher" if withdrawn else ""
    size = format_megabytes(manifest.total_bytes)
    out.answer(record, f"{manifest.id} {manifest.version}  {shown}  {languages}  {size}{without}{taken_back}")


def show_progress(out: Output) -> OnProgress:
    """Return a listener that prints each new kind of work once."""
    last = ""

    def show(progress: Progress) -> None:
        nonlocal last
        if progress.words != last:
            last = progress.words
            out.note(f"{progress.words} ...")

    return show


def answer_findings(findings: Iterable[Finding], out: Output) -> None:
    """Tell what was found in a source: a table for people, one object each for programs."""
    from kiosk.authoring.check_table import format_findings

    findings = tuple(findings)
    if out.as_json:
        for finding in findings:
            out.answer(finding.as_record(), "")
    width = shutil.get_terminal_size((USUAL_COLUMNS, 24)).columns
    for line in format_findings(findings, width):
        out.note(line)


def format_megabytes(size_bytes: int) -> str:
    """Return a size in millions of bytes, for people."""
    return f"{size_bytes / 1e6:.1f} MB"
