"""``kiosk rehearse``: a whole visit, off screen, on the real parts."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from kiosk.app.output import Output
from kiosk.app.sizes import parse_size


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--pack", type=Path, metavar="FILE", help="visit this pack instead of the demonstration"
    )
    parser.add_argument(
        "--camera",
        metavar="SPEC",
        help="what the camera sees: a folder of pictures, a picture, a video, a number or auto"
        " (default: the labels of the first stops, drawn as a camera would see them)",
    )
    parser.add_argument(
        "--position",
        type=Path,
        metavar="FILE",
        help="walk along this recording of NMEA sentences (default: a drawn walk to an outdoor stop, where there is one)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("rehearsal"),
        metavar="DIR",
        help="where the pictures go (default: %(default)s)",
    )
    parser.add_argument(
        "--language", default="en", metavar="TAG", help="the visitor's language (default: %(default)s)"
    )
    parser.add_argument(
        "--depth",
        default="",
        help="the depth to hear: glance, story, deep or children (default: what the page offers)",
    )
    parser.add_argument(
        "--hear-all", action="store_true", help="hear every narration to its end, not only the first"
    )
    parser.add_argument(
        "--size",
        default="1280x800",
        type=parse_size,
        metavar="WxH",
        help="the screen's size in pixels (default: %(default)s)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Rehearse; 1 when a step failed. The device's own data are not touched: the visit has a folder of its own."""
    from kiosk.app.rehearsal.rehearse import Wanted, rehearse

    with ExitStack() as parts:
        data = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-rehearsal-")))
        wanted = Wanted(
            pack=arguments.pack,
            camera=arguments.camera,
            position=arguments.position,
            out=arguments.out,
            language=arguments.language,
            depth=arguments.depth,
            hear_all=arguments.hear_all,
            size_px=arguments.size,
        )
        failed = rehearse(data, wanted, out)
    out.note(f"Pictures and sound of the visit are in {arguments.out}")
    return 1 if failed else 0
