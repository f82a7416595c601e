"""A connection that can be broken off from another thread at any moment: looking up, connecting, waiting."""

from __future__ import annotations

import http.client
import socket
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from typing import Any

from kiosk.sync.hub_address import HubAddress


class NameNotFoundError(OSError):
    """The hub's name was not found; ``number`` is ``getaddrinfo``'s own (``EAI_...``)."""

    def __init__(self, words: str, number: int) -> None:
        super().__init__(words)
        self.number = number


class Cut:
    """Told once, it breaks off what is under way and whatever is begun later."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._socket: socket.socket | None = None
        self._lookup: Future[list[Any]] | None = None
        self._is_cut = False

    @property
    def is_cut(self) -> bool:
        """Whether it has been told."""
        return self._is_cut

    def now(self) -> None:
        """Break off."""
        with self._guard:
            self._is_cut = True
            if self._lookup is not None:
                self._lookup.cancel()
            if self._socket is not None:
                # Wakes a thread that waits in it; close() would not. The plain socket's own: TLS's would also
                # forget the session, under the hands of the thread that is using it.
                with suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def watch_socket(self, connected: socket.socket | None) -> None:
        """Break ``connected`` off when told; None when it is done with.

        Raises:
            ConnectionAbortedError: It has been told already.
        """
        with self._guard:
            self._socket = connected
            if self._is_cut and connected is not None:
                raise ConnectionAbortedError("broken off")

    def watch_lookup(self, lookup: Future[list[Any]]) -> None:
        """Break ``lookup`` off when told.

        Raises:
            ConnectionAbortedError: It has been told already.
        """
        with self._guard:
            self._lookup = lookup
            if self._is_cut:
                raise ConnectionAbortedError("broken off")


def open_connection(hub: HubAddress, time_out_s: float, cut: Cut) -> http.client.HTTPConnection:
    """Return a connection to the hub.

    Raises:
        OSError: It could not be reached in time, or ``cut`` was told.
    """
    connection: http.client.HTTPConnection
    if hub.scheme == "https":
        connection = http.client.HTTPSConnection(hub.host, hub.port, timeout=time_out_s)
    else:
        connection = http.client.HTTPConnection(hub.host, hub.port, timeout=time_out_s)
    failure: OSError = OSError("no address")
    for family, kind, protocol, _name, address in look_up(hub, time_out_s, cut):
        try:
            connection.sock = _connect(family, kind, protocol, address, time_out_s, cut)
            break
        except ConnectionAbortedError:
            raise
        except OSError as error:
            failure = error
    else:
        raise failure
    if hub.scheme == "https":
        connection.sock = _secure(connection.sock, hub.host, cut)
    return connection


def look_up(hub: HubAddress, time_out_s: float, cut: Cut) -> list[Any]:
    """Return the hub's network addresses, as ``getaddrinfo`` gives them.

    The system's look-up cannot be broken off, so it has a thread of its own that may be left behind;
    it holds nothing.

    Raises:
        OSError: There are none, not in time, or ``cut`` was told.
    """
    found: Future[list[Any]] = Future()

    def ask() -> None:
        try:
            answer = socket.getaddrinfo(hub.host, hub.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            number = error.errno if isinstance(error, socket.gaierror) else None
            _settle(found, None, NameNotFoundError(f"{hub.host}: {error}", number or 0))
        else:
            _settle(found, answer, None)

    cut.watch_lookup(found)
    threading.Thread(target=ask, name="hub-look-up", daemon=True).start()
    try:
        return found.result(time_out_s)
    except NotYet:
        raise TimeoutError(f"{hub.host} was not found in time") from None


def _settle(found: Future[list[Any]], answer: list[Any] | None, error: OSError | None) -> None:
    if not found.set_running_or_notify_cancel():
        return
    if error is not None:
        found.set_exception(error)
    else:
        found.set_result(answer or [])


def _connect(
    family: int, kind: int, protocol: int, address: Any, time_out_s: float, cut: Cut
) -> socket.socket:
    connecting = socket.socket(family, kind, protocol)
    try:
        connecting.settimeout(time_out_s)
        cut.watch_socket(connecting)
        connecting.connect(address)
        cut.watch_socket(connecting)
    except BaseException:
        cut.watch_socket(None)
        connecting.close()
        raise
    return connecting


def _secure(plain: socket.socket, host: str, cut: Cut) -> socket.socket:
    import ssl

    try:
        # The handshake waits for the other side: it begins only once it can be broken off.
        secured = ssl.create_default_context().wrap_socket(
            plain, server_hostname=host, do_handshake_on_connect=False
        )
    except BaseException:
        cut.watch_socket(None)
        plain.close()
        raise
    try:
        cut.watch_socket(secured)
        secured.do_handshake()
    except BaseException:
        cut.watch_socket(None)
        secured.close()
        raise
    return secured
