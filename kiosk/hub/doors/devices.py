"""Where a device tells of itself and of used tickets, and fetches its paper keys."""

from __future__ import annotations

import base64
import json
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from kiosk.hub.database import Connection, HubDatabase
from kiosk.hub.doors.description import BY_DEVICE, REDEMPTIONS_SCHEMA, STATUS_SCHEMA, Device, refusals, takes
from kiosk.hub.doors.gate import Admitted, Gate, get_device
from kiosk.hub.doors.refusals import now_ms, refuse
from kiosk.hub.fleet_status import keep_status
from kiosk.hub.known_devices import KnownDevice
from kiosk.hub.paper_keys import provide_paper_keys
from kiosk.hub.tickets_used import take_used
from kiosk.model.device_status import DeviceStatus, parse_status
from kiosk.seals.paper_key_mail import seal_paper_keys
from kiosk.tickets.exchange import UsedTickets, format_used_answer, parse_used


class StatusAnswer(BaseModel):
    """What a device is told after its status: the time, and which version of the paper keys there is."""

    server_time: int
    paper_keys_version: int
    messages: list[str]


class PaperKeyAnswer(BaseModel):
    """The paper keys, sealed to the device, in base 64."""

    server_time: int
    sealed: str


class RedemptionAnswer(BaseModel):
    """Which marks had been used before, which others are used up since, and from where to ask next."""

    server_time: int
    already: list[str]
    spent: list[str]
    through: int


def make_device_door(gate: Gate, database: HubDatabase) -> APIRouter:
    """Return the doors below ``/v1/devices/{device}``."""
    door = APIRouter(prefix="/v1/devices/{device}", responses=refusals(401, 403, 404, 413, 503))

    @door.post(
        "/status",
        response_model=StatusAnswer,
        responses=refusals(400),
        openapi_extra={**takes("application/json", STATUS_SCHEMA), **BY_DEVICE},
    )
    async def tell_status(device: Device, request: Request) -> Response:
        """Take what a device says of itself; a later one replaces it."""
        admitted = await gate.admit(request, device)
        try:
            status = parse_status(_load(admitted.body))
        except ValueError as error:
            raise refuse(400, "hub.status-not-readable", str(error)) from None
        return gate.answer(admitted, 200, await run_in_threadpool(keep, admitted, status))

    @door.get("/paper-keys", response_model=PaperKeyAnswer, openapi_extra=BY_DEVICE)
    async def fetch_paper_keys(device: Device, request: Request) -> Response:
        """Return the keys that this device checks tickets, vouchers and passes with."""
        admitted = await gate.admit(request, device)
        return gate.answer(admitted, 200, await run_in_threadpool(seal, admitted))

    @door.post(
        "/redemptions",
        response_model=RedemptionAnswer,
        responses=refusals(400),
        openapi_extra={**takes("application/json", REDEMPTIONS_SCHEMA), **BY_DEVICE},
    )
    async def tell_redemptions(device: Device, request: Request) -> Response:
        """Take the marks of tickets that a device redeemed, and tell what is used up elsewhere."""
        admitted = await gate.admit(request, device)
        try:
            used = parse_used(admitted.body)
        except ValueError as error:
            raise refuse(400, "hub.redemptions-not-readable", str(error)) from None
        return gate.answer(admitted, 200, await run_in_threadpool(redeem, admitted, used))

    def keep(admitted: Admitted, status: DeviceStatus) -> dict[str, Any]:
        known, now = get_device(admitted), now_ms()
        with database.writing() as connection:
            keep_status(connection, known.device, status, now)
            version = _provide_version(connection, known, now)
        return {"server_time": now, "paper_keys_version": version, "messages": []}

    def seal(admitted: Admitted) -> dict[str, Any]:
        known, now = get_device(admitted), now_ms()
        with database.writing() as connection:
            keys = provide_paper_keys(connection, known.site, now)
        sealed = seal_paper_keys(keys, gate.keys, known.keys.sealing)
        return {"server_time": now, "sealed": base64.b64encode(sealed).decode("ascii")}

    def redeem(admitted: Admitted, used: UsedTickets) -> dict[str, Any]:
        known, now = get_device(admitted), now_ms()
        with database.writing() as connection:
            answer = take_used(connection, known.device, known.site, used, now)
        return {"server_time": now, **json.loads(format_used_answer(answer))}

    return door


def _provide_version(connection: Connection, known: KnownDevice, now: int) -> int:
    return provide_paper_keys(connection, known.site, now).version


def _load(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
