"""Somebody at a browser before the hub's pages: keeps cookies, follows nothing, fills in forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI

from tests.fakes.asgi_caller import AsgiCaller, AsgiReply

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
PASSWORD = "seven quiet minarets"
_FORM = "application/x-www-form-urlencoded"


class Person:
    def __init__(self, app: FastAPI, *, scheme: str = "http", address: str = "127.0.0.1") -> None:
        self._caller = AsgiCaller(app, scheme=scheme, address=address)
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> AsgiReply:
        split = urlsplit(path)
        return self._keep(self._caller.call("GET", split.path, self._headers(headers), query=split.query))

    def post(self, path: str, fields: Mapping[str, str], kind: str = _FORM) -> AsgiReply:
        headers = self._headers({"content-type": kind})
        return self._keep(self._caller.call("POST", path, headers, urlencode(fields).encode()))

    def send(self, page: str, path: str, fields: Mapping[str, str]) -> AsgiReply:
        """Fill in a form of ``page`` and send it to ``path``."""
        token = TOKEN.search(self.get(page).text)
        assert token is not None, f"no form on {page}"
        return self.post(path, {"csrf_token": token[1], **fields})

    def log_in(self, name: str, password: str = PASSWORD, next_path: str = "/") -> AsgiReply:
        return self.send("/login", "/login", {"name": name, "password": password, "next": next_path})

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {**more, **({"cookie": cookies} if cookies else {})}

    def _keep(self, reply: AsgiReply) -> AsgiReply:
        for name, morsel in SimpleCookie(reply.headers.get("set-cookie", "")).items():
            self.cookies[name] = morsel.value
            if not morsel.value or morsel["max-age"] == "0":
                del self.cookies[name]
        return reply
