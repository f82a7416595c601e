"""What visitors recorded goes to the hub, one recording at a time, behind all facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.errand import RETRY_S
from kiosk.sync.exchange import Exchange
from kiosk.sync.outcome import Answer, Outcome

_REFUSED_FOR_GOOD: Final = "hub.recording-refused"
# A hub that has no such door yet, or no room: facts go on meanwhile.
_LATER_S: Final = 60 * 60.0


class RecordingErrand:
    """Posts recordings that wait, and removes each when the hub has said, under its own signature, what became of it.

    Args:
        shelf: The recordings of this device.
        is_wanted: Tells whether it is their turn: facts are smaller, and go first.
    """

    def __init__(self, shelf: SpokenShelf, is_wanted: Callable[[], bool] = lambda: True) -> None:
        self._shelf = shelf
        self._is_wanted = is_wanted
        self._due_s = 0.0

    def is_due(self, now_s: float) -> bool:
        """See Errand."""
        return now_s >= self._due_s and bool(self._shelf.list_waiting()) and self._is_wanted()

    def run(self, exchange: Exchange, now_s: float) -> Answer:
        """See Errand."""
        assert exchange.signer is not None
        self._due_s = now_s + RETRY_S
        for sha256 in self._shelf.list_waiting():
            content = self._shelf.read(sha256)
            if content is not None:
                return self._post(exchange, sha256, content, now_s)
        return Answer(Outcome.ACKNOWLEDGED, detail="no recording waits")

    def _post(self, exchange: Exchange, sha256: str, content: bytes, now_s: float) -> Answer:
        assert exchange.signer is not None
        path = f"/v1/devices/{exchange.signer.device}/recordings/{sha256}"
        answer = exchange.post_sound(path, content)
        if _is_answered(answer):
            self._shelf.remove(sha256)
            self._due_s = now_s
            return replace(answer, outcome=Outcome.ACKNOWLEDGED)
        if answer.outcome in (Outcome.REFUSED, Outcome.TOO_LARGE, Outcome.BUSY):
            self._due_s = now_s + _LATER_S
        return answer


def _is_answered(answer: Answer) -> bool:
    """Tell whether the hub has it, or will never take it; a no counts under the hub's signature only."""
    is_no = answer.outcome is Outcome.REFUSED and answer.body.get("code") == _REFUSED_FOR_GOOD
    return answer.outcome is Outcome.ACKNOWLEDGED or (is_no and answer.is_signed)
