"""Calls a web application in this process, as a server would, without a socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI


@dataclass(frozen=True)
class AsgiReply:
    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def text(self) -> str:
        return self.content.decode()


class AsgiCaller:
    """Sends one request after the other; bodies come in two pieces, as from a network."""

    def __init__(self, app: FastAPI, *, scheme: str = "http", address: str = "127.0.0.1") -> None:
        self._app = app
        self.scheme = scheme
        self.address = address

    def get(self, path: str, **query: str) -> AsgiReply:
        return self.call("GET", path, query=urlencode(query))

    def post(self, path: str, content: bytes, **headers: str) -> AsgiReply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.call("POST", path, named, content)

    def call(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        query: str = "",
    ) -> AsgiReply:
        return asyncio.run(self.send(method, path, headers, body, query))

    async def send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        query: str = "",
    ) -> AsgiReply:
        """Send one of several requests of one loop."""
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": self.scheme,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
            "server": ("127.0.0.1", 80),
            "client": (self.address, 1),
        }
        half = len(body) // 2
        pieces = [
            {"type": "http.request", "body": body[:half], "more_body": True},
            {"type": "http.request", "body": body[half:], "more_body": False},
        ]
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return pieces.pop(0) if pieces else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        start = next(message for message in sent if message["type"] == "http.response.start")
        content = b"".join(message.get("body", b"") for message in sent)
        return AsgiReply(
            start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, content
        )
