"""``kiosk staff close``, ``open`` and ``closed``: what visitors cannot see today, and ways they cannot go."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output
from kiosk.app.staff.closings import ClosureFile
from kiosk.guide.closures import ClosedKind, Closure, is_in_force
from kiosk.model.errors import KioskError
from kiosk.packs.time_zones import find_zone

if TYPE_CHECKING:
    from kiosk.model.content import Site
    from kiosk.packs.library import Library


def parse_until(text: str) -> str:
    """Return ``today``, or a day as it was typed."""
    if text != "today":
        try:
            date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is neither today nor a day like 2026-11-30") from None
    return text


def close(arguments: argparse.Namespace, out: Output) -> int:
    """Close a stop or a way: no visitor is led there any more, in a guide that runs too."""
    with _open_library(arguments) as library:
        thing, site, title = _find_thing(library, arguments.thing, arguments.site)
    closure = Closure(thing.site_id, thing.kind, thing.id, _find_last_day(arguments.until, site))
    make_data_folder(arguments.data)
    ClosureFile(arguments.data).close(closure)
    until = f" until the end of {closure.until:%Y-%m-%d}" if closure.until else " until it is opened again"
    out.answer(_make_record(closure, title), f"Closed{until}: {title}.")
    return 0


def open_again(arguments: argparse.Namespace, out: Output) -> int:
    """Open what was closed; 1 where it was not. What a site has no more can be opened too."""
    file = ClosureFile(arguments.data)
    found = [
        one for one in file.read() if one.id == arguments.thing and arguments.site in (None, one.site_id)
    ]
    if not found:
        with _open_library(arguments) as library:
            thing, _, title = _find_thing(library, arguments.thing, arguments.site)
        found = [one for one in file.read() if one.is_same_thing(thing)]
        if not found:
            out.note(f"{title} was not closed.")
            return 1
    if len(found) > 1:
        raise _refuse(arguments.thing, [f"{one.kind} {one.id} of {one.site_id}" for one in found])
    file.open_again(found[0])
    out.answer(_make_record(found[0], found[0].id), f"Open again: {found[0].id}.")
    return 0


def tell(arguments: argparse.Namespace, out: Output) -> int:
    """Tell what is closed, the latest first."""
    closures = [
        one for one in reversed(ClosureFile(arguments.data).read()) if arguments.site in (None, one.site_id)
    ]
    with _open_library(arguments) as library:
        sites = {site.id: site for site in library.sites("en")}
        titles = {site.id: _list_titles(library, site) for site in sites.values()}
    told = 0
    for one in closures:
        if not is_in_force(one, _find_today(sites.get(one.site_id))):
            continue
        title = titles.get(one.site_id, {}).get((one.kind, one.id), one.id)
        until = f"until the end of {one.until:%Y-%m-%d}" if one.until else "until it is opened again"
        out.answer(_make_record(one, title), f"{one.site_id}: {title} ({one.kind} {one.id}), {until}")
        told += 1
    if not told:
        out.note("Nothing is closed.")
    return 0


@contextmanager
def _open_library(arguments: argparse.Namespace) -> Iterator[Library]:
    from kiosk.packs.store import PackStore

    make_data_folder(arguments.data)
    with closing(PackStore(arguments.data)) as store, closing(store.open_library()) as library:
        yield library


def _find_thing(library: Library, word: str, site_id: str | None) -> tuple[Closure, Site, str]:
    """Return the one stop or way that a word names, its site and its title."""
    sites = [site for site in library.sites("en") if site_id in (None, site.id)]
    found: list[tuple[Closure, Site, str]] = []
    for site in sites:
        titles = _list_titles(library, site)
        numbered = set(library.find_by_number(site.id, word))
        for (kind, thing_id), title in titles.items():
            if thing_id in (word, f"{site.id}/{word}") or (kind is ClosedKind.STOP and thing_id in numbered):
                found.append((Closure(site.id, kind, thing_id), site, title))
    exact = [one for one in found if one[0].id in (word, f"{one[1].id}/{word}")] or found
    if len(exact) == 1:
        return exact[0]
    raise _refuse(word, [f"{one.kind} {one.id} of {one.site_id}" for one, _, _ in exact])


def _list_titles(library: Library, site: Site) -> dict[tuple[ClosedKind, str], str]:
    stops = {
        (ClosedKind.STOP, card.id): card.title for card in library.stop_cards(site.id, site.fallback_language)
    }
    return stops | {(ClosedKind.WAY, way.id): way.name or way.id for way in library.ways(site.id)}


def _find_last_day(until: str | None, site: Site) -> date | None:
    if until is None:
        return None
    return _find_today(site) if until == "today" else date.fromisoformat(until)


def _find_today(site: Site | None) -> date:
    return datetime.now(find_zone(site.timezone) if site else UTC).date()


def _make_record(closure: Closure, title: str) -> dict[str, object]:
    return {
        "site": closure.site_id,
        "kind": str(closure.kind),
        "id": closure.id,
        "title": title,
        "until": closure.until.isoformat() if closure.until else None,
    }


def _refuse(word: str, found: Sequence[str]) -> KioskError:
    return KioskError(
        "Nothing was closed or opened",
        thing=word,
        expected="the id of a stop or way of an installed site, or a stop's number",
        found=f"several: {', '.join(found)}" if found else "none",
        remedy="name it by its id, and its site with --site",
        code="app.nothing-to-close",
    )
