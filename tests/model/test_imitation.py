from __future__ import annotations

import pytest

from kiosk.model.imitation import is_imitation
from kiosk.model.marker import format_marker

HOST = "Q.DELHI-FORTS.ORG"
CYRILLIC_O = "https://q.delhi-f\N{CYRILLIC SMALL LETTER O}rts.org/x"


@pytest.mark.parametrize(
    "text",
    [
        format_marker(HOST, "7K3M9QXT", b"another key"),
        format_marker(HOST, "7K3M9QXT", b"another key").lower(),
        "https://q.delhi-forts.org@evil.example/x",
        "https://q.delhi-forts.org:x@evil.example/x",
        "https://q.delhi-forts.org.evil.example/x",
        "https://go.q.delhi-forts.org.evil.example",
        "https://q.delhi-f0rts.org/x",
        CYRILLIC_O,
        "https://" + "q.delhi-f\N{CYRILLIC SMALL LETTER O}rts.org".encode("idna").decode() + "/x",
        "HTTPS://"
        + "q.delhi-f\N{CYRILLIC SMALL LETTER O}rts.org".encode("idna").decode().upper()
        + "/ABCDEFGH12345",
        "https://q.dehli-forts.org/x",
        "https://q.delhi-fort.org/x",
        "https://q.delhi-fforts.org/x",
        "https://q.delh-forts.org/x",
        "https://qdelhi-forts.org/x",
        "https://q-delhi-forts.org/x",
        "https://q.delhi-forts.com/x",
        "HTTPS://Q.DELHI-F0RTS.ORG/ABCDEFGH12345",
    ],
)
def test_what_was_made_to_look_like_our_label_is_told_from_a_poster(text: str) -> None:
    assert is_imitation(text, [HOST, "OTHER.EXAMPLE"])


@pytest.mark.parametrize(
    "text",
    [
        "https://poster.example/concert?tickets=2",
        "https://q.delhi-forts.org/opening-hours",
        "https://www.delhi-forts.org/tickets",
        "https://q2.delhi-forts.org/ABC",
        "https://evil.example/q.delhi-forts.org/ABCDEFGH12345",
        "HTTPS://POSTER.EXAMPLE/ABCDEFGH12345",
        "WIFI:S:guests;T:WPA;P:secret;;",
        "upi://pay?pa=shop@bank",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://xn--",
        "https://xn--\N{DEVANAGARI LETTER KA}.org",
        "गुंबद",
        "",
        "X" * 10_000,
        "https://" + "a.-@" * 3000,
    ],
)
def test_other_peoples_codes_are_only_foreign(text: str) -> None:
    assert not is_imitation(text, [HOST])


def test_a_sister_museum_under_the_same_owner_is_no_imitation() -> None:
    assert not is_imitation("https://q1.museum.org.uk/x", ["Q2.MUSEUM.ORG.UK"])
    assert is_imitation("https://q.mus3um.org.uk/x", ["Q.MUSEUM.ORG.UK"])


def test_a_short_or_missing_host_of_ours_is_not_compared_letter_by_letter() -> None:
    assert not is_imitation("https://b.org", ["A.ORG", ""])
    assert not is_imitation("https://poster.example", [])
