"""What visitors said and how they rated, as facts: friendly, hostile, in three scripts, and spoken."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from kiosk.model.facts import Fact
from tests.fakes.tones import write_tone

HOSTILE_WORDS: Final = (
    '<script>alert("1")</script> {{ 7 * 7 }} &lt;b&gt; \u05d0\u05d1\u05d2 <img src=x onerror=alert(1)>'
)
QUESTION: Final = "How many litres did the wheel lift in a minute?"
NAMED: Final = "My aunt Asha Rao worked here until 1961, call her at 98765 43210. The floor was always wet."
_SAID: Final[tuple[dict[str, Any], ...]] = (
    {"stop": "mill-wheel", "kind": "question", "language": "en", "text": QUESTION},
    {"stop": "kitchen", "kind": "story", "language": "en", "text": NAMED},
    {"stop": "forge", "kind": "comment", "language": "hi", "text": "लोहार की बातें बहुत अच्छी लगीं।\nमेरे दादा भी लोहार थे।"},
    {"stop": "garden", "kind": "comment", "language": "ar", "text": "الحديقة جميلة جدًا، لكن اللوحة 12 لا تُقرأ."},
    {"stop": "pond", "kind": "comment", "language": "en", "text": HOSTILE_WORDS},
    {"stop": None, "kind": "comment", "language": "en", "text": "W" * 1_000},
)  # fmt: skip


def say_things(today: date, site: str = "mill") -> list[Fact]:
    """Return six written messages and a spoken one about ``site``, one about the castle, and ratings."""
    facts = [
        _message(site, {**said, "day": f"{today - timedelta(days=9 - number)}"})
        for number, said in enumerate(_SAID)
    ]
    spoken = {"stop": "gate", "kind": "story", "language": "hi", "sound": name_recording(), "day": f"{today}"}
    facts.append(_message(site, spoken))
    facts.append(_message("castle", {"stop": None, "kind": "comment", "language": "en", "text": "Too few benches.", "day": f"{today}"}))  # fmt: skip
    return [*facts, *_rate(site, today)]


def make_recording() -> bytes:
    """Return a second of a tone, the same each time within a process."""
    return _RECORDING


def name_recording() -> str:
    return hashlib.sha256(_RECORDING).hexdigest()


def _message(site: str, said: dict[str, Any]) -> Fact:
    stop = said["stop"]
    named = {"site": site, "stop": None if stop is None else f"{site}/{stop}"}
    return Fact("message", {"text": None, "sound": None, **said, **named})


def _rate(site: str, today: date) -> Iterator[Fact]:
    chance = random.Random(3)
    for number in range(60):
        stars = chance.choices([1, 2, 3, 4, 5], [1, 1, 4, 12, 20])[0]
        stop = f"{site}/mill-wheel" if number % 3 == 0 else None
        yield Fact("rating", {"site": site, "stop": stop, "stars": stars, "day": f"{today}", "counted": True})


def _make() -> bytes:
    with TemporaryDirectory() as folder:
        return write_tone(Path(folder) / "tone.opus", 1_000).read_bytes()


_RECORDING: Final = _make()
