"""A film in sign language beside the story: there for whoever wants it, in step, and never in the voice's way."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.model.content import Depth, Film, FilmKind, Stop
from kiosk.narration.listening import NarrationState
from kiosk.screens.accessible_things import Thing, list_things
from kiosk.screens.shell import Shell
from kiosk.visits.incidents import read_incidents
from tests.fakes.drawn_films import draw_film
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.signed_story import Walk, draw_signing
from tests.screens.conftest import OpenShell, wait_until
from tests.screens.given_stop import open_given_stop

pytestmark = pytest.mark.allow_qt_message(
    "No audio device detected|pipewire|No RHI backend|Could not open media|Invalid data"
)
SIGNED = Film("b" * 64, "video/webm", FilmKind.SIGN, "bfi", 8000, "", "", "", "", Depth.STORY)
ALONE = replace(SIGNED, depth=None)
MINAR, PILLAR = "qutb/qutb-minar", "qutb/iron-pillar"
IN_STEP_MS = 150

OpenStop = Callable[..., tuple[Shell, FakeRooms]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("signed")
    broken = folder / "broken.webm"
    broken.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(200))
    return {
        SIGNED.sha256: draw_signing(folder),
        "a" * 64: draw_film(folder / "ase.webm", 2.0),
        "c" * 64: broken,
    }


@pytest.fixture
def open_stop(
    open_guide: OpenShell,
    files: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[], None],
) -> OpenStop:
    """Open a guide at the minar; every stop has the films given."""

    def open_one(*films: Film, language: str = "en") -> tuple[Shell, FakeRooms]:
        def give(stop: Stop) -> Stop:
            return replace(stop, films=films)

        return open_given_stop(open_guide, monkeypatch, settle, files, language, give)

    return open_one


def words(shell: Shell, name: str) -> str:
    item = shell.find(name)
    assert item is not None, name
    return str(item.property("text"))


def area(shell: Shell, name: str) -> QRectF:
    item = shell.find(name)
    assert item is not None, name
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def list_read(shell: Shell) -> list[Thing]:
    """Return what is there to be read, of screen readers too."""
    QAccessible.setActive(True)
    things = list_things(shell.window)
    QAccessible.setActive(False)
    return things


def is_shown(shell: Shell) -> bool:
    return shell.models.sign.is_shown


def see(shell: Shell) -> None:
    wait_until(lambda: not shell.models.sign.picture.isNull())


def test_it_is_offered_beside_the_films_that_stand_alone(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(SIGNED, ALONE)
    assert words(shell, "sign-0") == "With sign language"
    assert words(shell, "film-0") == "In sign language"
    assert shell.find("film-1") is None
    assert shell.find("sign-picture") is None


def test_the_voice_goes_on_while_it_is_signed(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    shell, fakes = open_stop(SIGNED)
    shell.tap("sign-0")
    assert (shell.page, fakes.narrator.state) == ("stop", NarrationState.PLAYING)
    see(shell)
    settle()
    assert shell.find("sign-picture") is not None
    assert words(shell, "sign-0") == "Without sign language"
    shell.tap("sign-size")
    assert shell.models.sign.property("large")
    settle()
    shell.tap("sign-close")
    settle()
    assert shell.find("sign-picture") is None
    assert shell.models.sign.picture.isNull()
    assert fakes.narrator.state is NarrationState.PLAYING


def test_large_captions_hide_neither_the_signing_nor_films_and_sources(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, _fakes = open_stop(SIGNED, ALONE)
    shell.tap("large-captions")
    settle()
    shell.tap("sign-0")
    see(shell)
    settle()
    signing, beside = area(shell, "sign-picture"), area(shell, "stop-words")
    assert signing.width() >= 0.3 * shell.window.width()
    assert not signing.intersects(beside), "it never stands over the words"
    assert "How do we know this?" in [thing.name for thing in list_read(shell)]
    shell.tap("film-0")
    settle()
    assert shell.page == "film"


def test_who_wants_it_has_it_at_every_stop_of_the_visit_and_the_next_visitor_does_not(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, _fakes = open_stop(SIGNED)
    shell.tap("sign-0")
    shell.models.flow.open_stop(PILLAR, "code")
    assert is_shown(shell)
    shell.models.flow.show("map")
    assert shell.models.sign.picture.isNull(), "nothing runs where nobody sees it"
    shell.models.flow.back()
    assert is_shown(shell)
    shell.models.flow.end("idle")
    assert not is_shown(shell)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop(MINAR, "list")
    settle()
    assert not is_shown(shell)


def test_who_asks_for_it_is_told_the_text_that_is_signed(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(replace(SIGNED, depth=Depth.GLANCE))
    assert shell.models.stop.property("depth") == "story"
    shell.tap("sign-0")
    assert shell.models.stop.property("depth") == "glance"
    assert is_shown(shell)
    shell.models.stop.choose_depth("story")
    assert not is_shown(shell), "another text is not signed with this one's hands"


def test_each_sign_language_is_named_where_there_are_several(open_stop: OpenStop) -> None:
    other = replace(SIGNED, language="ase", sha256="a" * 64, title="American Sign Language")
    shell, _fakes = open_stop(SIGNED, other, replace(other, depth=Depth.GLANCE))
    assert words(shell, "sign-1") == "With sign language: American Sign Language"
    assert shell.find("sign-2") is None
    shell.tap("sign-1")
    assert shell.models.sign.property("language") == "ase"
    shell.tap("sign-0")
    assert shell.models.sign.property("language") == "bfi"


def test_a_film_that_is_not_here_is_not_offered_and_a_broken_one_goes_away(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(replace(SIGNED, sha256="d" * 64))
    assert shell.find("sign-0") is None
    shell, fakes = open_stop(replace(SIGNED, sha256="c" * 64))
    shell.tap("sign-0")
    wait_until(lambda: not shell.models.sign.property("offers"))
    assert not is_shown(shell)
    assert fakes.narrator.state is NarrationState.PLAYING
    assert read_incidents(fakes.folder / "events.db", 0) == {"screens.film-unplayable": 1}


@pytest.mark.parametrize("language", ["hi", "ar"])
def test_its_words_are_translated(open_stop: OpenStop, language: str) -> None:
    shell, _fakes = open_stop(SIGNED, language=language)
    assert "sign" not in words(shell, "sign-0").lower()


def test_who_signs_is_named_among_the_credits(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(replace(SIGNED, credit="Signed by A. Miller", rights="CC BY 4.0"))
    assert "Signed by A. Miller · CC BY 4.0" in shell.models.stop.property("credits")


def test_nothing_of_it_is_left_behind(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

    def count() -> int:
        gc.collect()
        return sum(isinstance(thing, (QMediaPlayer, QVideoSink)) for thing in gc.get_objects())

    before = count()
    shell, _fakes = open_stop(SIGNED)
    for number in range(8):
        shell.models.sign.toggle("bfi")
        if number % 3 == 0:
            see(shell)
        shell.models.flow.open_stop((PILLAR, MINAR)[number % 2], "list")
        shell.models.sign.toggle("bfi")
        settle()
    assert count() == before


def test_it_keeps_step_through_pauses_leaps_and_speeds(qapp: QGuiApplication, files: dict[str, Path]) -> None:
    walk = Walk(files[SIGNED.sha256])
    try:
        walk.run(1.2)
        walk.stand(0.2)
        assert abs(walk.off_ms[-1]) < IN_STEP_MS
        walk.go_to(4_000)
        walk.stand(0.5)
        assert abs(walk.off_ms[-1]) < IN_STEP_MS
        walk.change_rate(1.5)
        walk.run(1.0)
        assert median(map(abs, walk.off_ms)) < IN_STEP_MS
    finally:
        walk.close()
