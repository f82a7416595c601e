"""Checks of what visitors get: packs, and a voice for each of their languages."""

from __future__ import annotations

from collections.abc import Callable

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


def check_voices(library: Library, can_speak: Callable[[str], bool]) -> list[Finding]:
    """Tell for each site and language whether visitors hear recordings, a computer voice or nothing."""
    return [
        _check_voice(library, site.id, site.name, language, can_speak)
        for site in library.sites("en")
        for language in site.languages
    ]


def _check_voice(
    library: Library, site_id: str, name: str, language: str, can_speak: Callable[[str], bool]
) -> Finding:
    cards = library.stop_cards(site_id, language)
    recorded = sum(
        any(recording.language == language for recording in library.get_stop(card.id, language).recordings)
        for card in cards
    )
    check = f"voice {language}"
    words = f"{name}: {recorded} of {len(cards)} stops recorded"
    if recorded == len(cards):
        return ok(check, words)
    if can_speak(language):
        return ok(check, f"{words}, the rest spoken by the device")
    return warn(
        check,
        f"{words}, the rest is text only",
        f"Install a voice for {language} (Debian: apt install espeak-ng), or record the missing stops",
    )
