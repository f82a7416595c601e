"""A folder for a new pack source: never one that holds something already."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError


def make_new_folder(folder: Path) -> None:
    """Make ``folder`` and those above it; one that is there and empty is taken as it is.

    Raises:
        KioskError: ``authoring.folder-in-use``: something is there. ``authoring.not-written``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = next(folder.iterdir(), None) is None
    except FileExistsError:
        is_empty = False
    except OSError as error:
        raise say_not_written(folder, error) from error
    if not is_empty:
        raise KioskError(
            "Nothing was written",
            thing=str(folder),
            expected="a new or an empty folder",
            found="one that holds something already",
            remedy="name another folder",
            code="authoring.folder-in-use",
        )


def say_not_written(path: Path, error: OSError) -> KioskError:
    """Return what staff are told when a file of a new source could not be written."""
    return KioskError(
        "The pack's folder was not written",
        thing=str(path),
        found=error.strerror or type(error).__name__,
        remedy="name a folder on a disk that has room and may be written to",
        code="authoring.not-written",
    )
