"""What commands that sign take alike: where the keys are, and where a pass-phrase comes from.

A pass-phrase is never an argument: other users of the machine see those, and the shell keeps them.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.settings import default_data_folder
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.publishing.key_ring import KeyRing

MAX_PASSPHRASE_FILE_BYTES = 4_096
TRIES = 3


def default_keys_folder() -> Path:
    """Return the key folder: ``$KIOSK_KEYS``, or ``heritage-kiosk-keys`` in the user's data folder."""
    if chosen := os.environ.get("KIOSK_KEYS"):
        return Path(chosen)
    return default_data_folder().with_name("heritage-kiosk-keys")


def add_key_arguments(parser: argparse.ArgumentParser, *, sign_with: bool = False) -> None:
    """Declare where keys and pass-phrase come from; ``sign_with`` for commands that need root keys of a chain."""
    parser.add_argument(
        "--keys",
        type=Path,
        default=default_keys_folder(),
        metavar="DIR",
        help="the folder with your keys, by default `$KIOSK_KEYS`, else `heritage-kiosk-keys` in your data folder",
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the pass-phrase from a file; else it is `$KIOSK_PASSPHRASE`, or asked for",
    )
    if sign_with:
        parser.add_argument(
            "--sign-with",
            type=Path,
            action="append",
            default=[],
            metavar="PATH",
            help="a key file, or the stick with one; may be given several times",
        )


def open_ring(arguments: argparse.Namespace) -> KeyRing:
    """Return the ring that the arguments name; nothing is read or asked yet."""
    from kiosk.packs.publishing.key_ring import KeyRing

    also = getattr(arguments, "sign_with", [])
    return KeyRing(arguments.keys, make_ask(arguments.passphrase_file), also=also)


def make_ask(file: Path | None) -> Callable[[str, bool], str]:
    """Return what gives the pass-phrase of a key: from ``file``, the environment or the person at the terminal."""
    if file is not None:
        return lambda _name, _new: _read_passphrase(file)
    if "KIOSK_PASSPHRASE" in os.environ:
        return lambda _name, _new: os.environ["KIOSK_PASSPHRASE"]
    return _ask_person


def _read_passphrase(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_PASSPHRASE_FILE_BYTES).decode("utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise KioskError(
            "The pass-phrase was not read",
            thing=str(file),
            found=getattr(error, "strerror", None) or "no text",
            remedy="write it on the first line of a text file that only you can read",
            code="packs.passphrase-missing",
        ) from error


def _ask_person(name: str, new: bool) -> str:
    if not sys.stdin.isatty():
        raise KioskError(
            "The pass-phrase was not read",
            thing=f"the key {name}",
            found="nobody to ask",
            remedy="run the command in a terminal, or name a file: --passphrase-file",
            code="packs.passphrase-missing",
        )
    if not new:
        return getpass.getpass(f"Pass-phrase of the key {name}: ")
    print(
        f"Choose a pass-phrase for the key {name}: four or five words that nobody would guess.",
        file=sys.stderr,
    )
    for _ in range(TRIES):
        first = getpass.getpass("Pass-phrase: ")
        if first == getpass.getpass("The same again: "):
            return first
        print("The two were not the same. Once more.", file=sys.stderr)
    raise KioskError(
        "The pass-phrase was not taken",
        thing=f"the key {name}",
        found="two that differ, three times",
        remedy="type it slowly, or into a file first: --passphrase-file",
        code="packs.passphrase-missing",
    )
