"""The demonstration read from its folder, searched by the real index; and places nearby with hours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app.commands.pack.opened import installed_aside
from kiosk.model.content import NearbySite
from kiosk.model.found import Found
from kiosk.packs.build import build_pack
from kiosk.packs.library import Library
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source import read_source
from tests.fakes.fake_library import DELHI, FakeLibrary


class SearchedLibrary(FakeLibrary):
    """``hours`` are the opening hours of the places nearby, in their order; ``measured`` the ways there on foot."""

    def __init__(
        self, real: Library, hours: tuple[str, ...] = (), measured: tuple[float | None, ...] = ()
    ) -> None:
        super().__init__()
        self._real = real
        self.hours_nearby = hours
        self._measured = measured

    def search(self, site_id: str, language: str, text: str) -> Found:
        return self._real.search(site_id, language, text)

    def nearby(self, site_id: str, language: str) -> tuple[NearbySite, ...]:
        places = list(super().nearby(site_id, language))
        for at, walk_m in enumerate(self._measured):
            places[at] = replace(places[at], walk_m=walk_m)
        return tuple(places)


@contextmanager
def open_words(folder: Path = DELHI) -> Iterator[Library]:
    """Build the words of a source, without its pictures and sounds, and open them as a device would."""
    source = leave_words(read_source(folder))
    with TemporaryDirectory() as scratch:
        built = build_pack(source, Path(scratch) / "words.hpack")
        with installed_aside(built.path) as (_, library):
            yield library


def leave_words(source: PackSource) -> PackSource:
    """Return a source with nothing but its words, which is built in a moment."""
    stops = tuple(
        replace(stop, images=(), recordings=(), other_recordings=(), films=(), sounds=(), voices=(), floor="")
        for stop in source.stops
    )
    site = replace(source.site, attract=(), wordmark=None)
    return replace(source, site=site, stops=stops, floors=())
