"""What a film's container says is read without decoding it, and what no device could show is refused in words."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.packs.film_container import FilmError
from kiosk.packs.film_files import FilmFile, probe_film
from tests.fakes.drawn_films import draw_film

FORMS = {".mp4": "video/mp4", ".webm": "video/webm"}


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("films")
    return {suffix: draw_film(folder / f"film{suffix}").read_bytes() for suffix in FORMS}


def probe(raw: bytes, folder: Path) -> FilmFile:
    path = folder / "film"
    path.write_bytes(raw)
    return probe_film(path)


@pytest.mark.parametrize("suffix", FORMS)
def test_a_film_tells_what_it_is(drawn: dict[str, bytes], suffix: str, tmp_path: Path) -> None:
    assert probe(drawn[suffix], tmp_path) == FilmFile(FORMS[suffix], 2000)


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_film_cut_short_is_refused(
    drawn: dict[str, bytes], suffix: str, share: float, tmp_path: Path
) -> None:
    raw = drawn[suffix]
    with pytest.raises(FilmError):
        probe(raw[: round(len(raw) * share)], tmp_path)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"GIF89a" + bytes(100), "it is neither MP4 nor WebM: save it as one of them"),
        (b"\x1a\x45\xdf\xa3\x88\x42\x82\x85movie", "it is no WebM"),
        (b"\x00\x00\x00\x08ftyp", "its end is missing"),
        (b"\x00\x00\x00\x04ftyp", "its end is missing"),
    ],
)
def test_what_is_no_film_is_told(raw: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(FilmError) as error:
        probe(raw, tmp_path)
    assert str(error.value) == words


def test_a_codec_that_not_every_device_has_is_told(drawn: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(
        FilmError, match=r"its codec 'av01' is not shown everywhere: save it as H\.264 or VP9"
    ):
        probe(drawn[".mp4"].replace(b"mp4v\x00\x00", b"av01\x00\x00"), tmp_path)


def test_more_pixels_than_a_device_paints_are_told(tmp_path: Path) -> None:
    film = draw_film(tmp_path / "wide.mp4", 0.2, 2048, 64)
    with pytest.raises(FilmError, match="2048 x 64 px: save it with at most 1920 px a side"):
        probe_film(film)


@pytest.mark.parametrize("suffix", FORMS)
def test_a_spoilt_film_is_read_or_refused_in_words(
    drawn: dict[str, bytes], suffix: str, tmp_path: Path
) -> None:
    chance = random.Random(suffix)
    for _ in range(400):
        raw = bytearray(drawn[suffix])
        for _ in range(chance.randint(1, 8)):
            at = chance.choice([chance.randrange(len(raw)), max(0, len(raw) - chance.randint(1, 900))])
            raw[at] = chance.choice([0, 1, 0x7F, 0xFF, chance.randrange(256)])
        with suppress(FilmError):
            assert probe(bytes(raw), tmp_path).duration_ms > 0
