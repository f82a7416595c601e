"""Which parts of a pack a device holds: staff may leave out languages, or videos, and add them later.

What is left out is the device's own record. The manifest and its signature stay as they are, and the core and
the fall-back language always come.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import CORE, LANGUAGE_PREFIX, PackManifest


@dataclass(frozen=True, slots=True)
class PartChoice:
    """What staff want of a pack on this device, now and in later versions.

    Attributes:
        languages: The BCP 47 tags wanted; None for all, those of later versions too.
        without: Parts left out, by name or by language tag: ``("video", "lang-ar")``.
    """

    languages: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()

    def left_out(self, manifest: PackManifest) -> frozenset[str]:
        """Return the names of the parts of ``manifest`` that are not wanted."""
        always = {CORE, LANGUAGE_PREFIX + manifest.fallback_language}
        unwanted = {_part_name(manifest, name) for name in self.without}
        if self.languages is not None:
            wanted = {LANGUAGE_PREFIX + tag for tag in self.languages}
            unwanted |= {part.name for part in manifest.parts if part.language and part.name not in wanted}
        return frozenset(part.name for part in manifest.parts if part.name in unwanted) - always

    def check(self, manifest: PackManifest) -> None:
        """Refuse names that no part has: a slip of the pen must not leave something out unseen.

        Raises:
            KioskError: ``packs.no-such-part``.
        """
        parts = {part.name for part in manifest.parts}
        asked = [*(LANGUAGE_PREFIX + tag for tag in self.languages or ())]
        asked += [_part_name(manifest, name) for name in self.without]
        for name in asked:
            if name not in parts:
                raise KioskError(
                    "The pack was not installed",
                    thing=f"{manifest.id} {manifest.version}",
                    expected="one of " + ", ".join(_said(name) for name in sorted(parts - {CORE})),
                    found=_said(name),
                    remedy="name languages and parts that the pack has",
                    code="packs.no-such-part",
                )


EVERYTHING = PartChoice()


def keep_parts(manifest: PackManifest, left_out: Iterable[str]) -> PackManifest:
    """Return ``manifest`` as far as it is on a device: without the parts ``left_out``."""
    gone = set(left_out)
    if not gone:
        return manifest
    return replace(
        manifest,
        languages=tuple(tag for tag in manifest.languages if LANGUAGE_PREFIX + tag not in gone),
        parts=tuple(part for part in manifest.parts if part.name not in gone),
    )


def format_choice(choice: PartChoice) -> str:
    """Return the choice as the JSON that is kept; the pair of :func:`parse_choice`."""
    return json.dumps({"languages": choice.languages, "without": choice.without})


def parse_choice(text: str) -> PartChoice:
    """Return the choice in ``text``; everything where it is "" or cannot be read."""
    try:
        record = json.loads(text)
        languages, without = record["languages"], record["without"]
        return PartChoice(None if languages is None else _names(languages), _names(without))
    except (ValueError, TypeError, KeyError):
        return EVERYTHING


def _names(names: list[object]) -> tuple[str, ...]:
    return tuple(name for name in names if isinstance(name, str))


def _part_name(manifest: PackManifest, name: str) -> str:
    return LANGUAGE_PREFIX + name if name in manifest.languages else name


def _said(part_name: str) -> str:
    return part_name.removeprefix(LANGUAGE_PREFIX)
