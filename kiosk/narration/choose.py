"""Which voice tells a stop's story, and what to turn to when it fails.

Ranked, and never otherwise:

1. a person's recording in the visitor's language;
2. one rendered when the pack was made, by a better voice than the device has;
3. live speech in the visitor's language;
4. a recording in the fall-back language, a person's first, which the screen says;
5. the text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.content import Depth, Recording, Stop, Text, VoiceKind
from kiosk.model.language import pick, primary
from kiosk.model.pronunciation import Pronunciation

# Where a stop has nothing at the depth asked for, what is nearest to it in length comes first.
_NEAREST_DEPTHS = {
    Depth.GLANCE: (Depth.GLANCE, Depth.STORY, Depth.DEEP, Depth.CHILDREN, Depth.DESCRIBED),
    Depth.STORY: (Depth.STORY, Depth.GLANCE, Depth.DEEP, Depth.CHILDREN, Depth.DESCRIBED),
    Depth.DEEP: (Depth.DEEP, Depth.STORY, Depth.GLANCE, Depth.CHILDREN, Depth.DESCRIBED),
    Depth.CHILDREN: (Depth.CHILDREN, Depth.GLANCE, Depth.STORY, Depth.DEEP, Depth.DESCRIBED),
    Depth.DESCRIBED: (Depth.DESCRIBED, Depth.STORY, Depth.GLANCE, Depth.DEEP, Depth.CHILDREN),
}


class NarrationKind(StrEnum):
    """How a narration reaches the visitor."""

    RECORDING = "recording"
    SPEECH = "speech"
    TEXT = "text"


class Speaker(StrEnum):
    """Whose voice is heard, for the screen: "recorded by ...", "computer voice", or nobody's."""

    PERSON = "person"
    COMPUTER = "computer"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Narration:
    """One way to tell a stop at one depth, and the next best way.

    ``language`` is what is spoken or read, ``asked_language`` what the visitor chose; they differ
    when the pack falls back (see :attr:`is_fallback`). ``text`` is the transcript, "" where a
    recording has none. ``otherwise`` is what to turn to when this one cannot be played. ``pronunciations`` is the
    pack's lexicon in ``language``, for live speech.
    """

    kind: NarrationKind
    stop_id: str
    language: str
    asked_language: str
    depth: Depth
    text: str
    recording: Recording | None = None
    otherwise: Narration | None = None
    pronunciations: tuple[Pronunciation, ...] = ()

    @property
    def is_fallback(self) -> bool:
        """Tell whether the visitor's language was not to be had, so that the screen says so."""
        return primary(self.language) != primary(self.asked_language)

    @property
    def speaker(self) -> Speaker:
        """Return whose voice is heard."""
        if self.kind is NarrationKind.TEXT:
            return Speaker.NOBODY
        if self.recording is not None and self.recording.voice_kind is VoiceKind.PERSON:
            return Speaker.PERSON
        return Speaker.COMPUTER

    @property
    def credit(self) -> str:
        """Return who is to be named for the voice; "" for live speech and text."""
        return self.recording.credit if self.recording is not None else ""


def choose_narration(
    stop: Stop,
    language: str,
    depth: Depth,
    fallback_language: str,
    can_speak: Callable[[str], bool],
    pronunciations: Sequence[Pronunciation] = (),
) -> Narration:
    """Return the best narration there is; its ``otherwise`` chain holds the rest in order.

    The depth is the one asked for where the stop has it, else the nearest. A stop without any text
    is told by its title, so there is always an answer. ``pronunciations`` is the pack's lexicon in ``language``.
    """
    there = {text.depth for text in stop.texts} | {recording.depth for recording in stop.recordings}
    chosen_depth = next((near for near in _NEAREST_DEPTHS[depth] if near in there), depth)
    ranked = list(_ranked(stop, language, chosen_depth, fallback_language, can_speak))
    chain: Narration | None = None
    for kind, spoken, text, recording in reversed(ranked):
        lexicon = tuple(pronunciations) if kind is NarrationKind.SPEECH else ()
        chain = Narration(kind, stop.card.id, spoken, language, chosen_depth, text, recording, chain, lexicon)
    assert chain is not None  # _ranked always ends with text
    return chain


_Candidate = tuple[NarrationKind, str, str, Recording | None]


def _ranked(
    stop: Stop, language: str, depth: Depth, fallback_language: str, can_speak: Callable[[str], bool]
) -> Iterator[_Candidate]:
    text = _text_to_tell(stop, language, depth, fallback_language)
    yield from _recorded(stop, depth, language)
    if primary(text.language) == primary(language) and can_speak(text.language):
        yield NarrationKind.SPEECH, text.language, text.text, None
    if primary(fallback_language) != primary(language):
        yield from _recorded(stop, depth, fallback_language)
    yield NarrationKind.TEXT, text.language, text.text, None


def _recorded(stop: Stop, depth: Depth, language: str) -> Iterator[_Candidate]:
    there = [one for one in stop.recordings if one.depth is depth and _is_near(one.language, language)]
    # People are heard before rendered voices, and only then does it count whether it is British or Indian English.
    for recording in sorted(
        there, key=lambda one: (one.voice_kind is not VoiceKind.PERSON, one.language != language)
    ):
        texts = [
            text for text in stop.texts if text.depth is depth and _is_near(text.language, recording.language)
        ]
        told = next(
            (text for text in texts if text.language == recording.language), texts[0] if texts else None
        )
        yield NarrationKind.RECORDING, recording.language, told.text if told else "", recording


def _is_near(tag: str, language: str) -> bool:
    return primary(tag) == primary(language)


def _text_to_tell(stop: Stop, language: str, depth: Depth, fallback_language: str) -> Text:
    texts = [text for text in stop.texts if text.depth is depth]
    tag = pick(language, (text.language for text in texts), fallback_language)
    found = next((text for text in texts if text.language == tag), None)
    return found or Text(stop.title_language, depth, stop.card.title)
