"""A hub that takes signed requests of enrolled devices only, on a real socket; its streams live in memory.

It follows docs/reference/hub-api.md with the real seals, so that the device's side can be tried without a database.
"""

from __future__ import annotations

import base64
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

import zstandard

from kiosk.model.batch import Batch, chain_all, parse_batch, start_hash
from kiosk.model.device_status import DeviceStatus, parse_status
from kiosk.seals.key_text import parse_key
from kiosk.seals.keys import OwnKeys, PublicKeys, make_keys
from kiosk.seals.paper_key_mail import seal_paper_keys
from kiosk.seals.paper_keys import PaperKeys
from kiosk.seals.requests import find_signature, sign_answer, verify_request
from kiosk.tickets.exchange import UsedAnswer, format_used_answer, parse_used

NOW_MS = 1_795_262_400_000


@dataclass
class ClosedHub:
    """Set what it should do, and look at what it was told; everything may change between requests."""

    codes: dict[str, str] = field(default_factory=lambda: {"ABCD-EFGH-JKMN": ""})
    paper_keys: PaperKeys = field(default_factory=PaperKeys)
    keys: OwnKeys = field(default_factory=make_keys)
    devices: dict[str, PublicKeys] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    statuses: list[DeviceStatus] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    recordings: dict[str, bytes] = field(default_factory=dict)
    refuses_recordings: bool = False
    requests: list[str] = field(default_factory=list)
    loses_answers: int = 0
    signs: bool = True

    def __post_init__(self) -> None:
        self.streams: dict[tuple[str, str], list[tuple[str, bytes]]] = {}
        self._guard = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="closed-hub")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def facts(self) -> list[bytes]:
        return [fact for stream in self.streams.values() for _hash, fact in stream]

    def __enter__(self) -> ClosedHub:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        with self._guard:
            self.requests.append(f"{method} {path}")
            if path == "/v1/enrolments":
                return *self._enrol(json.loads(body)), {}
            signed = find_signature(headers)
            if signed is None or signed.device not in self.devices:
                return 404, b'{"code": "hub.device-unknown"}', {}
            key = self.devices[signed.device].signing
            if not verify_request(key, signed, method=method, path=path, body=body):
                return 401, b'{"code": "hub.signature-refused"}', {}
            if signed.device in self.revoked:
                return 403, b'{"code": "hub.device-revoked"}', {}
            status, content = self._serve(signed.device, path, body)
            extra = sign_answer(self.keys, status=status, request_signature=signed.signature, body=content)
            return status, content, extra if self.signs else {}

    def _serve(self, device: str, path: str, body: bytes) -> tuple[int, bytes]:
        if path.startswith("/v1/streams/"):
            return self._take(parse_batch(zstandard.ZstdDecompressor().decompress(body)))
        if path == f"/v1/devices/{device}/status":
            self.statuses.append(parse_status(json.loads(body)))
            return 200, _dump(
                {"server_time": NOW_MS, "paper_keys_version": self.paper_keys.version, "messages": []}
            )
        if path == f"/v1/devices/{device}/paper-keys":
            return 200, _dump({"server_time": NOW_MS, "sealed": self._seal(device)})
        if path == f"/v1/devices/{device}/redemptions":
            return 200, self._redeem(body)
        if path.startswith(f"/v1/devices/{device}/recordings/"):
            return self._keep(path.rpartition("/")[2], body)
        return 404, b"{}"

    def _enrol(self, asked: dict[str, Any]) -> tuple[int, bytes]:
        device = asked["device"]
        keys = PublicKeys(parse_key(asked["signing_key"]), parse_key(asked["sealing_key"]))
        used_by = self.codes.get(asked["code"])
        if used_by is None or used_by not in ("", device) or self.devices.get(device, keys) != keys:
            return 403, b'{"code": "hub.enrolment-code-refused"}'
        self.codes[asked["code"]] = device
        self.devices[device] = keys
        return 201, _dump(
            {
                "device": device,
                "name": asked["name"] or "Tablet 1",
                "site": "mill",
                "hub_signing_key": self.keys.public.signing.hex(),
                "hub_sealing_key": self.keys.public.sealing.hex(),
                "paper_keys": self._seal(device),
                "server_time": NOW_MS,
            }
        )

    def _take(self, batch: Batch) -> tuple[int, bytes]:
        stream = self.streams.setdefault((batch.device, batch.incarnation), [])
        start = start_hash(batch.device, batch.incarnation)
        known = [start, *(head for head, _fact in stream)]
        if batch.first_seq > len(known):
            return _word(409, len(stream), known[-1])
        if known[batch.first_seq - 1] != batch.previous_hash:
            return _word(409, 0, start)
        hashes = chain_all(batch)
        for seq, (head, fact) in enumerate(zip(hashes, batch.facts, strict=True), batch.first_seq):
            if seq < len(known):
                if known[seq] != head:
                    return _word(409, seq - 1, known[seq - 1])
            else:
                stream.append((head, fact))
        return _word(200, batch.last_seq, hashes[-1])

    def _redeem(self, body: bytes) -> bytes:
        told = parse_used(body)
        already = tuple(mark for mark in told.marks if mark in self.used)
        self.used += [mark for mark in told.marks if mark not in self.used]
        answer = UsedAnswer(already, tuple(self.used[told.since :]), len(self.used))
        return _dump({**json.loads(format_used_answer(answer)), "server_time": NOW_MS})

    def _keep(self, sha256: str, content: bytes) -> tuple[int, bytes]:
        if self.refuses_recordings:
            return 422, _dump({"code": "hub.recording-refused", "found": "no sound that can be decoded"})
        self.recordings[sha256] = content
        return 200, _dump({"server_time": NOW_MS, "sha256": sha256})

    def _seal(self, device: str) -> str:
        sealed = seal_paper_keys(self.paper_keys, self.keys, self.devices[device].sealing)
        return base64.b64encode(sealed).decode("ascii")

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def do_POST(self) -> None:
                self._reply(self.rfile.read(int(self.headers["Content-Length"])))

            def do_GET(self) -> None:
                self._reply(b"")

            def _reply(self, body: bytes) -> None:
                status, content, headers = hub.answer(self.command, self.path, self.headers, body)
                if hub.loses_answers:
                    hub.loses_answers -= 1
                    self.close_connection = True
                    return
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return Handler


def _word(status: int, through: int, head_hash: str) -> tuple[int, bytes]:
    body = {"acked_through": through, "head_hash": head_hash, "rejected": [], "server_time": NOW_MS}
    return status, _dump(body)


def _dump(record: dict[str, Any]) -> bytes:
    return json.dumps(record).encode()
