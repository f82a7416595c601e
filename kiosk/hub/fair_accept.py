"""Taking connections at a socket that other processes listen at too: whoever has fewer goes first."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import Final

_LOG: Final = logging.getLogger(__name__)
HEAD_START_S: Final = 0.02
"""So long a connection is left to those who have fewer; then they are busy, and whoever has more takes it."""

# Without room for another file there is nothing to be done at once; connections wait at the socket.
_NO_ROOM_S: Final = 1.0


class FairAccept:
    """Takes connections from ``begin`` to ``end``.

    Without it whoever is awake first takes all that knock at the same time, and keeps them for as long as devices
    or a proxy hold them open: one worker would have all to do, and the others nothing.
    """

    def __init__(
        self,
        listener: socket.socket,
        make_protocol: Callable[[], asyncio.Protocol],
        is_ahead: Callable[[int], bool],
    ) -> None:
        """Set up; nothing is taken yet.

        Args:
            listener: The socket.
            make_protocol: What speaks on a connection.
            is_ahead: Tells whether others have fewer connections than this process, which just now takes so many more.
        """
        self._loop = asyncio.get_running_loop()
        self._listener = listener
        self._make_protocol = make_protocol
        self._is_ahead = is_ahead
        self._under_way: set[asyncio.Task[None]] = set()
        self._pause: asyncio.TimerHandle | None = None
        listener.setblocking(False)

    def begin(self) -> None:
        """Take connections."""
        self._loop.add_reader(self._listener, self._on_knock)

    def end(self) -> None:
        """Take none any more."""
        self._loop.remove_reader(self._listener)
        if self._pause is not None:
            self._pause.cancel()

    def _on_knock(self) -> None:
        if self._is_ahead(len(self._under_way)):
            self._wait(HEAD_START_S)
        else:
            self._accept()

    def _wait(self, delay_s: float) -> None:
        self._loop.remove_reader(self._listener)
        self._pause = self._loop.call_later(delay_s, self._go_on)

    def _go_on(self) -> None:
        self._pause = None
        self.begin()
        self._accept()

    def _accept(self) -> None:
        try:
            connection, _address = self._listener.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return  # somebody else took it, or it is gone
        except OSError as error:
            _LOG.warning("no connection is taken for %.0f s: %s", _NO_ROOM_S, error)
            self._wait(_NO_ROOM_S)
            return
        task = self._loop.create_task(self._take(connection))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _take(self, connection: socket.socket) -> None:
        try:
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await self._loop.connect_accepted_socket(self._make_protocol, connection)
        except OSError:
            connection.close()  # whoever knocked is gone
