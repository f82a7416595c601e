"""Keeps finished media by what they were made of, so that a second build does only what is new."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, TypeVar

from kiosk import __version__

T = TypeVar("T")

MOST_BYTES = 2_000_000_000
"""The folder is brought under this size after each build; what was not asked for longest goes first."""

_MAX_ENTRY_BYTES = 64_000_000
_MAX_HEAD_BYTES = 900


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished medium: a few figures that JSON can hold, and the files."""

    figures: dict[str, Any]
    files: tuple[bytes, ...]


class MediaCache:
    """A folder of entries. It may be deleted at any time, and whatever in it is damaged counts as missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> Entry | None:
        """Return what was kept under ``key``; None where there is nothing whole."""
        path = self._path(key)
        try:
            if path.stat().st_size > _MAX_ENTRY_BYTES:
                return None
            raw = path.read_bytes()
            os.utime(path)
            return _parse_entry(raw)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, entry: Entry) -> None:
        """Keep an entry; where the folder cannot be written, nothing is kept and nothing is said."""
        path = self._path(key)
        scratch = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(_format_entry(entry))
            scratch.replace(path)
        with suppress(OSError):
            scratch.unlink(missing_ok=True)

    def trim(self, most_bytes: int = MOST_BYTES) -> None:
        """Delete the entries that were not asked for longest until the rest is small enough."""
        with suppress(OSError):
            found = [(path.stat(), path) for path in self.folder.glob("??/*") if path.is_file()]
            excess = sum(stat.st_size for stat, _ in found) - most_bytes
            for stat, path in sorted(found, key=lambda entry: entry[0].st_mtime_ns):
                if excess <= 0:
                    break
                path.unlink(missing_ok=True)
                excess -= stat.st_size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


@dataclass(frozen=True, slots=True)
class Recipe(Generic[T]):
    """How a kind of medium is made and kept.

    ``modules`` do the work: with every change in one of them, and with another version of ``packages``, it is done
    anew. ``cacheable`` tells whether a file stands for itself alone. ``variant`` tells recipes of the same modules apart.
    """

    modules: tuple[str, ...]
    packages: tuple[str, ...]
    work: Callable[[Path], T]
    to_entry: Callable[[T], Entry]
    from_entry: Callable[[Entry], T]
    cacheable: Callable[[bytes], bool]
    variant: str = ""


def make_or_recall(recipe: Recipe[T], cache_folder: Path | None, most_bytes: int, path: Path) -> T:
    """Return what ``recipe`` makes of ``path``: from the cache where it was made before.

    Args:
        recipe: Of the kind of medium ``path`` is.
        cache_folder: None for no cache.
        most_bytes: Files larger than this go to the work at once, which refuses them.
        path: The author's file.
    """
    if cache_folder is None or path.stat().st_size > most_bytes:
        return recipe.work(path)
    raw = path.read_bytes()
    if not recipe.cacheable(raw):
        return recipe.work(path)
    key = _make_key(recipe.modules, recipe.packages, raw, f"{path.suffix.lower()} {recipe.variant}".strip())
    cached = MediaCache(cache_folder)
    entry = cached.find(key)
    if entry is not None:
        with suppress(ValueError, KeyError, TypeError):
            return recipe.from_entry(entry)
    outcome = recipe.work(path)
    cached.keep(key, recipe.to_entry(outcome))
    return outcome


def _make_key(modules: tuple[str, ...], packages: tuple[str, ...], raw: bytes, suffix: str) -> str:
    made_by = f"{describe_making(modules, packages)} {suffix}"
    return hashlib.sha256(made_by.encode() + b"\0" + hashlib.sha256(raw).digest()).hexdigest()


@cache
def describe_making(modules: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """Return what the work is, as one line: hashes of the modules' sources and versions of the packages."""
    words = [f"{package} {version(package)}" for package in packages]
    for module in modules:
        source = Path(sys.modules[module].__file__ or "")
        # A bundle has no sources, but its version never changes.
        told = hashlib.sha256(source.read_bytes()).hexdigest() if source.is_file() else __version__
        words.append(f"{module} {told}")
    return ", ".join(words)


def _format_entry(entry: Entry) -> bytes:
    body = b"".join(entry.files)
    head = {
        "figures": entry.figures,
        "sizes": [len(file) for file in entry.files],
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head, sort_keys=True).encode() + b"\n" + body


def _parse_entry(raw: bytes) -> Entry:
    head_line, _, body = raw.partition(b"\n")
    if len(head_line) > _MAX_HEAD_BYTES:
        raise ValueError("no head")
    head = json.loads(head_line)
    sizes = [int(size) for size in head["sizes"]]
    if hashlib.sha256(body).hexdigest() != head["sha256"] or sum(sizes) != len(body) or min(sizes) < 0:
        raise ValueError("damaged")
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    files = tuple(body[start : start + size] for start, size in zip(starts, sizes, strict=True))
    return Entry(dict(head["figures"]), files)
