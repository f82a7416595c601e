"""One batch out and the hub's word on it back into the outbox."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Answer, Outcome

if TYPE_CHECKING:
    from kiosk.sync.exchange import Exchange


def send_one(outbox: Outbox, exchange: Exchange, max_facts: int) -> tuple[Answer | None, int]:
    """Send one batch and take the hub's word for it.

    Returns:
        The answer (None where nothing waits) and how many facts it acknowledged. An answer whose hash
        is not ours is turned into one that is not the hub's.

    Raises:
        KioskError: The outbox could not be read or written.
    """
    batch = outbox.next_batch(max_facts)
    if batch is None:
        return None, 0
    answer = exchange.send(batch)
    try:
        if answer.outcome is Outcome.ACKNOWLEDGED:
            return answer, outbox.acknowledge(batch, answer.through, answer.head_hash)
        if answer.outcome is Outcome.FORK:
            outbox.reconcile(batch, answer.through, answer.head_hash)
    except KioskError as error:
        if error.code != "sync.wrong-acknowledgement":
            raise
        return replace(answer, outcome=Outcome.NOT_THE_HUB, detail=str(error)), 0
    return answer, 0
