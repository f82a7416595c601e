"""What the desk's commands say, as the one job that staff are shown."""

from __future__ import annotations

from dataclasses import replace

from kiosk.app.staff.task_process import Record
from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import InstallJob, TaskKind

REFUSED = "refused"
CANCELLED = "cancelled"
NOTHING_CHANGED = frozenset({REFUSED, CANCELLED, "nothing-new"})
"""How a task may end that leaves the device as it was."""

_DONE = {
    TaskKind.INSTALL: "installed",
    TaskKind.ACTIVATE: "activated",
    TaskKind.REMOVE: "removed",
    TaskKind.TRUST: "trusted",
}


def describe_progress(job: InstallJob, record: Record) -> InstallJob:
    """Return the job as far as ``record`` says it is."""
    remaining_s = record.get("remaining_s")
    return replace(
        job,
        words=str(record["progress"]),
        done_bytes=int(record.get("done_bytes", 0)),
        total_bytes=int(record.get("total_bytes", 0)),
        remaining_s=None if remaining_s is None else float(remaining_s),
    )


def describe_end(job: InstallJob, record: Record | None, *, was_cancelled: bool) -> InstallJob:
    """Return the job as it ended. Who cancels too late has got what was asked for.

    Args:
        job: The job.
        record: The command's last answer; None where the process died without one.
        was_cancelled: Whether staff stopped it.
    """
    if record is None:
        if was_cancelled:
            return replace(job, remaining_s=None, result=CANCELLED)
        return refuse(job, _make_died(job))
    if error := record.get("error"):
        return refuse(job, KioskError(**error))
    result = str(record.get("result", _DONE[job.kind]))
    return replace(job, done_bytes=job.total_bytes, remaining_s=None, result=result)


def refuse(job: InstallJob, problem: KioskError) -> InstallJob:
    """Return the job as refused for ``problem``."""
    return replace(job, remaining_s=None, result=REFUSED, message=problem.format(), code=problem.code)


def _make_died(job: InstallJob) -> KioskError:
    return KioskError(
        "It was not finished",
        thing=f"{job.pack_id} {job.version}" if job.pack_id else "",
        found="a program that ended before it was done",
        remedy="begin it again: it goes on where it stopped, and what was shown is still shown",
        code="app.task-died",
    )


def make_gone(drive: str) -> KioskError:
    """Return the words for a stick that is no longer there, or was never seen."""
    return KioskError(
        "The pack was not installed",
        thing=drive,
        found="no such release on a stick that is plugged in",
        remedy="plug the stick in again and wait until it has been read",
        code="app.stick-gone",
    )
