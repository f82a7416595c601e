"""Real file systems to plug in: a tmpfs, or an image on a loop device. Only root can, and only where the kernel lets it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

# What Debian calls the program that makes each file system, how it is told a label, and what mounts an image.
MAKERS = {
    "ext4": (["mkfs.ext4", "-q", "-O", "^has_journal", "-L"], ["mount", "-o", "loop"]),
    "exfat": (["mkfs.exfat", "-L"], ["mount.exfat-fuse"]),
}


class Sticks:
    """Mounts in a folder of a test's own; :meth:`close` takes them all away again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "media"
        self.folder.mkdir()
        self._images = folder
        self._undo: list[Callable[[], object]] = []

    def plug(self, name: str, kind: str = "tmpfs", *, size_mb: int = 8, read_only: bool = False) -> Path:
        """Mount an empty file system and return where; ``kind`` is tmpfs or one of MAKERS."""
        at = self.folder / name
        at.mkdir(exist_ok=True)
        if kind == "tmpfs":
            mode = "ro" if read_only else "rw"
            _run("mount", "-t", "tmpfs", "-o", f"size={size_mb}m,{mode}", "stick", str(at))
        else:
            self.mount_image(self.make_image(name, kind, size_mb), kind, at)
        self._undo.append(lambda: _unmount(at))
        return at

    def make_image(self, name: str, kind: str, size_mb: int) -> Path:
        """Make an image with an empty file system, and return its file."""
        image = self._images / f"{name}.img"
        with image.open("wb") as file:
            file.truncate(size_mb << 20)
        _run(*MAKERS[kind][0], name[:11].upper(), str(image))
        return image

    def mount_image(self, image: Path, kind: str, at: Path) -> None:
        """Mount an image; exFAT's program wants a device, ``mount`` makes its own."""
        source = str(image)
        if kind == "exfat":
            source = _run("losetup", "-f", "--show", str(image)).strip()
            self._undo.insert(0, lambda: _run("losetup", "-d", source))
        _run(*MAKERS[kind][1], source, str(at))

    def set_read_only(self, at: Path) -> None:
        """Let nothing be written to what is mounted there from now on."""
        _run("mount", "-o", "remount,ro", str(at))

    def pull(self, at: Path) -> None:
        """Take a stick out without asking whether somebody still reads from it."""
        _unmount(at)

    def close(self) -> None:
        """Take away everything that was plugged in."""
        while self._undo:
            self._undo.pop()()


def why_not(kind: str = "tmpfs") -> str:
    """Return why file systems of a kind cannot be mounted here; "" where they can."""
    if os.geteuid() != 0:
        return "only root can mount"
    if kind == "tmpfs":
        return ""
    programs = [command[0] for command in MAKERS[kind]]
    missing = [one for one in programs if shutil.which(one) is None and not Path("/usr/sbin", one).exists()]
    return f"{', '.join(missing)} not installed" if missing else ""


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def _unmount(at: Path) -> None:
    if at.is_mount():
        _run("umount", "--lazy", str(at))
