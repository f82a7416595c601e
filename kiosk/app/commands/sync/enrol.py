"""``kiosk sync enrol``: have the hub know this device, by a short code."""

from __future__ import annotations

import argparse
import platform

from kiosk import __version__
from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Enrol, and say where; the guide may run meanwhile and takes note by itself."""
    from kiosk.app.settings import read_settings
    from kiosk.seals.keys import format_fingerprint
    from kiosk.sync.enrol import Invitation, enrol, parse_invitation
    from kiosk.visits.identity import load_device

    invitation = parse_invitation(arguments.code)
    hub = invitation.hub or arguments.hub or read_settings(arguments.data).hub
    make_data_folder(arguments.data)
    enrolment = enrol(
        arguments.data,
        load_device(arguments.data),
        Invitation(hub, invitation.code),
        name=arguments.name or platform.node(),
        version=__version__,
        new_keys=arguments.new_keys,
    )
    fingerprint = format_fingerprint(enrolment.hub_keys)
    plain = enrolment.hub.startswith("http://")
    record = {
        "result": "enrolled",
        "hub": enrolment.hub,
        "device": enrolment.device,
        "name": enrolment.name,
        "site": enrolment.site,
        "hub_fingerprint": fingerprint,
        "private_network": not plain,
    }
    words = f"This device is {enrolment.name or enrolment.device[:8]}, enrolled at {enrolment.hub}."
    words += f"\nThe hub's keys have the fingerprint {fingerprint}."
    if plain:
        words += (
            "\nThey came over a network that others may read and change: compare it with what the hub shows."
        )
    out.answer(record, words)
    return 0
