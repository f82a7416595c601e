"""What ``kiosk pack narrate`` says: who will speak, what was rendered, what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import format_remaining
from kiosk.app.output import Output
from kiosk.model.telling_time import estimate_seconds

if TYPE_CHECKING:
    from kiosk.authoring.narrate import Rendered, Voices
    from kiosk.authoring.narrate_plan import NarrationJob, NarrationPlan
    from kiosk.authoring.narrate_voices import ChosenVoice

_REASONS = {
    "missing": "not recorded",
    "changed": "the text, or how it is said, has changed",
    "asked": "once more",
}


def tell_voices(plan: NarrationPlan, voices: Voices, out: Output) -> None:
    """Tell people who speaks each language, and which languages nobody speaks."""
    for language in dict.fromkeys(job.language for job in plan.jobs):
        count = sum(job.language == language for job in plan.jobs)
        chosen = voices.get(language)
        who = _name(chosen) if chosen else "no voice here; a person's recording is better anyway"
        out.note(f"{language}: {count} text{'s' if count != 1 else ''}, {who}")


def answer_job(job: NarrationJob, chosen: ChosenVoice | None, out: Output) -> None:
    """Tell of a text that would be rendered, and how long it will be to listen to."""
    seconds = round(estimate_seconds(job.text))
    record = {
        "would_render": job.name,
        "reason": job.reason.value,
        "engine": chosen.engine.name if chosen else "",
        "voice": chosen.voice.id if chosen else "",
        "about_s": seconds,
    }
    words = f"{job.name}  {_REASONS[job.reason.value]}, about {format_remaining(seconds)}"
    out.answer(record, words if chosen else f"{words}, nobody to speak it")


def answer_rendered(one: Rendered, out: Output) -> None:
    """Tell programs of a text that was rendered, and everybody of one that could not be."""
    if one.error is not None:
        out.error(one.error)
    elif out.as_json:
        record = {
            "rendered": one.job.name,
            "reason": one.job.reason.value,
            "engine": one.voice.engine.name,
            "voice": one.voice.voice.id,
            "duration_ms": one.duration_ms,
            "bytes": one.size_bytes,
        }
        out.answer(record, "")


def answer_outcome(
    plan: NarrationPlan, rendered: Sequence[Rendered], able: int, out: Output, *, is_list: bool = False
) -> int:
    """Sum up; return the exit status: 1 where something that has a voice could not be rendered."""
    done = [one for one in rendered if one.error is None]
    failed = len(rendered) - len(done)
    seconds = sum(one.duration_ms for one in done) / 1000
    record = {
        "result": "listed" if is_list else "narrated" if not failed else "incomplete",
        "rendered": len(done),
        "failed": failed,
        "to_render": able - len(done),
        "without_voice": len(plan.jobs) - able,
        "up_to_date": plan.current,
        "recorded": plan.recorded,
        "duration_s": round(seconds, 1),
        "bytes": sum(one.size_bytes for one in done),
    }
    made = f"{able} to render" if is_list else f"Rendered {len(done)} ({format_remaining(seconds)} of sound)"
    if not plan.jobs:
        made = "Nothing to render"
    parts = [
        made,
        f"{failed} could not be rendered" if failed else "",
        f"{len(plan.jobs) - able} without a voice" if len(plan.jobs) > able else "",
        f"{plan.current} up to date",
        f"{plan.recorded} recorded by somebody" if plan.recorded else "",
    ]
    out.answer(record, ", ".join(filter(None, parts)))
    return 1 if failed else 0


def _name(chosen: ChosenVoice) -> str:
    return f"{chosen.voice.name} ({chosen.engine.name}, {chosen.voice.id})"
