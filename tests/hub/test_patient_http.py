"""Half a request holds none of the hub's places for long, and none that is too long is read to its end."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import uvicorn

from kiosk.hub import patient_http

WHOLE = b"GET / HTTP/1.1\r\nHost: hub\r\n\r\n"
HEAD_S = 0.4


async def answer(_scope: object, _receive: object, send: Callable[[object], object]) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})  # type: ignore[misc]  # an awaitable: ASGI's own types are uvicorn's secret
    await send({"type": "http.response.body", "body": b"ok"})  # type: ignore[misc]  # likewise


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(patient_http, "HEAD_S", HEAD_S)
    config = uvicorn.Config(answer, log_level="critical", lifespan="off", http=patient_http.PatientHttp)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=lambda: server.run(sockets=[listener]))
        thread.start()
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def read_all(connection: socket.socket) -> bytes:
    """Read to the connection's end; one that is reset has ended too."""
    pieces = []
    try:
        while piece := connection.recv(65_536):
            pieces.append(piece)
    except ConnectionResetError:
        pass
    return b"".join(pieces)


def test_half_a_head_is_not_waited_for(port: int) -> None:
    with connect(port) as half, connect(port) as second:
        half.sendall(WHOLE[:20])
        second.sendall(WHOLE)
        assert second.recv(65_536).startswith(b"HTTP/1.1 200")
        second.sendall(WHOLE[:20])
        assert read_all(half) == b"" and read_all(second) == b""
    with connect(port) as other:
        other.sendall(WHOLE)
        assert other.recv(65_536).startswith(b"HTTP/1.1 200")


def drip(connection: socket.socket) -> None:
    for _ in range(200):
        connection.sendall(b"X")
        time.sleep(HEAD_S / 4)


def test_one_that_drips_is_not_waited_for_either(port: int) -> None:
    with connect(port) as slow, pytest.raises(OSError, match=r"."):
        drip(slow)


def test_whoever_says_nothing_between_two_requests_may_come_again(port: int) -> None:
    with connect(port) as patient:
        for _ in range(2):
            patient.sendall(WHOLE)
            assert patient.recv(65_536).startswith(b"HTTP/1.1 200")
            time.sleep(2 * HEAD_S)


def test_an_endless_head_is_refused(port: int) -> None:
    with connect(port) as long, pytest.raises(OSError, match=r".") as ended:
        long.sendall(b"GET / HTTP/1.1\r\n" + b"X-Long: aaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 1_000_000)
    assert not isinstance(ended.value, TimeoutError)
