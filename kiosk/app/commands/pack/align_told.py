"""What ``kiosk pack align`` says: how each recording stands, what was timed, and what is not sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.authoring.align import Timed
    from kiosk.authoring.align_plan import AlignJob

_STATES = {
    "missing": "has no timings yet",
    "changed": "its sound or its text has changed since it was timed",
    "asked": "is timed once more",
    "current": "is up to date",
    "foreign": "has timings that somebody made: left alone, unless --again is given",
    "no_text": "has no text to follow",
}
# More numbers than these help nobody; the file names all.
_SHOWN = 8


def answer_job(job: AlignJob, out: Output) -> None:
    """Tell how a recording stands."""
    record = {
        "recording": job.recording.file.name,
        "state": job.state.value,
        "would_time": job.state.is_timed,
    }
    out.answer(record, f"{job.recording.file.name}  {_STATES[job.state.value]}")


def answer_timed(one: Timed, out: Output) -> None:
    """Tell programs of each recording, and people of those that were not timed or are not sure."""
    if one.error is not None or one.note is None:
        if one.error is not None:
            out.error(one.error)
        return
    name = one.job.recording.file.name
    record = {
        "timed": name,
        "reason": one.job.state.value,
        "duration_ms": one.duration_ms,
        "words": one.words,
        "fit": round(one.note.fit, 3),
        "is_sure": one.note.is_sure,
        "doubtful_sentences": list(one.note.doubtful),
    }
    if out.as_json or not one.note.is_sure:
        shown = ", ".join(map(str, one.note.doubtful[:_SHOWN]))
        more = " ..." if len(one.note.doubtful) > _SHOWN else ""
        which = f"caption {shown}{more} is" if len(one.note.doubtful) == 1 else f"captions {shown}{more} are"
        which = "all of it is" if one.note.is_doubtful_throughout else which
        out.answer(record, f"{name}: timed, but {which} not sure; hear it")


def answer_outcome(jobs: Sequence[AlignJob], timed: Sequence[Timed], out: Output, *, is_list: bool) -> int:
    """Sum up; return the exit status: 1 where something could not be timed."""
    done = [one for one in timed if one.error is None]
    failed = len(timed) - len(done)
    counts = {state: sum(job.state.value == state for job in jobs) for state in _STATES}
    record = {
        "result": "listed" if is_list else "timed" if not failed else "incomplete",
        "timed": len(done),
        "failed": failed,
        "unsure": sum(one.note is not None and not one.note.is_sure for one in done),
        "to_time": sum(job.state.is_timed for job in jobs) - len(done),
        "up_to_date": counts["current"],
        "made_by_hand": counts["foreign"],
        "without_text": counts["no_text"],
        "words": sum(one.words for one in done),
    }
    out.answer(record, _sum_up(record, is_list=is_list))
    return 1 if failed else 0


def _sum_up(record: Mapping[str, object], *, is_list: bool) -> str:
    made = f"{record['to_time']} to time" if is_list else f"Timed {record['timed']}, {record['words']} words"
    rest = (
        ("failed", "could not be timed"),
        ("unsure", "not sure"),
        ("up_to_date", "up to date"),
        ("made_by_hand", "made by hand and left alone"),
        ("without_text", "without a text"),
    )
    return "; ".join([made, *(f"{record[key]} {words}" for key, words in rest if record[key])])
