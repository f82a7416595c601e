"""Numbers in words, by the rules of Unicode's CLDR (the package unicode-rbnf)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

MAX_DIGITS = 15
"""Nobody listens to longer numbers in words."""

NUMBERING = "spellout-numbering"
"""The rules that every language has: a number by itself."""

# A voice stumbles over siebenundvierzigtausenddreihundertzweiundvierzig and reads its parts rightly: eSpeak NG makes
# a wrong v of the f in "vierzig" there.
_IN_PARTS = frozenset({"de", "sv"})


@functools.lru_cache(maxsize=2048)
def spell(number: int, language: str, rules: str = NUMBERING) -> str:
    """Return a number of at most ``MAX_DIGITS`` digits in words.

    Args:
        number: 0 or more.
        language: A primary language that CLDR has rules for.
        rules: CLDR's name of a set of rules, as "spellout-cardinal-masculine"; where the language has no such set,
            the number is said as by itself.
    """
    from unicode_rbnf.engine import FormatOptions

    engine = _open_engine(language)
    known = rules if rules in engine.rulesets else NUMBERING
    if language == "it" and rules.endswith("cardinal-feminine") and number != 1:
        known = NUMBERING  # "ventuno ore": only one itself is "una"
    options = FormatOptions.PRESERVE_SOFT_HYPENS
    words = engine.format_number(number, ruleset_names=[known], options=options).text
    # "ett tusen" has lost a t where it is written in one word.
    words = words.replace("et\u00adtusen", "ett\u00adtusen").replace("ettusen", "ett\u00adtusen")
    return " ".join(words.replace("\u00ad", " " if language in _IN_PARTS else "").split())


@functools.cache
def _open_engine(language: str) -> RbnfEngine:
    # The import takes 70 ms: only whoever speaks pays for it.
    from unicode_rbnf import RbnfEngine

    return RbnfEngine.for_language(language)
