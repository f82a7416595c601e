"""Checks of what visitors get: the packs."""

from __future__ import annotations

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.packs.library import Library


def check_packs(library: Library, *, has_demonstration: bool) -> list[Finding]:
    """Tell which sites are shown, and every pack that is damaged.

    A new device is no faulty one: the demonstration that comes with the program is installed at its first start.
    """
    found = [
        fail("packs", str(problem), problem.remedy or "Install the pack again")
        for problem in library.problems
    ]
    sites = library.sites("en")
    if sites:
        return [
            ok("packs", ", ".join(f"{site.name} ({', '.join(site.languages)})" for site in sites)),
            *found,
        ]
    if not found and has_demonstration:
        remedy = "Start the guide to see the demonstration, or install a pack: kiosk pack install FILE.hpack"
        found.append(warn("packs", "none is installed yet", remedy))
    elif not found:
        found.append(fail("packs", "no pack is installed", "Install one: kiosk pack install FILE.hpack"))
    return found
