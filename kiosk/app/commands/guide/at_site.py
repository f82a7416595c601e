"""The site, the language and the moment that a question to the guide is about."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.model.content import Site
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.library import Library


def add_site_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which content is asked about, which site of it, in which language, and when."""
    parser.add_argument(
        "--pack",
        metavar="P",
        help="the content: a pack's file, its source folder, or the id of an installed one"
        " (default: what this device shows, else the demonstration)",
    )
    parser.add_argument("--site", metavar="ID", help="the site (default: the content's first)")
    parser.add_argument("--lang", metavar="TAG", help="language (default: the site's own)")
    parser.add_argument(
        "--now",
        metavar="TIME",
        type=_parse_time,
        help="as if it were then, for example 2026-11-22T14:30, at the site (default: the device's clock)",
    )


@contextmanager
def open_site(arguments: argparse.Namespace) -> Iterator[tuple[Library, Site]]:
    """Open the content and find the site, in the language asked for or its own.

    Raises:
        KioskError: ``app.no-pack``, ``packs.no-such-site``, or with the code of what is wrong with the pack.
    """
    with ExitStack() as parts:
        pack_id, library = _open_content(arguments.pack, arguments.data, parts)
        sites = [site for site in library.sites("") if pack_id in ("", site.pack_id)]
        site_id = arguments.site or next((site.id for site in sites), "")
        if not site_id:
            raise _no_pack(arguments.data)
        site = library.get_site(site_id, arguments.lang or "")
        yield library, library.get_site(site_id, arguments.lang or site.fallback_language)


def read_now(asked: datetime | None, site: Site) -> datetime | None:
    """Return the time at the site: as asked, else the device's; None where its clock cannot be believed."""
    from kiosk.visits.clock import SystemClock, WallQuality

    if asked is not None:
        return asked if asked.tzinfo else asked.replace(tzinfo=_find_zone(site.timezone))
    reading = SystemClock().read()
    if reading.quality is WallQuality.UNSET:
        return None
    return datetime.fromtimestamp(reading.wall_ms / 1000, _find_zone(site.timezone))


def _open_content(pack: str | None, data: Path, parts: ExitStack) -> tuple[str, Library]:
    """Return the id of the pack that is asked about ("" for all there are), and a library with it."""
    from kiosk.app.commands.pack.opened import opened_pack
    from kiosk.app.embedded_packs import find_embedded_packs
    from kiosk.packs.store import PackStore

    if pack is not None:
        return parts.enter_context(opened_pack(pack, data))
    if (data / "state.db").exists():
        with closing(PackStore(data)) as store:
            library = parts.enter_context(closing(store.open_library()))
        if library.sites(""):
            return "", library
    packs = find_embedded_packs()
    if not packs:
        raise _no_pack(data)
    return "", _open_aside(packs, parts)


def _open_aside(packs: Sequence[Path], parts: ExitStack) -> Library:
    """Open the demonstration as a device with nothing else would, without touching this one."""
    from kiosk.packs.store import PREVIEW, PackStore

    scratch = Path(parts.enter_context(TemporaryDirectory(prefix="kiosk-pack-")))
    with closing(PackStore(scratch, trusting=PREVIEW)) as store:
        for pack in packs:
            outcome = store.install(pack)
            if outcome.error is not None:
                raise outcome.error
        return parts.enter_context(closing(store.open_library()))


def _no_pack(data: Path) -> KioskError:
    return KioskError(
        "There is nothing to ask about",
        thing=str(data),
        found="no pack",
        remedy="build or install one, or name one with --pack",
        code="app.no-pack",
    )


def _find_zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _parse_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time like 2026-11-22T14:30") from None
