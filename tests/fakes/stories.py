"""Stops and narrations to tell in tests."""

from __future__ import annotations

from kiosk.model.content import Depth, Recording, Stop, StopCard, Text, VoiceKind
from kiosk.narration.choose import Narration, NarrationKind

STORY = "The tower was begun in 1199. It is 73 m. high, and leans a little. Look up!"
KURZ = "Der Turm ist 73 Meter hoch. Er neigt sich."


def make_recording(
    language: str = "en",
    depth: Depth = Depth.STORY,
    *,
    sha256: str = "aa" * 32,
    duration_ms: int = 4_000,
    voice_kind: VoiceKind = VoiceKind.PERSON,
    timings: str = "",
) -> Recording:
    return Recording(
        sha256, "audio/ogg", language, depth, duration_ms, voice_kind, "Read by Amina Khan", timings
    )


def make_stop(
    texts: tuple[Text, ...] = (Text("en", Depth.STORY, STORY),), recordings: tuple[Recording, ...] = ()
) -> Stop:
    card = StopCard("qutb/minar", "qutb", "1", "The minar", "", 1, "ground", None, None, None, None, (), "")
    return Stop(card, "en", "ABCDEFGH", texts, recordings, (), (), (), "A museum", "2026-01-01")


def make_narration(
    kind: NarrationKind,
    text: str = STORY,
    *,
    recording: Recording | None = None,
    otherwise: Narration | None = None,
    language: str = "en",
) -> Narration:
    return Narration(kind, "qutb/minar", language, "en", Depth.STORY, text, recording, otherwise)


def chain_of_three(recording: Recording | None = None) -> Narration:
    """A recording, else speech, else text."""
    text = make_narration(NarrationKind.TEXT)
    speech = make_narration(NarrationKind.SPEECH, otherwise=text)
    return make_narration(NarrationKind.RECORDING, recording=recording or make_recording(), otherwise=speech)
