"""The pictures beside an author's texts, in media/."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from kiosk.packs.names import FILE_NAME
from kiosk.packs.source_fields import Fields, shorten

MANY_NAMES = 500
PICTURE_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def find_media_file(folder: Path, name: str, at: Fields, key: str) -> Path | None:
    """Return the picture ``name`` of ``folder``/media; None, with a finding, where it is not there."""
    path = folder / "media" / name
    if not FILE_NAME.fullmatch(name) or path.suffix.lower() not in PICTURE_SUFFIXES:
        what = f"{shorten(name)} is no name of a picture in media/"
        at.error(key, what, "name an svg, png, jpg or webp file", kind="dead_link")
        return None
    if path.is_symlink() or not path.is_file():
        alike = find_alike(path)
        remedy = f"add the file, or write {shorten(alike)}" if alike else "add the file or mend the name"
        at.error(key, f"media/{name} is not there", remedy, kind="image_missing", media=name)
        return None
    return path


def find_named_file(
    at: Fields, key: str, folder: Path, suffixes: frozenset[str], missing_kind: str
) -> Path | None:
    """Return the file of ``folder`` that a key names; None, with a finding, where it is not there.

    Args:
        at: The table with the key, which must be there.
        key: Whose value is a plain file name.
        folder: A folder of the source.
        suffixes: What the name may end in, in small letters.
        missing_kind: The kind of the finding for a file that is not there.
    """
    name = at.text(key)
    if not name:
        return None
    path = folder / name
    if not FILE_NAME.fullmatch(name) or path.suffix.lower() not in suffixes:
        forms = " or ".join(sorted(suffix[1:] for suffix in suffixes))
        what = f"{shorten(name)} is no name of a file in {folder.name}/"
        at.error(key, what, f"name a file that ends in {forms}", kind="dead_link")
        return None
    if path.is_symlink() or not path.is_file():
        alike = find_alike(path)
        remedy = f"add the file, or write {shorten(alike)}" if alike else "add the file or mend the name"
        at.error(key, f"{folder.name}/{name} is not there", remedy, kind=missing_kind, media=name)
        return None
    return path


def find_alike(path: Path) -> str:
    """Return the name of a file beside where ``path`` should be that is much like it; "" where there is none."""
    folder = path.parent
    names = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    if len(names) > MANY_NAMES:  # likening each name to thousands takes longer than a look into the folder
        return ""
    asked = path.name.casefold()
    same = next((name for name in names if name.casefold() == asked), "")
    return same or next(iter(get_close_matches(path.name, names, 1, 0.8)), "")
