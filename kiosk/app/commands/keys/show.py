"""``kiosk keys show``: whose keys these are, who may do what, and what was signed. Asks for no pass-phrase."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.publishing.key_ring import KeyRing
    from kiosk.packs.publishing.signed_state import SignedState


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_key_arguments(parser, sign_with=True)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell of the ring: an operator's, or that of a site's curators."""
    from kiosk.packs.publishing.curator_ring import is_curator_ring
    from kiosk.packs.publishing.waiting_roots import read_pending

    if is_curator_ring(arguments.keys):
        return _show_curators(arguments.keys, out)
    ring = open_ring(arguments)
    state = ring.state()
    record = {**_describe(state), "keys": _describe_keys(ring, state), "waiting": len(read_pending(ring))}
    lines = [
        f"{record['name']}  {record['fingerprint']}",
        f"signatures are valid until {record['expires_on']}",
    ]
    lines += [
        f"key {key['key'][:8]}  {key['label']}: {', '.join(key['roles'])}; {key['file'] or 'not here'}"
        for key in record["keys"]
    ]
    if record["waiting"]:
        lines.append("a change of keys waits for signatures: kiosk keys sign")
    lines += [f"published {each['release']}, by {each['signed_by']}" for each in record["releases"]]
    lines += [f"withdrawn {release}" for release in record["withdrawn"]]
    out.answer(record, "\n".join(lines))
    return 0


def _describe(state: SignedState) -> dict[str, Any]:
    from kiosk.packs.publishing.listing import list_withdrawn
    from kiosk.packs.publishing.roles import get_operator
    from kiosk.packs.trust.fingerprint import make_fingerprint

    signed = (state.root, state.timestamp.signed, state.snapshot.signed, state.targets.signed)
    return {
        "name": get_operator(state.root),
        "fingerprint": make_fingerprint(state.root_raw),
        "root_version": state.root.version,
        "published": state.timestamp.signed.version,
        "expires_on": min(each.expires.date().isoformat() for each in signed),
        "releases": [
            {"release": each.path.removesuffix(".json"), "signed_by": each.role} for each in state.listed()
        ],
        "withdrawn": [path.removesuffix(".json") for path in list_withdrawn(state.targets.signed)],
    }


def _show_curators(folder: Path, out: Output) -> int:
    from kiosk.packs.publishing.curator_ring import CURATOR_FILE, read_curator, read_curator_file

    metadata, _ = read_curator_file(folder / CURATOR_FILE)
    _, role = read_curator(metadata, folder / CURATOR_FILE)
    releases = [path.removesuffix(".json") for path in metadata.signed.targets]
    expires_on = metadata.signed.expires.date().isoformat()
    lines = [
        f"curators {role}",
        f"signatures are valid until {expires_on}",
        *(f"signed {each}" for each in releases),
    ]
    out.answer({"role": role, "expires_on": expires_on, "releases": releases}, "\n".join(lines))
    return 0


def _describe_keys(ring: KeyRing, state: SignedState) -> list[dict[str, Any]]:
    from kiosk.packs.publishing.roles import get_label

    files = ring.key_files()
    delegations = state.targets.signed.delegations
    roles = dict(state.root.roles.items())
    keys = dict(state.root.keys)
    if delegations:
        roles.update(delegations.roles or {})
        keys.update(delegations.keys)
    return [
        {
            "key": keyid,
            "label": get_label(key),
            "roles": [name for name, role in roles.items() if keyid in role.keyids],
            "file": str(files[keyid].path) if keyid in files else "",
        }
        for keyid, key in keys.items()
    ]
