"""How this device signs what it asks, and knows the hub's answers from anybody else's."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.seals.keys import OwnKeys
from kiosk.seals.requests import ANSWER_HEADER, SIGNATURE_HEADER, sign_request, verify_answer


@dataclass(frozen=True, slots=True)
class Signer:
    """An enrolled device: its id, its keys, and the key its hub signs with (32 bytes)."""

    device: str
    keys: OwnKeys
    hub_signing_key: bytes

    def sign(self, method: str, path: str, body: bytes) -> dict[str, str]:
        """Return the headers that sign a request; ``path`` begins with ``/v1``."""
        at_ms = max(0, time.time_ns() // 1_000_000)
        return sign_request(self.keys, method=method, path=path, device=self.device, at_ms=at_ms, body=body)

    def is_from_hub(
        self, sent: Mapping[str, str], status: int, answer_headers: Mapping[str, str], body: bytes
    ) -> bool:
        """Tell whether the hub gave this very answer to the request that was ``sent`` with those headers.

        Names in ``answer_headers`` are in lower case.
        """
        return verify_answer(
            self.hub_signing_key,
            answer_headers.get(ANSWER_HEADER.lower(), ""),
            status=status,
            request_signature=sent[SIGNATURE_HEADER],
            body=body,
        )
