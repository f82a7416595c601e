"""Telling the hub how this device is, and fetching the paper keys when the hub says there are others."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.model.device_status import DeviceStatus, format_status
from kiosk.seals.envelope import SealError
from kiosk.seals.paper_key_mail import open_paper_keys
from kiosk.seals.paper_keys import MAX_BYTES, keep_paper_keys
from kiosk.sync.errand import RETRY_S
from kiosk.sync.exchange import Exchange
from kiosk.sync.outcome import Answer, Outcome
from kiosk.sync.signer import Signer

STATUS_EVERY_S: Final = 15 * 60.0
MAX_SEALED_BYTES: Final = 3 * MAX_BYTES


class StatusErrand:
    """Posts the status at the start and every quarter of an hour.

    Args:
        data_folder: Where paper keys are kept.
        make_status: Says how the device is; called on the sending thread.
        on_paper_keys: Told, on the sending thread, that others were kept.
    """

    def __init__(
        self,
        data_folder: Path,
        make_status: Callable[[], DeviceStatus],
        on_paper_keys: Callable[[], None] = lambda: None,
    ) -> None:
        self._data_folder = data_folder
        self._make_status = make_status
        self._on_paper_keys = on_paper_keys
        self._due_s = 0.0

    def is_due(self, now_s: float) -> bool:
        """See Errand."""
        return now_s >= self._due_s

    def run(self, exchange: Exchange, now_s: float) -> Answer:
        """See Errand."""
        assert exchange.signer is not None
        self._due_s = now_s + RETRY_S
        status = self._make_status()
        path = f"/v1/devices/{exchange.signer.device}"
        answer = exchange.post(f"{path}/status", format_status(status))
        if answer.outcome is Outcome.ACKNOWLEDGED:
            version = answer.body.get("paper_keys_version")
            if isinstance(version, int) and version != status.paper_keys_version:
                fetched = self._fetch_paper_keys(exchange, exchange.signer, f"{path}/paper-keys")
                answer = replace(fetched, moved_bytes=fetched.moved_bytes + answer.moved_bytes)
        if answer.outcome in (Outcome.ACKNOWLEDGED, Outcome.REFUSED):
            self._due_s = now_s + STATUS_EVERY_S
        return answer

    def _fetch_paper_keys(self, exchange: Exchange, signer: Signer, path: str) -> Answer:
        answer = exchange.get(path, MAX_SEALED_BYTES)
        if answer.outcome is not Outcome.ACKNOWLEDGED:
            return answer
        try:
            sealed = base64.b64decode(str(answer.body.get("sealed")), validate=True)
            keys = open_paper_keys(sealed, signer.keys, signer.hub_signing_key)
        except (SealError, binascii.Error) as error:
            return replace(answer, outcome=Outcome.NOT_THE_HUB, detail=f"paper keys: {error}")
        keep_paper_keys(self._data_folder, keys)
        self._on_paper_keys()
        return answer
