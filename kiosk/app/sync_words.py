"""What waits for the hub, since when, why, and what to do: read from the data folder, for staff."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.sync.enrolment import find_enrolment
from kiosk.sync.last_tries import LastTries, read_last_tries
from kiosk.sync.outbox import Outbox, Waiting
from kiosk.sync.outcome import find_remedy
from kiosk.sync.state import NO_HUB
from kiosk.visits.identity import load_device

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What staff may know of the way to the hub.

    Attributes:
        hub: Its address; "" for none.
        enrolled_as: What the hub calls this device; "" where it is not enrolled.
        waiting: Facts the hub has not acknowledged.
        waiting_since_ms: Since when the oldest waits (device's wall clock, UTC); None for none.
        reached_ms: When the hub was last reached; 0 for never.
        stick_written_ms: When facts were last written to a stick; 0 for never.
        stick_read_ms: When the hub's answers were last read from one; 0 for never.
        reason: Why they wait, in one word; "" where nothing is in their way.
        why: The same in words.
        remedy: What to do.
    """

    hub: str
    enrolled_as: str
    waiting: int
    waiting_since_ms: int | None
    reached_ms: int
    stick_written_ms: int
    stick_read_ms: int
    reason: str
    why: str
    remedy: str

    def as_dict(self) -> dict[str, object]:
        """Return the report as a JSON-ready object."""
        return asdict(self)

    def format(self, now_ms: int) -> str:
        """Return the report in words; ``now_ms`` is the device's wall clock (UTC)."""
        lines = [self._format_hub(), self._format_waiting(now_ms)]
        if self.reached_ms:
            lines.append(f"The hub was last reached {format_age(now_ms - self.reached_ms)} ago.")
        if self.stick_written_ms:
            lines.append(
                f"Facts were last written to a stick {format_age(now_ms - self.stick_written_ms)} ago."
            )
        if self.reason:
            lines += [f"Why: {self.why or self.reason}", f"What to do: {self.remedy}"]
        return "\n".join(lines)

    def _format_hub(self) -> str:
        if not self.hub:
            return "No hub is set: facts stay on this device."
        return f"The hub is {self.hub}; " + (
            f"this device is enrolled there as {self.enrolled_as}."
            if self.enrolled_as
            else "this device is not enrolled there."
        )

    def _format_waiting(self, now_ms: int) -> str:
        if not self.waiting:
            return "Nothing waits."
        since = "" if self.waiting_since_ms is None else format_age(now_ms - self.waiting_since_ms)
        return f"{self.waiting} facts wait, the oldest for {since}."


def read_sync_report(data_folder: Path, hub: str) -> SyncReport:
    """Return what is known, without making anything in the data folder.

    Args:
        data_folder: The device's.
        hub: The address in the settings; "" for where the device is enrolled.

    Raises:
        KioskError: ``sync.enrolment-damaged``, ``sync.outbox-not-opened``.
    """
    enrolment, tries = find_enrolment(data_folder), read_last_tries(data_folder)
    waiting = _read_waiting(data_folder)
    address = hub or (enrolment.hub if enrolment else "")
    reason, why = _judge(address, tries)
    return SyncReport(
        hub=address,
        enrolled_as=(enrolment.name or enrolment.device[:8]) if enrolment else "",
        waiting=waiting.facts,
        waiting_since_ms=waiting.since_ms,
        reached_ms=tries.reached_ms,
        stick_written_ms=tries.stick_written_ms,
        stick_read_ms=tries.stick_read_ms,
        reason=reason,
        why=why,
        remedy=find_remedy(reason),
    )


def format_age(age_ms: int) -> str:
    """Return how long something is ago, roughly; a clock that was set back makes it "a moment"."""
    for unit_ms, name in ((_DAY_MS, "day"), (_HOUR_MS, "hour"), (_MINUTE_MS, "minute")):
        if age_ms >= unit_ms:
            count = age_ms // unit_ms
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    return "a moment"


def _judge(address: str, tries: LastTries) -> tuple[str, str]:
    if not address:
        return NO_HUB, "no hub's address is set, and the device is enrolled nowhere"
    return tries.reason, tries.why


def _read_waiting(data_folder: Path) -> Waiting:
    path = data_folder / "outbox.db"
    if not path.exists():
        return Waiting(0, None)
    with closing(Outbox(path, load_device(data_folder))) as outbox:
        return outbox.waiting()
