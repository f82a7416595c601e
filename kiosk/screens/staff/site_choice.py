"""Which site a staff page is about, where there are several, and how much of its long list is shown."""

from __future__ import annotations

from typing import Any

from kiosk.model.content import StopCard
from kiosk.screens.look import Look
from kiosk.screens.rooms import Library

SHOWN_AT_FIRST = 24
"""A site may have a thousand stops: they come a page at a time."""


class SiteChoice:
    """One for each page that looks at one site; ``shown`` is how many rows of its list are shown."""

    def __init__(self, library: Library, look: Look) -> None:
        self._library = library
        self._look = look
        self._chosen = ""
        self.shown = SHOWN_AT_FIRST

    @property
    def language(self) -> str:
        """What the interface speaks."""
        return str(self._look.property("language"))

    def find(self, otherwise: str = "") -> str:
        """Return the site that was chosen, or ``otherwise``; the first where there is no such site, "" where there is none."""
        ids = [site.id for site in self._library.sites(self.language)]
        wished = self._chosen or otherwise
        return wished if wished in ids else next(iter(ids), "")

    def choose(self, site_id: str) -> None:
        """Look at a site ("" for none in particular) from the beginning of its list."""
        self._chosen, self.shown = site_id, SHOWN_AT_FIRST

    def show_more(self) -> None:
        """Show some more of the list."""
        self.shown += SHOWN_AT_FIRST

    def list_sites(self, here: str) -> list[dict[str, Any]]:
        """Return all sites as rows, the one that is looked at marked."""
        sites = self._library.sites(self.language)
        return [{"id": site.id, "name": site.name, "chosen": site.id == here} for site in sites]

    def list_cards(self, site_id: str) -> dict[str, StopCard]:
        """Return the cards of a site's stops by their ids; none for no site."""
        cards = self._library.stop_cards(site_id, self.language) if site_id else ()
        return {card.id: card for card in cards}
