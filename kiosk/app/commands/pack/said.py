"""What the ``kiosk pack`` commands say alike: progress, sizes, a release on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.progress import OnProgress, Progress
    from kiosk.packs.register import InstalledRelease


def answer_release(release: InstalledRelease, out: Output) -> None:
    """Tell of one release: whose it is, its languages and its size."""
    manifest = release.manifest
    record = {
        "pack": manifest.id,
        "version": manifest.version,
        "active": release.active,
        "publisher": manifest.publisher,
        "reviewed_on": manifest.reviewed_on,
        "languages": list(manifest.languages),
        "bytes": manifest.total_bytes,
    }
    shown = "shown" if release.active else "kept"
    languages = ", ".join(manifest.languages)
    out.answer(
        record,
        f"{manifest.id} {manifest.version}  {shown}  {languages}  {format_megabytes(manifest.total_bytes)}",
    )


def show_progress(out: Output) -> OnProgress:
    """Return a listener that prints each new kind of work once."""
    last = ""

    def show(progress: Progress) -> None:
        nonlocal last
        if progress.words != last:
            last = progress.words
            out.note(f"{progress.words} ...")

    return show


def format_megabytes(size_bytes: int) -> str:
    """Return a size in millions of bytes, for people."""
    return f"{size_bytes / 1e6:.1f} MB"
