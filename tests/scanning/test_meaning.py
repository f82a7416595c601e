from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kiosk.model.marker import Marker, format_marker
from kiosk.packs.library import MarkerMatch
from kiosk.scanning.meaning import Meaning, MeaningKind, find_meaning

KEY = bytes(16)
OURS = format_marker("QUTB.EXAMPLE", "7K3M9QXT", KEY)


@dataclass
class Lookup:
    """Answers the same for every marker and notes what it was asked."""

    match: MarkerMatch
    asked: list[Marker] = field(default_factory=list)

    def find_by_marker(self, marker: Marker) -> MarkerMatch:
        self.asked.append(marker)
        return self.match


def test_a_stop_of_ours() -> None:
    meaning = find_meaning(OURS, Lookup(MarkerMatch("stop", "qutb/minar", "qutb")))
    assert (meaning.kind, meaning.stop_id) == (MeaningKind.STOP, "qutb/minar")
    assert meaning.marker is not None and meaning.marker.stop_code == "7K3M9QXT"


@pytest.mark.parametrize("kind", ["newer", "foreign"])
def test_a_label_of_our_form_without_a_stop(kind: str) -> None:
    meaning = find_meaning(OURS, Lookup(MarkerMatch(kind)))
    assert (meaning.kind, meaning.stop_id) == (MeaningKind(kind), "")


@pytest.mark.parametrize(
    "text",
    [
        "https://bank.example/pay?to=1",
        "WIFI:S:guests;T:WPA;P:secret;;",
        "javascript:alert(1)",
        "file:///etc/passwd",
        OURS + "?next=https://bank.example",
        "X" * 4296,
        "\0\x1b[2J",
        "गुंबद",
    ],
)
def test_what_has_not_our_form_is_foreign_and_never_looked_up(text: str) -> None:
    lookup = Lookup(MarkerMatch("stop", "qutb/minar"))
    assert find_meaning(text, lookup) == Meaning(MeaningKind.FOREIGN)
    assert lookup.asked == []
