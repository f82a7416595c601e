"""Whether the hub answers now: a question for staff, sent without any fact. Its answer may lie, and may drip."""

from __future__ import annotations

import http.client
import json
import threading
from concurrent.futures import CancelledError

from kiosk.sync.hub_address import HubAddress
from kiosk.sync.wire import Cut, open_connection

MAX_ANSWER_BYTES = 4096
PATIENCE_S = 3.0


def find_trouble(hub: HubAddress, patience_s: float = PATIENCE_S) -> str:
    """Ask the hub how it is, and return in words why it cannot take facts; "" where it can.

    The whole takes at most ``patience_s``, however slowly an answer drips.
    """
    cut = Cut()
    limit = threading.Timer(patience_s, cut.now)
    limit.start()
    try:
        status, content = _get(hub, patience_s, cut)
    except (OSError, http.client.HTTPException, CancelledError) as error:
        is_late = cut.is_cut or isinstance(error, TimeoutError)
        return f"does not answer ({'not in time' if is_late else error or type(error).__name__})"
    finally:
        limit.cancel()
        limit.join()
    return (
        "" if status == http.HTTPStatus.OK and _is_well(content) else f"answers {status}, not as a hub does"
    )


def _get(hub: HubAddress, patience_s: float, cut: Cut) -> tuple[int, bytes]:
    connection = open_connection(hub, patience_s, cut)
    try:
        connection.request("GET", f"{hub.path}/healthz", headers={"Accept": "application/json"})
        with connection.getresponse() as response:
            return response.status, response.read(MAX_ANSWER_BYTES)
    finally:
        cut.watch_socket(None)
        connection.close()


def _is_well(content: bytes) -> bool:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("ok") is True
