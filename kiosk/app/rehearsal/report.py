"""What a rehearsal says: one line a step for people, one JSON object a step for programs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

Details = dict[str, Any]


class Report:
    """Runs the steps one after another and tells each. A failed step does not keep the next from being tried.

    Attributes:
        failed: Names of the steps that failed.
    """

    def __init__(self, out: Output) -> None:
        self._out = out
        self.failed: list[str] = []

    def step(self, name: str, act: Callable[[], Details]) -> Details:
        """Make one step and tell ``{"step", "ok", "ms", ...}``; what it found comes back, {} when it failed."""
        started = time.monotonic()
        details: Details = {}
        try:
            details = act()
            error = None
        except KioskError as failure:
            error = failure
            self.failed.append(name)
        record = {
            "step": name,
            "ok": error is None,
            "ms": round((time.monotonic() - started) * 1000),
            **details,
        }
        if error is not None:
            record["error"] = error.as_dict()
        self._out.answer(record, _in_words(record, error))
        return details


def expect(is_so: bool, what: str, expected: object, found: object) -> None:
    """Go on only when something is so.

    Raises:
        KioskError: ``app.rehearsal-differs`` when it is not.
    """
    if not is_so:
        raise KioskError(
            "The rehearsal found something else than it should",
            thing=what,
            expected=str(expected),
            found=str(found),
            remedy="Look at the pictures in the rehearsal's folder",
            code="app.rehearsal-differs",
        )


def _in_words(record: Details, error: KioskError | None) -> str:
    mark = "ok  " if error is None else "FAIL"
    details = ", ".join(
        f"{name} {value}" for name, value in record.items() if name not in ("step", "ok", "ms", "error")
    )
    return f"{mark} {record['step']:<14} {record['ms']:>6} ms  {details if error is None else error}"
