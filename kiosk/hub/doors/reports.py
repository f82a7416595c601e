"""Where programs read what visits tell: sums with small counts hidden."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from kiosk.hub.doors.callers import Called, choose_site, refuse_confined
from kiosk.hub.doors.description import BY_ACCOUNT, refusals
from kiosk.hub.reports import Reports, Totals


def make_report_door(reports: Reports) -> APIRouter:
    """Return the doors ``/v1/totals`` and ``/v1/reports/attraction``."""
    door = APIRouter(prefix="/v1", responses=refusals(401, 403, 429, 503))

    @door.get("/totals", openapi_extra=BY_ACCOUNT)
    def totals(caller: Called) -> Totals:
        """Return what the hub holds: counts of messages, not of people. For those who see all sites."""
        refuse_confined(caller)
        return reports.totals()

    @door.get("/reports/attraction", responses=refusals(422), openapi_extra=BY_ACCOUNT)
    def attraction(
        caller: Called,
        site: Annotated[str | None, Query(max_length=80)] = None,
        floor_area_m2: Annotated[float | None, Query(gt=0, le=10_000_000)] = None,
    ) -> list[dict[str, Any]]:
        """Return attraction, holding and use, one object a site; small counts are hidden (null)."""
        return [report.as_dict() for report in reports.read(choose_site(caller, site), floor_area_m2)]

    return door
