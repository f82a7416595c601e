"""The way to the hub, as staff are shown it at the device."""

from __future__ import annotations

from dataclasses import dataclass

ENROL = "enrol"
CARRY = "carry"


@dataclass(frozen=True, slots=True)
class HubLook:
    """What is known, and what is being done.

    Attributes:
        hub: The hub's address; "" where none is set and the device is enrolled nowhere.
        enrolled_as: What the hub calls this device; "" where it is not enrolled.
        waiting: Facts that the hub has not acknowledged.
        waiting_since_ms: Since when the oldest waits (the device's wall clock, UTC); None for none.
        reached_ms: When the hub was last reached; 0 for never.
        stick_written_ms: When facts were last written to a stick; 0 for never.
        reason: Why facts wait, in one word (``kiosk.sync.outcome``, ``kiosk.sync.state``); "" where nothing is in the way.
        why: The same in words, for whoever has to look deeper.
        task: What is being done, or was done last: "", ``enrol`` or ``carry``.
        result: "" while it goes on; then ``done`` or ``refused``.
        message: What went wrong and what to do, in words for staff; "" where nothing did.
        code: The refusal's stable code.
        written: Facts that were written to the stick.
        acknowledged: Facts that the hub had acknowledged on the stick.
    """

    hub: str = ""
    enrolled_as: str = ""
    waiting: int = 0
    waiting_since_ms: int | None = None
    reached_ms: int = 0
    stick_written_ms: int = 0
    reason: str = ""
    why: str = ""
    task: str = ""
    result: str = ""
    message: str = ""
    code: str = ""
    written: int = 0
    acknowledged: int = 0
