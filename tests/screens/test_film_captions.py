"""Who speaks in a film is told where another begins to."""

from __future__ import annotations

from kiosk.narration.captions import parse_timings
from kiosk.screens.film_captions import name_speakers

SAID = [
    ("Amina", "Who built it?"),
    ("Ravi", "Aibak."),
    ("Ravi", "Then others."),
    ("", "(a bell)"),
    ("Ravi", "Hear it."),
]


def captions(said: list[tuple[str, str]]) -> str:
    cues = [
        f"00:0{place}.000 --> 00:0{place}.900\n" + (f"<v {voice}>{text}" if voice else text)
        for place, (voice, text) in enumerate(said)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues)


def test_each_voice_is_named_where_it_begins() -> None:
    assert [cue.text for cue in name_speakers(parse_timings(captions(SAID)))] == [
        "Amina: Who built it?",
        "Ravi: Aibak.",
        "Then others.",
        "(a bell)",
        "Ravi: Hear it.",
    ]


def test_one_voice_alone_needs_no_name() -> None:
    assert [
        cue.text for cue in name_speakers(parse_timings(captions([("Amina", "Look."), ("Amina", "Up.")])))
    ] == [
        "Look.",
        "Up.",
    ]
