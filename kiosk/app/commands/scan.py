"""``kiosk scan``: what codes are read in pictures, videos, folders or a camera."""

from __future__ import annotations

import argparse

from kiosk.app.commands import scan_things
from kiosk.app.output import Output
from kiosk.scanning.scan_inputs import InputReading, read_inputs

_EPILOG = (
    "With --json each input gives {input, codes: [{text, corners, reader}], ms};"
    " with --recognise {input, matches: [{stop, title, certainty}], ms}."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to scan, and for how long a camera is watched."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="IMAGE|VIDEO|FOLDER|camera:N",
        help="what to read; each picture of a folder is an input of its own",
    )
    parser.add_argument(
        "--seconds",
        type=_positive,
        default=10.0,
        metavar="S",
        help="how long to watch a camera or a video that shows no code (default: %(default)g)",
    )
    parser.add_argument(
        "--recognise",
        action="store_true",
        help="tell which of a pack's stops is in the pictures by its own pictures, without codes",
    )
    parser.add_argument(
        "--pack",
        metavar="PACK",
        help="the pack to recognise things of: a file, a source folder, or the id of an installed one; implies --recognise",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Read every input; 0 when each had a code (or, with ``--recognise``, was recognised), else 1."""
    if arguments.recognise or arguments.pack is not None:
        return scan_things.run(arguments.inputs, arguments.pack, arguments.data, out)
    read = total = 0
    for reading in read_inputs(arguments.inputs, arguments.seconds):
        total += 1
        read += bool(reading.codes)
        out.answer(_record(reading), _words(reading))
    out.note(f"Read a code in {read} of {total} inputs.")
    return 0 if read == total else 1


def _record(reading: InputReading) -> dict[str, object]:
    record: dict[str, object] = {
        "input": reading.name,
        "codes": [code.as_dict() for code in reading.codes],
        "ms": round(reading.read_ms, 1),
    }
    if reading.error is not None:
        record["error"] = reading.error.as_dict()
    return record


def _words(reading: InputReading) -> str:
    if reading.error is not None:
        return f"{reading.name}: {reading.error}"
    texts = " · ".join(f"{_printable(code.text)} ({code.reader})" for code in reading.codes)
    return f"{reading.name}: {texts or 'no code'} · {reading.read_ms:.0f} ms"


def _printable(text: str) -> str:
    """Return ``text`` with nothing in it that a terminal obeys."""
    return "".join(symbol if symbol.isprintable() else "?" for symbol in text[:200])


def _positive(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"expected 0 to 3600 seconds, found {text}")
    return seconds
