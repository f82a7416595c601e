"""What stands on a stop's label: the code's text, the number, the title in each language of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.model.errors import KioskError
from kiosk.model.marker import format_marker
from kiosk.packs.folding import fold_number
from kiosk.packs.library import Library


@dataclass(frozen=True, slots=True)
class Label:
    """One label. ``titles`` are (language, title) in the author's order, each language's own only.

    ``text`` is "" for a stop that has no code; ``number`` is "" for one that has no number.
    """

    text: str
    number: str
    titles: tuple[tuple[str, str], ...]
    site_name: str
    site_language: str
    stop_id: str = ""

    @property
    def name(self) -> str:
        """How people are told of it: its number, else its title, else its id."""
        title = next((title for _, title in self.titles), self.stop_id)
        return f"stop {self.number}" if self.number else f"stop '{title[:40]}'"


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
        titles = tuple(
            (tag, " ".join(stop.card.title.split()))
            for tag, stop in stops.items()
            if stop.title_language == tag
        )
        code = stops[site.fallback_language].code if site.fallback_language in stops else ""
        text = format_marker(site.label_host, code, key) if code else ""
        labels.append(Label(text, card.number, titles, site.name, site.fallback_language, card.id))
    return tuple(labels)


def choose_labels(
    labels: Sequence[Label], stops: Sequence[str] = (), languages: Sequence[str] = ()
) -> tuple[Label, ...]:
    """Return the labels of the stops that are named by number or id, with titles in these languages, in this order.

    Nothing named means all. Two stops may share a number: both are meant.

    Raises:
        KioskError: ``authoring.no-such-stop`` or ``authoring.no-such-language``.
    """
    chosen = [label for label in labels if not stops or _is_named(label, stops)]
    for name in stops:
        if not any(_is_named(label, (name,)) for label in labels):
            raise _unknown("stop", name, [label.number or label.stop_id for label in labels])
    known = list(dict.fromkeys(tag for label in labels for tag, _ in label.titles))
    for tag in languages:
        if tag not in known:
            raise _unknown("language", tag, known)
    if not languages:
        return tuple(chosen)
    return tuple(replace(label, titles=_in_order(label.titles, languages)) for label in chosen)


def _is_named(label: Label, names: Sequence[str]) -> bool:
    number = fold_number(label.number)
    return any(name == label.stop_id or (number and fold_number(name) == number) for name in names)


def _in_order(titles: tuple[tuple[str, str], ...], languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the titles asked for; a stop that has none of them keeps its first, so that no label is without words."""
    by_tag = dict(titles)
    asked = tuple((tag, by_tag[tag]) for tag in languages if tag in by_tag)
    return asked or titles[:1]


def _unknown(kind: str, name: str, known: Sequence[str]) -> KioskError:
    listed = ", ".join(known[:12]) + (" ..." if len(known) > 12 else "")
    return KioskError(
        "No sheet was written",
        thing=f"{kind} {name[:40]}",
        expected=f"one of: {listed}",
        remedy=f"name a {kind} of the pack, or leave the option out to print all",
        code="authoring.no-such-stop" if kind == "stop" else "authoring.no-such-language",
    )
