"""The languages whose numbers and short words are said in full."""

from __future__ import annotations

from importlib import import_module

from kiosk.speech.normalisation.manner import Manner

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "pt", "sv")


def find_manner(language: str) -> Manner | None:
    """Return how a primary language says numbers; None where there are no rules for it."""
    if language not in LANGUAGES:
        return None
    manner = import_module(f"{__name__}.{language}").MANNER
    assert isinstance(manner, Manner)  # each of these modules has one
    return manner
