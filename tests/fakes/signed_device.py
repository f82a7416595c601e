"""An enrolled device before a hub's doors, without the way by a code."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import insert

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.device_tables import devices
from kiosk.hub.hub_keys import find_hub_keys
from kiosk.hub.server import create_app
from kiosk.seals.keys import OwnKeys, make_keys
from kiosk.seals.requests import ANSWER_HEADER, sign_request, verify_answer
from tests.fakes.asgi_caller import AsgiCaller, AsgiReply
from tests.fakes.made_batches import DEVICE


@dataclass
class SignedDevice:
    database: HubDatabase
    device: str = DEVICE
    keys: OwnKeys = field(default_factory=make_keys)

    def __post_init__(self) -> None:
        self.hub = AsgiCaller(create_app(self.database))
        public = self.keys.public
        row = {"device": self.device, "name": "Tablet 1", "site": "mill", "enrolled_at": 1}
        with self.database.writing() as connection:
            keys = {"signing_key": public.signing, "sealing_key": public.sealing}
            connection.execute(insert(devices).values(**row, **keys))

    def post(self, path: str, body: bytes, keys: OwnKeys | None = None) -> AsgiReply:
        return self.hub.call("POST", path, self.sign(path, body, keys), body)

    def sign(self, path: str, body: bytes, keys: OwnKeys | None = None) -> dict[str, str]:
        """Return the headers of a signed request."""
        signed = sign_request(
            keys or self.keys, method="POST", path=path, device=self.device, at_ms=5, body=body
        )
        return {name.lower(): value for name, value in signed.items()}

    def believes(self, reply: AsgiReply, path: str, body: bytes) -> bool:
        """Tell whether the answer is the hub's own word."""
        signature = sign_request(self.keys, method="POST", path=path, device=self.device, at_ms=5, body=body)[
            "Kiosk-Signature"
        ]
        with self.database.reading() as connection:
            hub = find_hub_keys(connection)
        assert hub is not None
        return verify_answer(
            hub.public.signing, reply.headers.get(ANSWER_HEADER.lower(), ""), status=reply.status,
            request_signature=signature, body=reply.content,
        )  # fmt: skip
