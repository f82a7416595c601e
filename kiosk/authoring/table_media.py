"""The media folder of a table: which file a name means, though it may be written otherwise."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

MAX_FILES = 50_000
_MAX_DEPTH = 8
_MANY_NAMES = 5_000
# What systems leave in a folder; nobody wants to hear of it.
_LITTER = re.compile(
    r"\..*|~\$.*|thumbs\.db|desktop\.ini|icon\r?|__macosx|.*\.tmp|.*~|\$recycle\.bin|system volume information",
    re.IGNORECASE,
)
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Match:
    """Which file a name means: ``path``, None where there is none; ``kind`` of the difference, "" for none.

    ``rivals`` are files that it could all mean.
    """

    path: Path | None
    kind: str = ""
    rivals: tuple[str, ...] = ()


class MediaFolder:
    """Plain files of a folder and the folders in it; links are not followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[str, Path] = {}
        self._by_form: dict[str, list[str]] = defaultdict(list)
        self._by_case: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for name, path in _list_files(root):
            self._files[name] = path
            self._by_form[_compose(name)].append(name)
            self._by_case[_compose(name).casefold()].append(name)
            self._by_name[_loosen(name)].append(name)

    def name_of(self, path: Path) -> str:
        """Return a file's name relative to the folder, with slashes."""
        return path.relative_to(self.root).as_posix()

    def list_unused(self, used: set[str]) -> list[str]:
        """Return the files which nobody uses, by name."""
        return sorted(self._files.keys() - used)

    def find(self, name: str) -> Match:
        """Return the file that a table's cell means."""
        if name in self._files:
            return Match(self._files[name])
        steps = (
            ("name_form_differs", self._by_form.get(_compose(name), [])),
            ("name_case_differs", self._by_case.get(_compose(name).casefold(), [])),
            ("name_form_differs", self._by_name.get(_loosen(name), [])),
        )
        for kind, found in steps:
            if len(found) == 1:
                return Match(self._files[found[0]], kind)
            if found:
                return Match(None, rivals=tuple(sorted(found)))
        return Match(None)

    def find_same_stem(self, name: str) -> str:
        """Return the one file whose name differs by its ending only, "" where there is none."""
        stem = _stem(_loosen(name))
        same = [key for key in self._by_name if _stem(key) == stem]
        return self._by_name[same[0]][0] if len(same) == 1 else ""

    def find_nearest(self, name: str) -> str:
        """Return the file whose name looks most like one that is not there, "" where none does."""
        if len(self._by_name) > _MANY_NAMES:
            return ""
        close = get_close_matches(_loosen(name), list(self._by_name), 1, 0.8)
        return self._by_name[close[0]][0] if close else ""


def _compose(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _loosen(name: str) -> str:
    """Return a name without folders, capitals, %-signs and the ways to write one letter."""
    plain = unquote(name.split("?", maxsplit=1)[0]) if "%" in name else name
    return " ".join(unicodedata.normalize("NFKC", _FOLDERS.sub("", plain)).casefold().split())


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _list_files(root: Path) -> Iterator[tuple[str, Path]]:
    seen = 0
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        inside = here.relative_to(root)
        folders[:] = sorted(
            name
            for name in folders
            if not _LITTER.fullmatch(name)
            and not (here / name).is_symlink()
            and len(inside.parts) < _MAX_DEPTH
        )
        for name in sorted(files):
            path = here / name
            if _LITTER.fullmatch(name) or path.is_symlink() or not path.is_file():
                continue
            seen += 1
            if seen > MAX_FILES:
                return
            yield (inside / name).as_posix(), path
