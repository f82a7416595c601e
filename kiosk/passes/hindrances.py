"""What keeps a printer from printing, from IPP's keywords to words for staff."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_SUFFIXES: Final = ("-error", "-warning", "-report")
_WORDS: Final = {
    "media-empty": "no paper",
    "media-needed": "no paper, or another than it was asked for",
    "media-jam": "paper is jammed",
    "input-tray-missing": "its paper tray is missing",
    "cover-open": "its cover is open",
    "door-open": "its cover is open",
    "interlock-open": "its cover is open",
    "marker-supply-empty": "no ink or ribbon",
    "toner-empty": "no toner",
    "offline": "switched off or not connected",
    "connecting-to-device": "it does not answer",
    "timed-out": "it does not answer",
    "shutdown": "switched off or not connected",
    "paused": "somebody has stopped it",
    "moving-to-paused": "somebody has stopped it",
    "cups-missing-filter": "its driver is not whole",
    "cups-insecure-filter": "its driver is not safe",
    "other": "something that it does not name",
}


def name_hindrance(reasons: Iterable[str]) -> str:
    """Return what of ``printer-state-reasons`` holds papers up, in words; "" where nothing does.

    What is only low, or only worth telling, holds nothing up.
    """
    named = [_WORDS[base] for base in map(_strip, reasons) if base in _WORDS]
    return ", ".join(dict.fromkeys(named))


def _strip(reason: str) -> str:
    for suffix in _SUFFIXES:
        reason = reason.removesuffix(suffix)
    return reason
