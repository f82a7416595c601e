"""``kiosk scan --recognise``: which stop of a pack is in a picture, by the pack's own pictures."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.recognition.recogniser import Recogniser
    from kiosk.scanning.recogniser import PictureMatch


@dataclass(frozen=True, slots=True)
class _Answer:
    name: str
    matches: tuple[PictureMatch, ...] = ()
    took_ms: float = 0.0
    error: KioskError | None = None


def run(inputs: Sequence[str], pack: str | None, data: Path, out: Output) -> int:
    """Recognise what is in every picture; 0 when each gave a stop, else 1.

    Raises:
        KioskError: ``recognition.no-pack`` or ``recognition.nothing-known``, or that of a pack that cannot be opened.
    """
    from kiosk.app.commands.pack.opened import opened_pack
    from kiosk.recognition.maker import SIGNATURES

    if pack is None:
        raise KioskError(
            "Nothing was recognised",
            thing="--recognise",
            expected="the pack whose pictures to look for",
            found="none named",
            remedy="name it: kiosk scan --recognise --pack PACK IMAGE",
            code="recognition.no-pack",
        )
    total = recognised = 0
    with opened_pack(pack, data, SIGNATURES) as (_, library):
        _check_known(pack, library)
        for answer in _recognise(inputs, library):
            total += 1
            recognised += bool(answer.matches)
            out.answer(_record(answer, library), _words(answer, library))
    out.note(f"Recognised {recognised} of {total} pictures.")
    return 0 if recognised == total else 1


def _check_known(pack: str, library: Library) -> None:
    if not any(looks.words() for looks in library.looks()):
        raise KioskError(
            "Nothing was recognised",
            thing=pack,
            expected="a pack that says what its pictures look like",
            found="none of its pictures can be recognised, or it is here without the part recognition",
            remedy="build it again (kiosk pack build), or install it with that part; see kiosk pack check for its pictures",
            code="recognition.nothing-known",
        )


def _recognise(inputs: Sequence[str], library: Library) -> Iterator[_Answer]:
    from kiosk.recognition.recogniser import Recogniser
    from kiosk.scanning.source import find_path

    recogniser = Recogniser(library)
    for name in inputs:
        try:
            for picture in _list_pictures(find_path(name)):
                yield _recognise_one(picture, recogniser)
        except KioskError as error:
            yield _Answer(name, error=error)


def _recognise_one(picture: Path, recogniser: Recogniser) -> _Answer:
    from kiosk.scanning.picture_file import load_picture

    try:
        luminance = load_picture(picture, at_ms=0).luminance
    except KioskError as error:
        return _Answer(str(picture), error=error)
    begun_s = time.perf_counter()
    matches = recogniser.recognise(luminance)
    return _Answer(str(picture), matches, (time.perf_counter() - begun_s) * 1000)


def _list_pictures(path: Path) -> list[Path]:
    """Return the picture itself, or those below a folder in order of their names.

    Raises:
        KioskError: ``scanning.empty-folder``.
    """
    from kiosk.scanning.picture_file import has_picture_name, make_empty_error

    if not path.is_dir():
        return [path]
    pictures = [file for file in sorted(path.rglob("*")) if has_picture_name(file.name)]
    if not pictures:
        raise make_empty_error(path)
    return pictures


def _record(answer: _Answer, library: Library) -> dict[str, object]:
    matches = [
        {"stop": match.stop_id, "title": _title(match, library), "certainty": round(match.certainty, 3)}
        for match in answer.matches
    ]
    record: dict[str, object] = {"input": answer.name, "matches": matches, "ms": round(answer.took_ms, 1)}
    if answer.error is not None:
        record["error"] = answer.error.as_dict()
    return record


def _words(answer: _Answer, library: Library) -> str:
    if answer.error is not None:
        return f"{answer.name}: {answer.error}"
    known = " or ".join(f"{_title(match, library)} ({match.stop_id})" for match in answer.matches)
    return f"{answer.name}: {known or 'nothing of this pack'} · {answer.took_ms:.0f} ms"


def _title(match: PictureMatch, library: Library) -> str:
    return library.get_stop(match.stop_id, "").card.title
