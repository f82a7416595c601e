"""Check of what staff closed: whether the file can be read, and what it still names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.app.staff.closings import ClosureFile
from kiosk.guide.closures import is_in_force
from kiosk.guide.guide import Content
from kiosk.model.content import Site
from kiosk.model.errors import KioskError
from kiosk.packs.time_zones import find_zone

NAMED = 5


def check_closings(data_folder: Path, library: Content) -> Iterator[Finding]:
    """Tell how many stops and ways are closed today, and which of them no pack has any more."""
    try:
        closures = ClosureFile(data_folder).read()
    except KioskError as error:
        yield warn("closings", str(error), error.remedy)
        return
    sites = {site.id: site for site in library.sites("en")}
    in_force = [one for one in closures if is_in_force(one, _find_today(sites.get(one.site_id)))]
    known = {name for site in sites for name in _list_ids(library, site)}
    gone = [one.id for one in in_force if (one.site_id, one.id) not in known]
    if gone:
        named = ", ".join(gone[:NAMED]) + (f" and {len(gone) - NAMED} more" if len(gone) > NAMED else "")
        yield warn("closings", f"closed, but in no pack: {named}", "Open them: kiosk staff open ID")
    elif in_force:
        yield ok("closings", f"{len(in_force)} closed by staff")
    else:
        yield ok("closings", "staff have closed nothing")


def _list_ids(library: Content, site_id: str) -> Iterator[tuple[str, str]]:
    yield from ((site_id, card.id) for card in library.stop_cards(site_id, "en"))
    yield from ((site_id, way.id) for way in library.ways(site_id))


def _find_today(site: Site | None) -> date:
    return datetime.now(find_zone(site.timezone) if site else UTC).date()
