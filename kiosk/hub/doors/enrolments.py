"""Where a device comes in for the first time, with the code that its operator gave."""

from __future__ import annotations

import base64
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, ValidationError

from kiosk.hub.bodies import TooLargeError, read_capped
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.description import refusals, takes
from kiosk.hub.doors.gate import Gate
from kiosk.hub.doors.refusals import RefusalError, now_ms, refuse
from kiosk.hub.enrolling import BY_ADDRESS, EnrolmentRequest, enrol_device, find_wait_ms
from kiosk.hub.enrolment_codes import is_good
from kiosk.hub.known_devices import KnownDevice
from kiosk.hub.log_in import format_network
from kiosk.hub.paper_keys import provide_paper_keys
from kiosk.seals.keys import PublicKeys
from kiosk.seals.paper_key_mail import seal_paper_keys

MAX_BYTES: Final = 4_096
_KEY: Final = r"^[0-9a-f]{64}$"
_NOT_GOOD: Final = "no such code, or it is over or used"
_WRITABLE: Final = r"^[^\x00-\x1f\x7f]*$"


class EnrolmentAsked(BaseModel):
    """What a device sends."""

    code: str = Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$")
    device: str = Field(pattern=r"^[0-9a-f]{32}$")
    signing_key: str = Field(pattern=_KEY)
    sealing_key: str = Field(pattern=_KEY)
    name: str = Field("", max_length=80, pattern=_WRITABLE)
    version: str = Field("", max_length=80, pattern=_WRITABLE)


class EnrolmentAnswer(BaseModel):
    """What it is told: the hub's public keys, and the paper keys sealed to the device (base 64)."""

    device: str
    name: str
    site: str
    hub_signing_key: str
    hub_sealing_key: str
    paper_keys: str
    server_time: int


def make_enrolment_door(gate: Gate, database: HubDatabase) -> APIRouter:
    """Return the door of ``POST /v1/enrolments``."""
    door = APIRouter()

    @door.post(
        "/v1/enrolments",
        status_code=201,
        response_model=EnrolmentAnswer,
        responses=refusals(400, 403, 413, 429, 503),
        openapi_extra=takes("application/json", EnrolmentAsked.model_json_schema()),
    )
    async def enrol(request: Request) -> JSONResponse:
        """Take a device in; the same request again gives the same answer."""
        asked = await _read(request)
        # Of an IPv6 network one device has all the addresses: they count as one.
        address = format_network(request.client.host if request.client else "")
        return JSONResponse(await run_in_threadpool(_enrol, gate, database, asked, address), 201)

    return door


async def _read(request: Request) -> EnrolmentAsked:
    try:
        return EnrolmentAsked.model_validate_json(await read_capped(request.stream(), MAX_BYTES))
    except TooLargeError:
        raise refuse(413, "hub.batch-too-large", "an enrolment is short") from None
    except ValidationError as error:
        raise refuse(400, "hub.enrolment-not-readable", _explain(error)) from None


def _explain(error: ValidationError) -> str:
    """Return which fields are wrong, and not what was in them."""
    details = error.errors(include_input=False, include_url=False, include_context=False)
    return ", ".join(sorted({".".join(map(str, one["loc"])) or "the whole" for one in details}))[:200]


def _enrol(gate: Gate, database: HubDatabase, asked: EnrolmentAsked, address: str) -> dict[str, Any]:
    now = now_ms()
    keys = PublicKeys(bytes.fromhex(asked.signing_key), bytes.fromhex(asked.sealing_key))
    # Wrong codes only read: however many there are, they are not in the way of those who write.
    with database.reading() as connection:
        if not is_good(connection, asked.code, now):
            wait_ms = find_wait_ms(connection, address, now)
            raise _refuse_code(database, address, now, wait_ms)
    with database.writing() as connection:
        wanted = EnrolmentRequest(asked.code, asked.device, keys, asked.name, asked.version)
        known = enrol_device(connection, wanted, now)
        if known is None:
            raise refuse(403, "hub.enrolment-code-refused", _NOT_GOOD)
        sealed = seal_paper_keys(provide_paper_keys(connection, known.site, now), gate.keys, keys.sealing)
        BY_ADDRESS.forgive(connection, address)
    return _describe(gate, known, sealed)


def _refuse_code(database: HubDatabase, address: str, now: int, wait_ms: int) -> RefusalError:
    """Note a wrong code, as long as few are noted, and return what is said of it."""
    if wait_ms:
        found = f"{_NOT_GOOD}; many wrong ones came before it. A right one is taken at once"
        return refuse(429, "hub.too-many-tries", found, wait_ms=wait_ms)
    with database.writing() as connection:
        BY_ADDRESS.note_failure(connection, address, now)
    return refuse(403, "hub.enrolment-code-refused", _NOT_GOOD)


def _describe(gate: Gate, known: KnownDevice, sealed: bytes) -> dict[str, Any]:
    return EnrolmentAnswer(
        device=known.device,
        name=known.name,
        site=known.site or "",
        hub_signing_key=gate.keys.public.signing.hex(),
        hub_sealing_key=gate.keys.public.sealing.hex(),
        paper_keys=base64.b64encode(sealed).decode("ascii"),
        server_time=now_ms(),
    ).model_dump()
