"""Keeps FFmpeg's own remarks off the console: what is wrong with a sound is heard, or told as an error of ours."""

from __future__ import annotations

import ctypes
import os
import re
from contextlib import suppress
from pathlib import Path

# FFmpeg's AV_LOG_FATAL. Its warnings come with every Opus file ("Could not update timestamps for skipped samples"), and what
# it calls an error, with a sound one too: when a visitor moves to its last tenth of a second ("read_timestamp() failed in
# the middle") it then looks for the place in another way, and finds it.
FATAL_ONLY = 8
_MAPPED = re.compile(r"/.*/libavutil[^/]*\.so[^/]*$", re.MULTILINE)


def quieten_decoders() -> list[Path]:
    """Let every FFmpeg that this process has loaded say only why it ends; call it once the player is there.

    Qt has no setting for it, and its decoders print to standard error past Qt's own messages. The library
    is the one already loaded, found by where it is mapped: so it is Qt's own, in a bundle too. Where the
    system does not tell what is mapped, nothing is changed and the remarks stay.

    Returns:
        The libraries that said more until now.
    """
    told = []
    for path in _list_loaded():
        # Only a library that is still loaded: nothing new is brought in for this.
        with suppress(OSError, AttributeError):
            library = ctypes.CDLL(str(path), mode=os.RTLD_NOLOAD)
            if library.av_log_get_level() > FATAL_ONLY:
                library.av_log_set_level(FATAL_ONLY)
                told.append(path)
    return told


def _list_loaded() -> list[Path]:
    try:
        mapped = Path("/proc/self/maps").read_text("utf-8", errors="surrogateescape")
    except OSError:
        return []
    return sorted({Path(found) for found in _MAPPED.findall(mapped)})
