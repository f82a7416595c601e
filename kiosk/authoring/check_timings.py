"""Whether a recording's timings (WebVTT) belong to the recording and to the text it tells."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.narration.captions import read_timings
from kiosk.packs.findings import Severity

# Encoders add a little silence, and a caption may stay while the last word fades.
LATE_MS = 1_000
# Names and numbers are written in ways a program may not find; more than this is another text.
ASTRAY_SHARE = 0.2


def find_timing_fault(timings: str, text: str, duration_ms: int) -> tuple[Severity, str, str] | None:
    """Return severity, what is wrong and its remedy, or None where captions will follow the voice.

    ``text`` is what is told, "" where nobody wrote it down; ``duration_ms`` how long the recording lasts.
    """
    try:
        read = read_timings(timings, text)
    except KioskError as error:
        return Severity.ERROR, f"expected {error.expected}, found {error.found}", "mend or take away the file"
    cues = read.cues
    if read.faults:
        more = f" (and {len(read.faults) - 1} more)" if len(read.faults) > 1 else ""
        return Severity.ERROR, read.faults[0] + more, "mend the line: devices leave out what they cannot use"
    late = [cue for cue in cues if cue.start_ms >= duration_ms]
    if late:
        what = (
            f"a caption begins at {_format_time(late[0].start_ms)},"
            f" but the recording ends at {_format_time(duration_ms)}"
        )
        return Severity.ERROR, what, "time the captions to this recording"
    if cues[-1].end_ms > duration_ms + LATE_MS:
        what = f"the last caption ends at {_format_time(cues[-1].end_ms)}, the recording at {_format_time(duration_ms)}"
        return Severity.WARNING, what, "time the captions to this recording"
    if text and read.agreement < 1 - ASTRAY_SHARE:
        what = f"{round(100 * (1 - read.agreement))} % of its words are not in the text"
        return Severity.WARNING, what, "write the captions with the words of the text"
    return None


def _format_time(time_ms: int) -> str:
    return f"{time_ms // 60_000}:{time_ms % 60_000 / 1000:04.1f}"
