"""A stop's films: offered where they are, painted, heard alone, and gone without a trace."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from kiosk.model.content import Film, FilmKind, Stop
from kiosk.narration.listening import NarrationState
from kiosk.screens.shell import Shell
from kiosk.visits.incidents import read_incidents
from tests.fakes.drawn_films import draw_film
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell, wait_until
from tests.screens.given_stop import open_given_stop

pytestmark = pytest.mark.allow_qt_message(
    "No audio device detected|pipewire|No RHI backend|Could not open media|Invalid data"
)
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:00.900\nIt is red.\n\n00:01.000 --> 00:02.000\nIt is blue.\n"
VIDEO = Film("a" * 64, "video/mp4", FilmKind.VIDEO, "en", 2000, "At work", "The Society", "CC0", CAPTIONS)
SIGN = Film("b" * 64, "video/webm", FilmKind.SIGN, "bfi", 1000, "", "", "", "")

OpenStop = Callable[..., tuple[Shell, FakeRooms]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("films")
    broken = folder / "broken.mp4"
    broken.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(200))
    return {
        VIDEO.sha256: draw_film(folder / "wheel.mp4"),
        SIGN.sha256: draw_film(folder / "sign.webm", 1.0),
        "c" * 64: broken,
    }


@pytest.fixture
def open_stop(
    open_guide: OpenShell,
    files: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[], None],
) -> OpenStop:
    """Open a guide at the minar, which has the films given."""

    def open_one(*films: Film, language: str = "en") -> tuple[Shell, FakeRooms]:
        def give(stop: Stop) -> Stop:
            return replace(stop, films=films)

        return open_given_stop(open_guide, monkeypatch, settle, files, language, give)

    return open_one


def find_colour(shell: Shell) -> str:
    """Return which colour is painted in the middle of the film."""
    item = shell.find("film-picture")
    assert item is not None
    image = shell.window.grabWindow()
    scale = image.width() / shell.window.width()
    colour = QColor(image.pixel(round(item.width() * scale / 2), round(item.height() * scale / 2)))
    return max((colour.red(), "red"), (colour.blue(), "blue"), (90, ""))[1]


def voice(fakes: FakeRooms) -> NarrationState:
    return fakes.narrator.state


def caption(shell: Shell) -> str:
    return str(shell.models.film.property("caption"))


def test_a_stop_without_films_offers_none(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop()
    assert shell.find("film-0") is None


def test_a_film_that_is_not_here_is_not_offered(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(replace(VIDEO, sha256="d" * 64), SIGN)
    assert [offer["kind"] for offer in shell.models.film.property("offers")] == ["sign"]


@pytest.mark.parametrize("language", ["hi", "ar"])
def test_a_film_in_another_language_says_so(open_stop: OpenStop, language: str) -> None:
    shell, _fakes = open_stop(VIDEO, language=language)
    shell.tap("film-0")
    item = shell.find("film-remark")
    assert item is not None
    words = str(item.property("text"))
    assert "English" in words
    assert "The film" not in words, "the words are translated"


def test_a_film_is_painted_and_captioned_to_its_end(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(VIDEO, SIGN)
    shell.tap("film-0")
    assert shell.page == "film"
    wait_until(lambda: find_colour(shell) == "red" and caption(shell) == "It is red.")
    wait_until(lambda: find_colour(shell) == "blue" and caption(shell) == "It is blue.")
    wait_until(lambda: not shell.models.film.is_playing)
    assert find_colour(shell) == "blue", "the last picture stays"
    shell.tap("film-play")
    wait_until(lambda: find_colour(shell) == "red")


def test_the_voice_stands_still_meanwhile_and_goes_on_after(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, fakes = open_stop(VIDEO)
    assert voice(fakes) is NarrationState.PLAYING
    shell.tap("film-0")
    assert voice(fakes) is NarrationState.PAUSED
    settle()
    assert shell.find("play") is None, "the voice cannot be started over the film"
    wait_until(lambda: not shell.models.film.picture.isNull())
    shell.tap("film-play")
    assert not shell.models.film.is_playing
    shell.tap("back")
    assert shell.page == "stop"
    assert voice(fakes) is NarrationState.PLAYING
    assert shell.models.film.picture.isNull()


def test_a_voice_that_was_paused_stays_so(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(VIDEO)
    shell.models.bar.toggle()
    shell.tap("film-0")
    shell.tap("back")
    assert voice(fakes) is NarrationState.PAUSED


def test_whatever_has_the_voice_go_on_stops_the_film(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(VIDEO)
    shell.tap("film-0")
    assert shell.models.film.is_playing
    fakes.narrator.resume()
    assert not shell.models.film.is_playing


def test_another_stop_and_the_visits_end_close_the_film(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(VIDEO)
    shell.tap("film-0")
    shell.models.flow.open_stop("qutb/iron-pillar", "code")
    assert (shell.page, shell.models.film.is_playing) == ("stop", False)
    assert voice(fakes) is NarrationState.PLAYING
    shell.models.film.open(0)
    shell.models.flow.end("idle")
    assert (shell.page, shell.models.film.is_playing) == ("attract", False)
    assert shell.models.film.property("offers") == []


def test_nobody_who_watches_is_asked_whether_they_are_there(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(replace(VIDEO, duration_ms=600_000))
    shell.tap("film-0")
    fakes.clock.step(200_000)
    shell.models.attention.tick()
    assert not shell.models.attention.property("asking")


def test_a_broken_film_says_so(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(replace(VIDEO, sha256="c" * 64))
    shell.tap("film-0")
    wait_until(lambda: bool(shell.models.film.property("failed")))
    item = shell.find("film-remark")
    assert item is not None
    assert item.property("text") == "This film cannot be shown on this device."
    assert read_incidents(fakes.folder / "events.db", 0) == {"screens.film-unplayable": 1}
    shell.tap("back")
    assert shell.page == "stop"


def test_which_sign_language_it_is_is_told_where_there_are_several(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(SIGN, replace(SIGN, language="ase", title="American Sign Language"))
    first, second = shell.models.film.property("offers")
    assert first["title"], "an untitled one is named by its language"
    assert second["title"] == "American Sign Language"
    shell.tap("film-1")
    wait_until(lambda: not shell.models.film.picture.isNull())


def test_nothing_of_a_film_is_left_behind(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

    def count() -> int:
        gc.collect()
        return sum(isinstance(thing, (QMediaPlayer, QVideoSink)) for thing in gc.get_objects())

    before = count()
    shell, _fakes = open_stop(VIDEO, SIGN)
    for number in range(12):
        shell.models.film.open(number % 2)
        if number % 3:
            wait_until(lambda: not shell.models.film.picture.isNull())
        shell.models.flow.back()
        settle()
    assert count() == before
