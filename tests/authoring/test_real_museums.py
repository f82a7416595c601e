"""Two real museums' tables, as they came."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.table_source import read_table_source
from kiosk.model.content import Depth
from kiosk.packs.build import build_pack
from kiosk.packs.store import PREVIEW, PackStore


def test_kronan_is_built_installed_and_read(shared_data: Path, tmp_path: Path) -> None:
    """Five stops in three languages, with the museum's own recordings decoded to their end."""
    source = read_table_source(shared_data / "museums/kronan")
    assert [(note.kind, note.rows) for note in source.warnings] == [("surrounding_spaces", (5,))]
    build_pack(source, tmp_path / "kronan.hpack")
    (tmp_path / "data").mkdir()
    store = PackStore(tmp_path / "data", trusting=PREVIEW)
    assert store.install(tmp_path / "kronan.hpack").result == "installed"
    library = store.open_library()
    try:
        (site,) = library.sites("en")
        assert (site.name, site.languages) == ("The Crown", ("sv", "en", "de"))
        assert [card.number for card in library.stop_cards(site.id, "de")] == ["1", "3", "4", "7", "8"]
        for language, voice in (
            ("sv", "Lars Einarsson"),
            ("en", "Jonathan Ramsden"),
            ("de", "Christina Schöning"),
        ):
            for card in library.stop_cards(site.id, language):
                stop = library.get_stop(card.id, language)
                told = stop.recordings[0]
                assert (told.language, told.depth, told.credit) == (language, Depth.STORY, voice)
                assert 30_000 < told.duration_ms < 180_000
                path = library.media_path(told.sha256)
                assert path is not None
                assert {text.language for text in stop.texts} == {language}
        (wreck,) = library.get_stop(f"{site.id}/stop-1", "de").images
        assert (wreck.alt, wreck.width_px) == ("Der Fundort des Wracks", 1920)
        assert len(library.get_stop(f"{site.id}/stop-8", "en").images) == 2
    finally:
        library.close()
        store.close()


def test_the_nordic_museum_has_many_stops_and_languages(shared_data: Path, tmp_path: Path) -> None:
    source = read_table_source(shared_data / "museums/nordic")
    assert len(source.stops) == 147
    assert len(source.languages) == 10
    assert len(source.tours) == 9
    assert (source.tours[0].name["de"], source.tours[0].minutes, len(source.tours[0].stops)) == (
        "Höhepunkte",
        49,
        22,
    )
    assert source.tours[0].stops[:2] == ("stop-201", "stop-401")
    assert {note.file for note in source.warnings} == {"stops.csv", "tours.csv", "amenities.csv"}
    build_pack(source, tmp_path / "nordic.hpack")
    store = PackStore(tmp_path, trusting=PREVIEW)
    store.install(tmp_path / "nordic.hpack")
    library = store.open_library()
    try:
        (site,) = library.sites("ar")
        arabic = library.stop_cards(site.id, "ar")
        assert len(arabic) == 147
        assert library.find_by_number(site.id, "٢٠٢") == (f"{site.id}/stop-202",)
        assert [card.number for card in library.search(site.id, "fr", "appartement annees 1940").stops] == [
            "202"
        ]
    finally:
        library.close()
        store.close()
