"""What a site has set about tickets, in one line of its settings.

``required`` holds for all sites of a device; ``off; fort = required; mill = asked`` makes exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

MAX_LENGTH: Final = 4_000


class Asking(StrEnum):
    """Whether a site asks for tickets."""

    OFF = "off"
    ASKED = "asked"  # a visitor may go on without one
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class TicketRule:
    """How tickets are asked for: ``everywhere``, and otherwise at ``sites``, by their ids."""

    everywhere: Asking = Asking.OFF
    sites: Mapping[str, Asking] = field(default_factory=dict)

    def find(self, site: str) -> Asking:
        """Return how a site asks."""
        return self.sites.get(site, self.everywhere)


def parse_rule(text: str) -> TicketRule:
    """Return the rule in a setting's text.

    Raises:
        ValueError: It is no such text; the message says what would be.
    """
    first, *others = (part.strip() for part in text[:MAX_LENGTH].split(";"))
    pairs = [tuple(part.strip() for part in other.split("=")) for other in others if other]
    words = [first, *(pair[-1] for pair in pairs)]
    if any(len(pair) != 2 or not pair[0] for pair in pairs) or not set(words) <= set(Asking):
        raise ValueError('off, asked or required, and sites that differ: "off; fort = required"')
    return TicketRule(Asking(first), {pair[0]: Asking(pair[1]) for pair in pairs})


@dataclass(frozen=True, slots=True)
class HelpWords:
    """Where the desk is, in the site's own words: ``plain``, and otherwise by language."""

    plain: str = ""
    others: Mapping[str, str] = field(default_factory=dict)

    def find(self, language: str) -> str:
        """Return the words for a language (BCP 47); those of the same language without its region, else the plain ones."""
        tag = language.lower()
        while tag:
            if words := self.others.get(tag):
                return words
            tag = tag.rpartition("-")[0]
        return self.plain


def parse_help(text: str) -> HelpWords:
    """Return the words of a setting: ``Left of the gate [hi] द्वार के बाईं ओर [ar] ...``; everything is some text."""
    plain, *rest = re.split(r"\[([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\]", text[:MAX_LENGTH])
    others = {tag.lower(): words.strip() for tag, words in zip(rest[::2], rest[1::2], strict=True)}
    return HelpWords(plain.strip(), others)
