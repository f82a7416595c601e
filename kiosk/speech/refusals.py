"""How this room says that a text was not spoken."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.speech.engine import MAX_SPEECH_LENGTH

NO_VOICE = "narration.no-voice"
SPEECH_FAILED = "narration.speech-failed"
NOTHING_TO_SAY = "narration.nothing-to-say"
TEXT_TOO_LONG = "narration.text-too-long"


def not_spoken(code: str, expected: str, found: str, thing: str = "") -> KioskError:
    """Return the error of a text that was not spoken."""
    return KioskError(
        "The text was not spoken",
        thing=thing,
        code=code,
        expected=expected,
        found=found,
        remedy="kiosk doctor lists the voices of this device; a recording needs none",
    )


def check_text(text: str) -> None:
    """See that there is something to say, and not too much of it.

    Raises:
        KioskError: ``narration.text-too-long`` or ``narration.nothing-to-say``.
    """
    if len(text) > MAX_SPEECH_LENGTH:
        raise not_spoken(TEXT_TOO_LONG, f"at most {MAX_SPEECH_LENGTH} characters", str(len(text)))
    if not text.strip():
        raise not_spoken(NOTHING_TO_SAY, "text", "none")
