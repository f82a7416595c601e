"""Somebody at CUPS' socket who answers what a test says, in bytes of its own making."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import TracebackType

TAGS = {"number": 0x21, "yes": 0x22, "enum": 0x23, "name": 0x42, "keyword": 0x44}
WELL = (
    ("name", "printer-name", "receipt"),
    ("enum", "printer-state", 3),
    ("keyword", "printer-state-reasons", "none"),
    ("yes", "printer-is-accepting-jobs", 1),
    ("keyword", "media-default", "custom_80x200mm_80x200mm"),
)


def make_answer(status: int, *groups: Sequence[tuple[str, str, int | str]]) -> bytes:
    """Return an answer: a status and, of each printer or job, kind, name and value."""
    parts = [struct.pack(">BBHI", 2, 0, status, 1), b"\x01"]
    for group in groups:
        parts.append(b"\x04")
        for kind, name, value in group:
            if isinstance(value, str):
                content = value.encode()
            else:
                content = bytes([value]) if kind == "yes" else struct.pack(">i", value)
            label = name.encode()
            parts.append(struct.pack(">BH", TAGS[kind], len(label)) + label)
            parts.append(struct.pack(">H", len(content)) + content)
    return b"".join((*parts, b"\x03"))


class IppServer(socketserver.ThreadingUnixStreamServer):
    """A context manager.

    Attributes:
        answers: What is answered, by the number of the operation: bytes, or an HTTP status.
        asked: The number of each operation that was asked for, in order.
        papers: The documents that came.
    """

    daemon_threads = True

    def __init__(self, place: Path) -> None:
        self.answers: dict[int, bytes | int] = {}
        self.asked: list[int] = []
        self.papers: list[bytes] = []
        self.place = place
        super().__init__(str(place), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="ipp-server")

    def __enter__(self) -> IppServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: IppServer

    def do_POST(self) -> None:  # http.server's name
        request = self.rfile.read(int(self.headers["Content-Length"]))
        operation = int.from_bytes(request[2:4], "big")
        self.server.asked.append(operation)
        if (begin := request.find(b"%PDF")) >= 0:
            self.server.papers.append(request[begin:])
        answer = self.server.answers.get(operation, make_answer(0))
        status, content = (200, answer) if isinstance(answer, bytes) else (answer, b"")
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True

    def address_string(self) -> str:
        return "socket"

    def log_message(self, *_words: object) -> None:
        return
