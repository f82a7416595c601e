"""A hub on a real socket that can be told to misbehave between one request and the next."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import zstandard

from kiosk.model.batch import Batch, chain_all, parse_batch, start_hash

Reply = tuple[int, bytes, dict[str, str]]
HEALTHY: Reply = (200, b'{"ok": true, "version": "0", "server_time": 1795262400000}', {})
PORTAL = b"<html><body>Welcome to Museum-Guest. Tick the box to go on.</body></html>"


@dataclass
class FakeHub:
    """Acknowledges like the real one, unless ``misbehave`` makes the reply; it is given the good one."""

    misbehave: Callable[[Reply], Reply] | None = None
    health: Reply = HEALTHY
    silent: bool = False
    batches: list[Batch] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.requests = 0
        self.arrived = threading.Event()
        self.let_go = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="fake-hub")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def facts(self) -> list[bytes]:
        """The facts that were acknowledged or taken, each (stream, number) once, in order of arrival."""
        known: dict[tuple[str, str, int], bytes] = {}
        for batch in self.batches:
            for seq, fact in enumerate(batch.facts, batch.first_seq):
                known.setdefault((batch.device, batch.incarnation, seq), fact)
        return list(known.values())

    def __enter__(self) -> FakeHub:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, body: bytes) -> Reply:
        self.requests += 1
        reply = self._acknowledge(parse_batch(zstandard.ZstdDecompressor().decompress(body)))
        return self.misbehave(reply) if self.misbehave else reply

    def _acknowledge(self, batch: Batch) -> Reply:
        self.batches.append(batch)
        return make_reply(200, batch.last_seq, chain_all(batch)[-1])

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hub.arrived.set()
                if hub.silent:
                    hub.let_go.wait(10)
                    self.close_connection = True
                    return
                status, content, headers = hub.answer(body)
                self.send_response(status)
                for name, value in {
                    "Content-Length": str(len(content)),
                    "Connection": "close",
                    **headers,
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def do_GET(self) -> None:
                hub.arrived.set()
                if hub.silent:
                    hub.let_go.wait(10)
                    self.close_connection = True
                    return
                status, content, _headers = hub.health
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return Handler


def make_reply(status: int, through: int, head_hash: str) -> Reply:
    """The hub's own form of answer."""
    body = {
        "acked_through": through,
        "head_hash": head_hash,
        "rejected": [],
        "server_time": 1_795_262_400_000,
    }
    return status, json.dumps(body).encode(), {}


def fork_at(batch: Batch, agreed_through: int) -> Reply:
    """The answer of a hub that knows other facts after ``agreed_through``."""
    agreed = agreed_through - batch.first_seq
    if agreed_through == 0:
        return make_reply(409, 0, start_hash(batch.device, batch.incarnation))
    hashes = chain_all(batch)
    return make_reply(409, agreed_through, hashes[agreed] if agreed >= 0 else batch.previous_hash)


def free_port() -> int:
    """A port where nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
