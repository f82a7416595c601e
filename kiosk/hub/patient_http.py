"""HTTP as uvicorn speaks it, with an end to patience: a request's head has so many seconds and so many bytes."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_S: Final = 20.0
"""Whoever has not said by then what they want is not waited for: each connection takes one of the hub's places."""

MAX_HEAD_BYTES: Final = 64 * 1024


class PatientHttp(HttpToolsProtocol):
    """Ends a connection whose request's head does not come whole within ``HEAD_S``, or is over ``MAX_HEAD_BYTES``.

    Bodies have their own end of patience where they are read; between two requests uvicorn's keep-alive counts.
    """

    _head_task: asyncio.TimerHandle | None = None
    _head_bytes = 0

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._forget_head()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; the wait for a head begins with its first byte where an answer was given before."""
        if self._head_task is None and (self.cycle is None or self.cycle.response_complete):
            self._expect_head()
        self._head_bytes += len(data)
        super().data_received(data)
        # What came in one piece with its head is bounded by the piece.
        if (
            self._head_task is not None
            and self._head_bytes > MAX_HEAD_BYTES
            and not self.transport.is_closing()
        ):
            self._forget_head()
            self.send_400_response("The head of the request is too long.")

    def on_headers_complete(self) -> None:
        """Answer; the head was in time."""
        self._forget_head()
        super().on_headers_complete()

    def _expect_head(self) -> None:
        self._head_bytes = 0
        self._head_task = self.loop.call_later(HEAD_S, self._give_up)

    def _forget_head(self) -> None:
        if self._head_task is not None:
            self._head_task.cancel()
            self._head_task = None

    def _give_up(self) -> None:
        self._head_task = None
        if not self.transport.is_closing():
            self.transport.close()
