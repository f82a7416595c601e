"""The labels of the demonstration as staff come to see them, and a round: stages of the staff's walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.screens.shell import Shell
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_rounds import FakeRounds, make_state


def make_rounds(library: FakeLibrary) -> FakeRounds:
    """Return the demonstration's labels: a covered one, a forged, a silent, a worn one, a poster; the rest all right."""
    texts = {card.id: _read_label(library, card.id) for card in library.stop_cards(library.site_id, "en")}
    first = list(texts)
    known = {stop_id: make_state(stop_id) for stop_id in first[:-2]}
    known |= {
        first[2]: make_state(first[2], is_covered=True, foreign=4, foreign_today=4, foreign_on="2026-11-22", reads=2),
        first[3]: make_state(first[3], forged=1, foreign=1, foreign_on="2026-11-20"),
        first[4]: make_state(first[4], is_unread=True, reads=0, read_on="2026-10-11", confirmed_on=""),
        first[5]: make_state(first[5], is_wearing=True, spare=0.45, failed=7),
        first[6]: make_state(first[6], foreign=1, foreign_today=1, foreign_on="2026-11-22"),
    }  # fmt: skip
    return FakeRounds(library.site_id, texts, known)


def walk_labels(shell: Shell, fakes: FakeRooms, settle: Callable[[], None]) -> Iterator[str]:
    """Lead staff, who are behind the PIN, through the labels and a round."""

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    rounds = fakes.rounds
    assert rounds is not None
    stops = list(rounds.texts)
    rounds.is_read = False
    touch("tab-labels")
    yield "labels-unread"
    rounds.is_read = True
    rounds.tell()
    settle()
    yield "labels"
    touch(f"replaced-{stops[5]}")
    yield "labels-replaced"
    touch(
        "replaced-no",
        f"replaced-{stops[5]}",
        "replaced-yes",
        f"all-right-{stops[2]}",
        f"all-right-{stops[3]}",
    )
    yield "labels-better"
    touch("round-begin")
    yield "round"
    assert fakes.scanner is not None
    for text, name in (
        (rounds.texts[stops[0]], "round-scanned"),
        ("https://poster.example/a", "round-foreign"),
        (rounds.texts[stops[1]], "round-second"),
    ):
        fakes.scanner.show(text)
        settle()
        yield name
    touch("round-undo")
    yield "round-taken-back"
    fakes.scanner.show_several(*list(rounds.texts.values())[:2])
    settle()
    yield "round-several"
    touch("round-labels")
    yield "labels-round-under-way"
    touch("round-begin", "round-end")
    yield "round-over"
    touch("round-labels", "round-begin")
    for text in rounds.texts.values():
        rounds.take_scan(text, 1.0)
    settle()
    yield "round-all-found"
    touch("round-end")
    yield "round-whole"
    touch("round-labels", "tab-shelf")


def _read_label(library: FakeLibrary, stop_id: str) -> str:
    return f"HTTPS://QUTB.EXAMPLE/{library.get_stop(stop_id, 'en').code}00000"
