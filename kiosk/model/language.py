"""BCP 47 language tags: which of the languages there are serves a visitor best."""

from __future__ import annotations

from collections.abc import Iterable

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "dv", "yi"})


def primary(tag: str) -> str:
    """Return the primary subtag in lower case: ``en`` of ``en-GB``."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def is_right_to_left(tag: str) -> bool:
    """Tell whether text in this language runs from right to left."""
    return primary(tag) in RIGHT_TO_LEFT


def pick(asked: str, available: Iterable[str], fallback: str) -> str | None:
    """Return the tag in ``available`` that serves ``asked`` best, or None where there is nothing.

    Ranked: the same tag, the same primary language, the fall-back, its primary language, the first.
    """
    tags = list(available)
    for wanted in (asked, fallback):
        for same in (_same_tag, _same_primary):
            found = next((tag for tag in tags if same(tag, wanted)), None)
            if found is not None:
                return found
    return tags[0] if tags else None


def _same_tag(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _same_primary(one: str, other: str) -> bool:
    return primary(one) == primary(other)
