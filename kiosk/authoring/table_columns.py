"""The columns of a table of stops, and the words that desks use for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.authoring.table_grid import Cell, Grid

# The template's own names, in its order. Reference: docs/reference/table-columns.md.
COLUMNS = (
    "exhibition",
    "stop_number",
    "language",
    "title",
    "text",
    "audio_file",
    "image_file",
    "lat",
    "lon",
    "floor",
    "image_alt",
)
NEEDED = ("stop_number", "language", "title")
# Folded (see fold_heading): no capitals, accents, blanks or signs.
_WORDS = {
    "exhibition": "exhibitionname exhibitiontitle exhibit site sitename place museum tour tourname utstallning utstallningsnamn"
    " ausstellung ausstellungsname udstilling utstilling exposition exposicion esposizione mostra tentoonstelling"
    " nayttely wystawa vystava sted plats",
    "stop_number": "no nr num number stop stopno stopnr stopnumber stopid id code key keypad stopcode nummer"
    " stationsnummer station stationnr stationnumber objectnumber pointnumber point tracknumber track stopp stoppnr"
    " stoppnummer hallplats numero numeroarret arret haltepunkt halt nro kohde numer punkt punktnr parada fermata"
    " tappa etape punto n",
    "language": "lang languages languagecode langcode locale tag sprak spraak sprog sprache sprachen langue idioma"
    " lingua taal kieli jezyk jazyk lengua bhasha",
    "title": "heading headline name stopname stoptitle titel titre titulo titolo rubrik overskrift tittel otsikko"
    " tytul nazwa namn naam navn nome nom bezeichnung uberschrift ueberschrift caption label",
    "text": "manuscript script body bodytext transcript narration description story content texts copy audiotext"
    " manus manuskript berattelse beskrivning skript sprechtext beschreibung texte texto testo tekst teksti tekstas"
    " descriptif descripcion descrizione opis kuvaus",
    "audio_file": "audio sound soundfile audiofile audiofilename soundfilename recording mp3 track file ljud ljudfil"
    " ton tondatei audiodatei lyd lydfil son fichieraudio fichierson archivodeaudio sonido suono geluid"
    " geluidsbestand aani aanitiedosto dzwiek",
    "image_file": "image picture photo imagefile imagefilename picturefile photofile bild bildfil bilddatei foto"
    " billede billedfil bilde bildefil photographie imagem imagen immagine afbeelding kuva kuvatiedosto zdjecie obraz",
    "lat": "latitude breitengrad breite latitud breddgrad breddegrad latitudine leveysaste n wgs84lat gpslat y",
    "lon": "longitude long lng langengrad laengengrad lange longitud langdgrad laengdgrad lengdegrad longitudine"
    " pituusaste e wgs84lon wgs84lng gpslon gpslong gpslng x",
    "floor": "level storey story etage stockwerk vaning plan etasje kerros piso planta piano verdieping pietro",
    "image_alt": "alt alttext alternativetext imagedescription imagecaption picturedescription bildbeskrivning"
    " bildbeschreibung alternativtext bildtext",
}
# Two columns may go by one word; the first that asks for it keeps it.
_BY_WORD = {
    word: column
    for column in reversed(COLUMNS)
    for word in (column.replace("_", ""), *_WORDS[column].split())
}
# What a heading may have besides its one telling word.
_GENERAL = frozenset(
    [
        "file",
        "files",
        "filename",
        "filenames",
        "name",
        "names",
        "no",
        "nr",
        "number",
        "of",
        "the",
        "a",
        "for",
        "stop",
        "stops",
        "mp3",
        "wav",
        "jpg",
        "jpeg",
        "png",
        "gps",
        "wgs84",
        "deg",
        "degrees",
        "decimal",
        "grad",
        "max",
        "fil",
        "filnamn",
        "datei",
        "dateiname",
        "fichier",
        "nom",
        "main",
        "full",
        "body",
        "1",
    ]
)
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*:#]")
# Headings are looked for no further down.
MAX_ROWS_ABOVE = 40
_MOST_COLUMNS = 60
_LONGEST_HEADING = 80
# A remark above the table is longer than a heading of several words.
_LONGEST_PHRASE = 40


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand and which column is which.

    ``row`` is the heading row's number. ``columns`` gives a template column's place, from 0;
    ``other_words`` what it is called where that is not the template's word. ``unknown`` are headings that
    nobody knows, ``doubled`` such as name a column a second time, both by their place.
    """

    row: int
    columns: Mapping[str, int]
    other_words: Mapping[str, str]
    unknown: Mapping[int, str]
    doubled: Mapping[int, str]
    words: Mapping[int, str]


def fold_heading(text: str) -> str:
    """Return a heading without capitals, accents, blanks and signs."""
    decomposed = unicodedata.normalize("NFKD", text.replace("№", "no")).casefold()
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    plain = plain.replace("ø", "o").replace("æ", "ae").replace("ł", "l").replace("ß", "ss")
    return re.sub(r"[\W_]+", "", plain)


def find_headings(grid: Grid, named: Mapping[str, str]) -> Headings | None:
    """Return the headings of a sheet; None where no row has enough of them.

    Args:
        grid: The sheet.
        named: The author's own headings, folded, and the columns they mean ("" for none).
    """
    best: Headings | None = None
    for row in grid.rows[:MAX_ROWS_ABOVE]:
        headings = _match(row.number, row.cells, named)
        if _is_enough(headings) and (best is None or len(headings.columns) > len(best.columns)):
            best = headings
    return best


def rate_headings(rows: Sequence[Sequence[str]], named: Mapping[str, str]) -> int:
    """Return how many columns the best row names."""
    return max(
        (
            len(_match(0, [Cell(text) for text in row[:_MOST_COLUMNS]], named).columns)
            for row in rows[:MAX_ROWS_ABOVE]
        ),
        default=0,
    )


def repeats_headings(cells: Sequence[Cell], headings: Headings) -> bool:
    """Tell whether a row further down says the headings again."""
    filled = [place for place, cell in enumerate(cells) if cell.text.strip()]
    same = [
        place
        for place in filled
        if len(cells[place].text) <= _LONGEST_HEADING
        and place in headings.words
        and fold_heading(cells[place].text) == fold_heading(headings.words[place])
    ]
    return len(same) >= 2 and len(same) * 2 > len(filled)


def _is_enough(headings: Headings) -> bool:
    columns = headings.columns.keys()
    return len(columns) >= 3 and ("stop_number" in columns or {"title", "language"} <= columns)


def _match(number: int, cells: Sequence[Cell], named: Mapping[str, str]) -> Headings:
    words = {
        place: text for place, cell in enumerate(cells[:_MOST_COLUMNS]) if (text := clean_heading(cell.text))
    }
    found = {place: _find_column(text, named) for place, text in words.items()}
    columns: dict[str, int] = {}
    # The template's own words come first, whatever stands left of them.
    for place in sorted(found, key=lambda one: (words[one].casefold() != found[one], one)):
        if found[place]:
            columns.setdefault(found[place], place)
    taken = set(columns.values())
    return Headings(
        row=number,
        columns=columns,
        other_words={
            column: words[place]
            for column, place in columns.items()
            if fold_heading(words[place]) != fold_heading(column)
        },
        unknown={place: text for place, text in words.items() if not found[place]},
        doubled={place: text for place, text in words.items() if found[place] and place not in taken},
        words=words,
    )


def _find_column(text: str, named: Mapping[str, str]) -> str:
    """Return the column a heading means: by the author's word, as a whole, without a remark in brackets, by one word."""
    folded = fold_heading(text)
    if folded in named:
        return named[folded]
    bare = _REMARK.sub(" ", text)
    return _BY_WORD.get(folded) or _BY_WORD.get(fold_heading(bare)) or _find_by_one_word(bare)


def _find_by_one_word(text: str) -> str:
    """Return the column of "Audio filename" or "Text of the stop": one word counts, the others say nothing more."""
    if len(text) > _LONGEST_PHRASE:
        return ""
    words = [word for part in re.split(r"[\W_]+", text) if (word := fold_heading(part))]
    telling = {_BY_WORD.get(word, "") for word in words if word not in _GENERAL}
    return telling.pop() if len(telling) == 1 else ""


def clean_heading(text: str) -> str:
    """Return a heading without blanks and invisible characters round it, on one line."""
    return " ".join(text.strip("\ufeff\u200b\u200e\u200f\xad").split())
