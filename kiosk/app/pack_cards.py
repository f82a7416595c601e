"""The stops of a pack that a command is told to use, without the rest of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.opened import opened_pack
from kiosk.model.content import StopCard

if TYPE_CHECKING:
    from kiosk.packs.pack_source import PackSource, StopSource


def read_cards(pack: str, data_folder: Path) -> list[StopCard]:
    """Return the stops of every site of a pack, in the curator's order and the fall-back language.

    Args:
        pack: A file, a source folder, which is only read and not built, or the id of an installed one.
        data_folder: Where packs are installed.

    Raises:
        KioskError: With the code of what is wrong with the pack or its source, or that there is none.
    """
    from kiosk.authoring.any_source import is_source, read_any_source

    if is_source(Path(pack)):
        source = read_any_source(Path(pack))
        return [_make_card(source, stop) for stop in source.stops]
    with opened_pack(pack, data_folder) as (pack_id, library):
        return [
            card
            for site in library.sites("")
            if site.pack_id == pack_id
            for card in library.stop_cards(site.id, site.fallback_language)
        ]


def _make_card(source: PackSource, stop: StopSource) -> StopCard:
    own = (text.title for text in stop.texts if text.language == source.fallback_language)
    return StopCard(
        id=f"{source.site.id}/{stop.id}",
        site_id=source.site.id,
        number=stop.number,
        title=next(own, stop.id),
        where="",
        order=stop.order,
        floor_id=stop.floor,
        plan_x=stop.plan_x,
        plan_y=stop.plan_y,
        lat=stop.lat,
        lon=stop.lon,
        tags=stop.tags,
        thumbnail="",
        radius_m=stop.radius_m,
        opens_by_place=stop.opens_by_place,
    )
