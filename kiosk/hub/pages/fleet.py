"""The page of the fleet: how each device is, shutting one out, and taking a new one in."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.enrolment_codes import VALID_MS, make_code
from kiosk.hub.fleet import FleetDevice, list_fleet, revoke_device
from kiosk.hub.pages.chosen import AskedFor, choose
from kiosk.hub.pages.forms import Form, FormSent
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.viewer import PageRefusedError, Seen, Viewer

_MOST_NAME: Final = 80
_MOST_ADDRESS: Final = 200
# So many fit a page that can still be read; those that need looking after come first.
MOST_SHOWN: Final = 300
# A device that was silent for so long stands out: in the night it is off.
LATE_MS: Final = 36 * 3_600_000


def make_fleet_pages(database: HubDatabase) -> APIRouter:
    """Return the pages below ``/fleet``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/fleet")
    def fleet(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        chosen = choose(database, viewer, asked, may_be_all=True)
        with database.reading() as connection:
            # An account of all sees devices of no site too, also where there is one site only.
            devices = list_fleet(connection, chosen.site if chosen.may_be_all else viewer.site)
        address = str(request.base_url).rstrip("/")
        return render(
            request, viewer, "fleet.html", chosen=chosen, devices=devices[:MOST_SHOWN], all_devices=len(devices),
            address=address, now_ms=now_ms(), late_ms=LATE_MS,
        )  # fmt: skip

    @pages.post("/fleet/codes")
    def make_enrolment_code(request: Request, viewer: Seen, form: FormSent) -> Response:
        _check_may_change(viewer)
        site, name, address = _read_wish(form, viewer)
        with database.writing() as connection:
            code = make_code(connection, site=site, name=name, made_by=viewer.name, now_ms=now_ms())
        return render(
            request, viewer, "enrolment_code.html", code=code, site=site, name=name, address=address,
            minutes=VALID_MS // 60_000, qr=_draw_code(f"kiosk-enrol:{address}#{code}"),
        )  # fmt: skip

    @pages.get("/fleet/{device}/shut-out")
    def ask(request: Request, viewer: Seen, device: str) -> Response:
        _check_may_change(viewer)
        return render(request, viewer, "shut_out.html", device=get_device(viewer, device), now_ms=now_ms())

    @pages.post("/fleet/{device}/shut-out")
    def shut_out(viewer: Seen, device: str, _form: FormSent) -> Response:
        _check_may_change(viewer)
        found = get_device(viewer, device)
        with database.writing() as connection:
            revoke_device(connection, found.device, now_ms())
        return RedirectResponse("/fleet", 303, HEADERS)

    def get_device(viewer: Viewer, device: str) -> FleetDevice:
        with database.reading() as connection:
            fleet = list_fleet(connection, viewer.site)
        found = next((one for one in fleet if one.device == device), None)
        if found is None:
            raise PageRefusedError(404, "There is no such device.", viewer)
        return found

    return pages


def _check_may_change(viewer: Viewer) -> None:
    if not viewer.may_change:
        raise PageRefusedError(403, "Your account looks only. Ask an operator.", viewer)


def _read_wish(form: Form, viewer: Viewer) -> tuple[str | None, str | None, str]:
    address = form.get("address", _MOST_ADDRESS).rstrip("/")
    if not _is_address(address):
        raise PageRefusedError(
            400, "The address has to be the hub's own, as https://hub.example.org. Go back and write it anew.", viewer
        )  # fmt: skip
    site = form.get("site", _MOST_NAME) or None
    return viewer.site or site, form.get("name", _MOST_NAME) or None, address


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    is_plain = text.isascii() and text.isprintable() and not any(one in text for one in ' #"<>\\')
    return is_plain and parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _draw_code(text: str) -> Markup:
    import segno

    # Black on white in a dark page too: readers of codes want it so.
    return Markup(segno.make_qr(text, error="m").svg_inline(border=4, dark="#000", light="#fff", omitsize=True))  # fmt: skip
