"""Requests made up from the hub's own description, sent to a real hub process: by strangers, an account and a device.

Every answer has to be one that the description promises, within seconds, and never a 5xx.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import insert

from kiosk.hub.accounts import Role, add_account
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.device_tables import devices
from kiosk.seals.keys import OwnKeys, make_keys
from kiosk.seals.requests import sign_request
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch, pack
from tests.fakes.made_facts import make_lines

NAME: Final = "asha"
PASSWORD: Final = "seven quiet minarets"
# A hub that takes longer for one answer hangs.
LONGEST_S: Final = 20.0
CHECKS: Final = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
_LINES: Final = tuple(make_lines(40))
_PRESS: Final = zstandard.ZstdCompressor()


def register_batches() -> None:
    """Tell how recordings are made (none of them a sound), and bodies of batches: noise, pressed noise, batches with wrong bytes, bombs, and right ones."""
    right = st.builds(lambda first, count: pack(cut_batch(_LINES, first, count)), st.integers(1, 20), st.integers(1, 20))  # fmt: skip
    lines = st.lists(st.one_of(st.sampled_from(_LINES), st.binary(max_size=200)), min_size=1, max_size=20)
    odd = lines.map(lambda facts: pack(cut_batch(facts, 1, len(facts))))
    cut = st.builds(lambda packed, end: packed[:end], right, st.integers(0, 200))
    bombs = st.integers(1, 64).map(lambda mb: _PRESS.compress(bytes(mb * 1024 * 1024)))
    bodies = st.one_of(st.binary(max_size=2_000), st.binary(max_size=2_000).map(_PRESS.compress), right, odd, cut, bombs)  # fmt: skip
    schemathesis.openapi.media_type("application/x-ndjson", bodies)
    schemathesis.openapi.media_type("audio/ogg", st.binary(max_size=2_000).map(b"OggS".__add__))


@dataclass
class Fuzz:
    """Sends what schemathesis makes up, and counts the answers."""

    address: str
    keys: OwnKeys = field(default_factory=make_keys)
    answers: Counter[int] = field(default_factory=Counter)
    slowest_s: float = 0.0

    def provide(self, database: HubDatabase) -> None:
        """Have the hub know an account and a device."""
        public = self.keys.public
        row = {"device": DEVICE, "name": "Fuzz", "site": "mill", "enrolled_at": 1}
        with database.writing() as connection:
            add_account(connection, NAME, Role.OPERATOR, None, PASSWORD, 1)
            connection.execute(
                insert(devices).values(signing_key=public.signing, sealing_key=public.sealing, **row)
            )

    def run(self, examples: int) -> None:
        """Try every door ``examples`` times with right values and as often with wrong ones.

        Raises:
            AssertionError: An answer is not one that the description promises, with the request that got it.
            requests.Timeout: There was none.
        """
        schema = schemathesis.openapi.from_url(f"{self.address}/openapi.json", timeout=LONGEST_S)
        with requests.Session() as session:
            for found in schema.get_all_operations():
                operation = found.ok() if isinstance(found, Ok) else None
                assert operation is not None, "a door is described in a way that cannot be read"
                self._try(session, operation.as_strategy(), examples)
                # Where a door takes nothing, nothing can be wrong.
                with suppress(Unsatisfiable):
                    self._try(session, operation.as_strategy(schemathesis.GenerationMode.NEGATIVE), examples)

    def _try(self, session: requests.Session, cases: st.SearchStrategy[Any], examples: int) -> None:
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases, sender=st.sampled_from(("stranger", "account", "device", "known", "known")))
        def send(case: schemathesis.Case[Any], sender: str) -> None:
            self._send(session, case, sender)

        send()

    def _send(self, session: requests.Session, case: schemathesis.Case[Any], sender: str) -> None:
        if sender == "known" and "device" in case.path_parameters:
            case.path_parameters["device"] = DEVICE
            if "incarnation" in case.path_parameters:
                case.path_parameters["incarnation"] = INCARNATION
            if "sha256" in case.path_parameters and isinstance(case.body, bytes):
                case.path_parameters["sha256"] = hashlib.sha256(case.body).hexdigest()
        words = case.as_transport_kwargs(base_url=self.address)
        prepared = session.prepare_request(requests.Request(**_keep(words)))
        prepared.headers.update(self._sign(prepared, sender))
        answer = session.send(prepared, timeout=LONGEST_S, allow_redirects=False)
        self.answers[answer.status_code] += 1
        self.slowest_s = max(self.slowest_s, answer.elapsed.total_seconds())
        case.validate_response(schemathesis.Response.from_requests(answer, verify=True), checks=CHECKS)

    def _sign(self, prepared: requests.PreparedRequest, sender: str) -> dict[str, str]:
        if sender == "account":
            token = base64.b64encode(f"{NAME}:{PASSWORD}".encode()).decode()
            return {"Authorization": f"Basic {token}"}
        if sender == "stranger":
            return {}
        body = prepared.body or b""
        assert isinstance(body, str | bytes)
        raw = body.encode() if isinstance(body, str) else body
        path = unquote(urlsplit(prepared.url or "").path)
        return sign_request(self.keys, method=prepared.method or "", path=path, device=DEVICE, at_ms=5, body=raw)  # fmt: skip


def _keep(words: dict[str, Any]) -> dict[str, Any]:
    names: Sequence[str] = ("method", "url", "headers", "params", "data", "json", "cookies", "files")
    return {name: words[name] for name in names if words.get(name) is not None}
