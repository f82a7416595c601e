"""Reads one site of one pack in a visitor's language, each item in the best language there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from kiosk.model.content import (
    Artifact,
    Fact,
    Floor,
    Image,
    NearbySite,
    Site,
    Source,
    Stop,
    StopCard,
    Tour,
    TourKind,
    VisitorVoice,
)
from kiosk.model.errors import KioskError
from kiosk.model.language import pick, primary
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.card_rows import CardReader
from kiosk.packs.catalogue import Catalogue, Row
from kiosk.packs.film_rows import read_films
from kiosk.packs.folding import fold_number
from kiosk.packs.guide_rows import GuideReader
from kiosk.packs.narration_rows import has_other_version, read_narration
from kiosk.packs.open_pack import OpenPack
from kiosk.packs.question_rows import read_questions
from kiosk.packs.sound_rows import read_sounds
from kiosk.packs.voice_rows import read_voices

Names = dict[str, tuple[str, str]]


class SiteReader:
    """The rows of one site as values. What a damaged catalogue cannot give is left out and told to ``on_damage``."""

    def __init__(self, pack: OpenPack, site_id: str, on_damage: Callable[[KioskError], None]) -> None:
        self.pack = pack
        self.site_id = site_id
        self._on_damage = on_damage
        self._ranks: dict[str, tuple[str, ...]] = {}
        self._pronunciations: dict[str, tuple[Pronunciation, ...]] = {}
        self._nearby: dict[str, tuple[NearbySite, ...]] = {}
        self._cards = CardReader(self)
        self.guide = GuideReader(self)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose part is whole, in the author's order."""
        return tuple(self.pack.languages)

    @property
    def fallback_language(self) -> str:
        """The language an item is told in where the visitor's is missing."""
        return self.pack.manifest.fallback_language

    def rank(self, language: str) -> tuple[str, ...]:
        """Return the pack's languages from the one that serves ``language`` best to the one that serves least."""
        if language not in self._ranks:
            left, ranked = list(self.pack.languages), []
            while (best := pick(language, left, self.fallback_language)) is not None:
                ranked.append(best)
                left.remove(best)
            self._ranks[language] = tuple(ranked)
        return self._ranks[language]

    def own_and_fallback(self, language: str) -> tuple[str, ...]:
        """Return the language that serves ``language`` best, then the fall-back; one where they are the same."""
        return tuple(dict.fromkeys(self.rank(language)[:1] + self.rank(self.fallback_language)[:1]))

    def core_rows(self, sql: str, *values: object) -> list[Row]:
        """Return rows of the core; none where the catalogue cannot be read."""
        return self._rows(self.pack.core, sql, values)

    def language_rows(self, tag: str, sql: str, *values: object) -> list[Row]:
        """Return rows of one language's part; none where the catalogue cannot be read."""
        return self._rows(self.pack.languages[tag], sql, values)

    def film_rows(self, part_name: str, sql: str, *values: object) -> list[Row]:
        """Return rows of an optional part; none where it was left out of this device, or cannot be read."""
        part = self.pack.films.get(part_name)
        return self._rows(part, sql, values) if part is not None else []

    def best_rows(self, language: str, sql: str, *values: object) -> tuple[str, list[Row]]:
        """Return the rows of the best language that has any, and its tag."""
        for tag in self.rank(language):
            rows = self.language_rows(tag, sql, *values)
            if rows:
                return tag, rows
        return "", []

    def read_site(self, language: str) -> Site:
        """Return the site."""
        rows = self.core_rows(
            "SELECT lat, lon, opening_hours, timezone, label_host, accent FROM site WHERE id = ?",
            self.site_id,
        )
        lat, lon, hours, timezone, host, accent = rows[0] if rows else (None, None, "", "UTC", "", "#808080")
        name, summary = self._names("site", language).get(self.site_id, (self.site_id, ""))
        return Site(
            id=self.site_id,
            pack_id=self.pack.manifest.id,
            name=name,
            summary=summary,
            lat=lat,
            lon=lon,
            opening_hours=hours,
            timezone=timezone,
            label_host=host,
            accent=accent,
            fallback_language=self.pack.manifest.fallback_language,
            languages=self.languages,
        )

    def read_floors(self, language: str) -> tuple[Floor, ...]:
        """Return the floors from the lowest level up."""
        names = self._names("floor", language)
        rows = self.core_rows(
            "SELECT f.id, f.level, f.plan, coalesce(m.width_px, 0), coalesce(m.height_px, 0), f.width_m"
            " FROM floor f LEFT JOIN media m ON m.sha256 = f.plan WHERE f.site_id = ? ORDER BY f.level, f.id",
            self.site_id,
        )
        return tuple(Floor(row[0], row[1], names.get(row[0], (row[0], ""))[0], *row[2:]) for row in rows)

    def read_cards(self, language: str) -> tuple[StopCard, ...]:
        """Return every stop's card in the curator's order."""
        return self._cards.read_all(language)

    def read_cards_at(self, ranks: Sequence[int], language: str) -> tuple[StopCard, ...]:
        """Return the cards of the stops with these ranks, in this order; what is not of this site is left out."""
        cards = self._cards.read_some("rank", ranks, language)
        return tuple(cards[rank] for rank in ranks if rank in cards)

    def find_by_number(self, typed: str) -> tuple[str, ...]:
        """Return the ids of the stops with this number, in the curator's order."""
        return tuple(stop_id for _, stop_id in self._find_numbered(typed))

    def rank_by_number(self, typed: str) -> tuple[int, ...]:
        """Return the ranks of the stops with this number, ascending."""
        return tuple(rank for rank, _ in self._find_numbered(typed))

    def _find_numbered(self, typed: str) -> list[Row]:
        sql = "SELECT rank, id FROM stop WHERE site_id = ? AND folded = ? ORDER BY rank"
        return self.core_rows(sql, self.site_id, fold_number(typed))

    def read_stop(self, stop_id: str, language: str, version: str) -> Stop | None:
        """Return a stop in full, or None where the site has no such stop."""
        cards = self._cards.read_some("id", [stop_id], language)
        codes = self.core_rows("SELECT code FROM stop WHERE id = ?", stop_id)
        if not cards or not codes:
            return None
        told = read_narration(self, stop_id, language, version)
        title_language, _ = self.best_rows(language, "SELECT 1 FROM title WHERE stop_id = ?", stop_id)
        return Stop(
            card=cards[stop_id],
            title_language=title_language or self.pack.manifest.fallback_language,
            code=codes[0][0],
            texts=told.texts,
            recordings=told.recordings,
            images=self._read_images(stop_id, language),
            artifacts=self._read_artifacts(stop_id, language),
            facts=self._read_facts(stop_id, language),
            publisher=self.pack.manifest.publisher,
            reviewed_on=self.pack.manifest.reviewed_on,
            films=told.fit_films(read_films(self, stop_id, language)),
            sounds=read_sounds(self, stop_id, language),
            questions=read_questions(self, stop_id, language),
            voices=read_voices(self, stop_id, language),
            version=told.version,
        )

    def read_voices(self, language: str) -> tuple[VisitorVoice, ...]:
        """Return what visitors said about the site as a whole."""
        return read_voices(self, self.site_id, language)

    def has_versions(self, stop_id: str) -> bool:
        """Tell whether two versions of a stop's narration are on trial in some language."""
        return any(has_other_version(self, tag, stop_id) for tag in self.languages)

    def read_pronunciations(self, language: str) -> tuple[Pronunciation, ...]:
        """Return the lexicon of the language that serves ``language`` best; none where that is another language.

        The same tuple each time: what was made of it need not be made again.
        """
        tag = next(iter(self.rank(language)), "")
        if primary(tag) != primary(language):
            return ()
        if tag not in self._pronunciations:
            rows = self.language_rows(
                tag, "SELECT written, said, phonemes FROM pronunciation ORDER BY written"
            )
            self._pronunciations[tag] = tuple(Pronunciation(*row) for row in rows)
        return self._pronunciations[tag]

    def read_tours(self, language: str) -> tuple[Tour, ...]:
        """Return the ready-made tours in the author's order."""
        names = self._names("tour", language)
        stops: dict[str, list[str]] = {}
        for tour_id, stop_id in self.core_rows(
            "SELECT tour_id, stop_id FROM tour_stop ORDER BY tour_id, position"
        ):
            stops.setdefault(tour_id, []).append(stop_id)
        rows = self.core_rows(
            "SELECT id, minutes, kind FROM tour WHERE site_id = ? ORDER BY position", self.site_id
        )
        return tuple(
            Tour(id_, *names.get(id_, (id_, "")), minutes, tuple(stops.get(id_, ())), TourKind(kind))
            for id_, minutes, kind in rows
            if kind in set(TourKind)
        )

    def read_tags(self, language: str) -> dict[str, str]:
        """Return the words stops are grouped by: id to name, in the author's order."""
        names = self._names("tag", language)
        return {
            id_: names.get(id_, (id_, ""))[0]
            for (id_,) in self.core_rows("SELECT id FROM tag ORDER BY position")
        }

    def read_glances(self, language: str) -> dict[str, str]:
        """Return what is told of the stops in short, by id, all in the one language that serves best."""
        _, rows = self.best_rows(
            language, "SELECT stop_id, text FROM text WHERE depth = 'glance' AND version = ''"
        )
        return dict(rows)

    def read_nearby(self, language: str) -> tuple[NearbySite, ...]:
        """Return the places worth going on to; ``source`` is the title of what their facts rest on."""
        if language not in self._nearby:
            # One language at a time: there may be thousands.
            self._nearby = {language: self._read_nearby_rows(language)}
        return self._nearby[language]

    def _read_nearby_rows(self, language: str) -> tuple[NearbySite, ...]:
        names = self._names("nearby", language)
        rows = self.core_rows(
            "SELECT n.id, n.lat, n.lon, coalesce(s.title, ''), n.opening_hours, n.timezone, n.walk_m, n.lesser_known"
            " FROM nearby n LEFT JOIN source s ON s.id = n.source_id"
            " WHERE n.site_id = ? ORDER BY n.position",
            self.site_id,
        )
        return tuple(
            NearbySite(
                id_, *names.get(id_, (id_, "")), lat, lon, source, hours, timezone, walk_m, bool(lesser_known)
            )
            for id_, lat, lon, source, hours, timezone, walk_m, lesser_known in rows
        )

    def _rows(self, catalogue: Catalogue, sql: str, values: tuple[object, ...]) -> list[Row]:
        try:
            return catalogue.rows(sql, *values)
        except sqlite3.Error as error:
            self._on_damage(
                KioskError(
                    "A part of a pack cannot be shown",
                    thing=f"{self.pack.manifest.id} {self.pack.manifest.version}",
                    found=str(error),
                    remedy="install the pack again from its file or stick",
                    code="packs.catalogue-faulty",
                )
            )
            return []

    def _names(self, kind: str, language: str) -> Names:
        names: Names = {}
        for tag in reversed(self.rank(language)):
            rows = self.language_rows(tag, "SELECT id, name, summary FROM name WHERE kind = ?", kind)
            for id_, name, summary in rows:
                names[id_] = (name, summary or names.get(id_, ("", ""))[1])
        return names

    def _read_images(self, stop_id: str, language: str) -> tuple[Image, ...]:
        alts: dict[int, str] = {}
        for tag in reversed(self.rank(language)):
            alts.update(self.language_rows(tag, "SELECT position, alt FROM alt WHERE stop_id = ?", stop_id))
        rows = self.core_rows(
            "SELECT i.position, i.sha256, m.media_type, m.width_px, m.height_px, i.focus_x, i.focus_y, i.credit, i.rights"
            " FROM image i JOIN media m USING (sha256) WHERE i.stop_id = ? ORDER BY i.position",
            stop_id,
        )
        return tuple(
            Image(
                sha256,
                media_type,
                width_px,
                height_px,
                focus_x,
                focus_y,
                alts.get(position, ""),
                credit,
                rights,
            )
            for position, sha256, media_type, width_px, height_px, focus_x, focus_y, credit, rights in rows
        )

    def _read_artifacts(self, stop_id: str, language: str) -> tuple[Artifact, ...]:
        words: dict[str, Row] = {}
        for tag in reversed(self.rank(language)):
            sql = "SELECT artifact_id, object_name, brief_description FROM artifact_text WHERE stop_id = ?"
            words.update({row[0]: row[1:] for row in self.language_rows(tag, sql, stop_id)})
        rows = self.core_rows(
            "SELECT id, object_number FROM artifact WHERE stop_id = ? ORDER BY position", stop_id
        )
        return tuple(Artifact(id_, number, *words.get(id_, (id_, ""))) for id_, number in rows)

    def _read_facts(self, stop_id: str, language: str) -> tuple[Fact, ...]:
        tag, rows = self.best_rows(
            language, "SELECT position, text FROM fact WHERE stop_id = ? ORDER BY position", stop_id
        )
        if not rows:
            return ()
        named: dict[int, list[str]] = {}
        sql = "SELECT fact_position, source_id FROM fact_source WHERE stop_id = ? ORDER BY fact_position, position"
        for position, source_id in self.language_rows(tag, sql, stop_id):
            named.setdefault(position, []).append(source_id)
        sources = self._read_sources({id_ for ids in named.values() for id_ in ids})
        return tuple(
            Fact(text, tag, tuple(sources[id_] for id_ in named.get(position, ()) if id_ in sources))
            for position, text in rows
        )

    def _read_sources(self, ids: set[str]) -> dict[str, Source]:
        sql = "SELECT id, title, author, publisher, year, url FROM source WHERE id = ?"
        return {row[0]: Source(*row) for id_ in ids for row in self.core_rows(sql, id_)}
