"""Whether the films of a pack can be shown, are captioned, and say who made them."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.check_pictures import name_in_source
from kiosk.authoring.check_telling import Teller
from kiosk.authoring.check_timings import find_timing_fault
from kiosk.model.content import FilmKind
from kiosk.packs.film_container import FilmError
from kiosk.packs.film_files import FilmFile, probe_film
from kiosk.packs.pack_source import FilmSource, StopSource


def check_films(teller: Teller) -> None:
    """Tell what is wrong with the films; each file is looked at once, however many stops show it."""
    seen: dict[Path, FilmFile | None] = {}
    for stop in teller.source.stops:
        for film in stop.films:
            if film.file not in seen:
                seen[film.file] = _look(teller, film.file)
            _check_words(teller, stop, film)
            _check_captions(teller, stop, film, seen[film.file])


def _look(teller: Teller, path: Path) -> FilmFile | None:
    try:
        return probe_film(path)
    except FilmError as error:
        file = name_in_source(path, teller.source.folder)
        remedy = "replace the film"
        teller.findings.error(file, "", str(error), remedy, kind="film_unreadable", media=path.name)
        return None


def _check_words(teller: Teller, stop: StopSource, film: FilmSource) -> None:
    unsaid = [name for name, value in (("credit", film.credit), ("rights", film.rights)) if not value]
    if unsaid:
        what = f"the film {film.file.name} says nothing of its {' and '.join(unsaid)}"
        remedy = "write who made it and who may use it"
        teller.warn(stop.origin, "films", what, remedy, "rights_missing")
    if film.kind is FilmKind.VIDEO and not film.captions:
        what = f"whoever cannot hear the film {film.file.name} cannot read it either"
        teller.warn(stop.origin, "films", what, "add captions (WebVTT)", "captions_missing")
    if film.depth is not None:
        _check_step(teller, stop, film)


def _check_step(teller: Teller, stop: StopSource, film: FilmSource) -> None:
    """Tell why a film in sign language cannot be shown in step with what is told."""
    if not film.captions:
        what = f"the film {film.file.name} cannot keep step with the voice: it shares the time evenly"
        remedy = "add captions (WebVTT), one for each sentence"
        teller.warn(stop.origin, "films", what, remedy, "captions_missing")
    if not any(film.depth in text.by_depth for text in stop.texts):
        what = f"{film.file.name} goes with the text {film.depth}, which the stop does not have"
        remedy = "write the text, or take depth out: then the film stands alone"
        teller.warn(stop.origin, "films", what, remedy, "transcript_missing")


def _check_captions(teller: Teller, stop: StopSource, film: FilmSource, look: FilmFile | None) -> None:
    if not film.captions or look is None:
        return
    fault = find_timing_fault(film.captions, "", look.duration_ms)
    if fault is not None:
        severity, what, remedy = fault
        told = f"the captions of {film.file.name}: {what}".replace("the recording", "the film")
        teller.at(severity, stop.origin, "films", told, remedy.replace("recording", "film"), "timings_faulty")
