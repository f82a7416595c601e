"""``kiosk sync``: send what waits to the hub, by network or stick; enrol there; say what waits and why.

One file an action, each with ``run``.
"""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

from kiosk.app.output import Output

ACTIONS = ("send", "status", "enrol")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their options."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=ACTIONS,
        default="send",
        help="send (default): send what waits, by network, or by a stick with --stick."
        " status: say what waits, since when and why, and send nothing."
        " enrol: have the hub know this device, with a code that its operator gave",
    )
    parser.add_argument(
        "--hub",
        metavar="URL",
        default=os.environ.get("KIOSK_HUB", ""),
        help="the hub's address (default: $KIOSK_HUB, else the one in the settings, else where the device is enrolled)",
    )
    parser.add_argument(
        "--stick",
        metavar="DIR",
        type=Path,
        help="send: by this stick, both ways: what waits goes onto it, sealed for the hub, and the hub's answers come in",
    )
    parser.add_argument(
        "--code", metavar="CODE", default="", help="enrol: the code, or what its QR code says"
    )
    parser.add_argument("--name", metavar="NAME", default="", help="enrol: what to call this device")
    parser.add_argument(
        "--new-keys",
        action="store_true",
        help="enrol: with new keys, as after the device was revoked or stolen",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked for; 1 where facts still wait for the hub's word."""
    action = "stick" if arguments.action == "send" and arguments.stick else arguments.action
    return int(importlib.import_module(f"{__name__}.{action}").run(arguments, out))
