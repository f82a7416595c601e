"""How eSpeak NG would say some words, as IPA: asked of its program, which is under the GPL and so stays a program."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import lru_cache

PROGRAM = "espeak-ng"
TIMEOUT_S = 20.0
# Longer runs are cut: what one call takes is bounded by what a command line may hold.
MAX_RUN_LENGTH = 4_000
# The mark of a change of language, "(en)", is no sound.
_LANGUAGE_MARK = re.compile(r"\([a-z-]+\)")


class NoPhonemesError(Exception):
    """The program is not there, or it failed."""


def is_there() -> bool:
    """Tell whether the program is installed."""
    return shutil.which(PROGRAM) is not None


@lru_cache(maxsize=4_096)
def ask_phonemes(text: str, voice: str) -> str:
    """Return the IPA of ``text``, words apart by blanks; the two signs of one sound are joined by ``^``.

    Args:
        text: Plain words; longer ones than ``MAX_RUN_LENGTH`` are cut.
        voice: eSpeak NG's name of the language: ``en-us``, ``fr-fr``.

    Raises:
        NoPhonemesError: The program is not there, does not know the language or does not answer in time.
    """
    command = [PROGRAM, "-q", "--ipa", "--tie=^", "-v", voice, "--", text[:MAX_RUN_LENGTH].replace("\0", " ")]
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT_S
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoPhonemesError(f"{PROGRAM}: {error}") from error
    return " ".join(_LANGUAGE_MARK.sub("", done.stdout).split()).replace("-", "")
