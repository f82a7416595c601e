"""What stands on a stop's label: the code's text, the number, the title in each language of the site."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.model.marker import format_marker
from kiosk.packs.library import Library


@dataclass(frozen=True, slots=True)
class Label:
    """One label. ``titles`` are (language, title) in the author's order, each language's own only."""

    text: str
    number: str
    titles: tuple[tuple[str, str], ...]
    site_name: str
    site_language: str


def collect_labels(library: Library, site_id: str) -> tuple[Label, ...]:
    """Return the labels of a site's stops in the curator's order.

    Raises:
        KioskError: ``packs.no-such-site``.
    """
    site = library.get_site(site_id, library.get_site(site_id, "").fallback_language)
    key = library.label_key(site_id)
    labels = []
    for card in library.stop_cards(site_id, site.fallback_language):
        stops = {tag: library.get_stop(card.id, tag) for tag in site.languages}
        titles = tuple((tag, stop.card.title) for tag, stop in stops.items() if stop.title_language == tag)
        code = stops[site.fallback_language].code if site.fallback_language in stops else ""
        labels.append(
            Label(
                format_marker(site.label_host, code, key),
                card.number,
                titles,
                site.name,
                site.fallback_language,
            )
        )
    return tuple(labels)
