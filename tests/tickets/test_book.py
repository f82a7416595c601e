"""Used tickets are kept, bounded, forgotten when their days are over, and survive a damaged file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from kiosk.tickets.book import TicketBook
from kiosk.tickets.mark import mark_ticket
from kiosk.tickets.places import FILE_NAME
from tests.fakes.made_tickets import TODAY, make_claim, make_press
from tests.tickets.conftest import OfficeRoom

KEYS = make_press("mill").keys


def mark(serial: int, *, days_ago: int = 0, party: int = 1) -> str:
    return mark_ticket(make_claim(serial, first_day=TODAY - timedelta(days=days_ago), party=party), KEYS)


def test_marks_of_days_that_are_over_are_forgotten(room: OfficeRoom) -> None:
    room.book.add(mark(1, days_ago=2), desk_knows=True)
    room.book.add(mark(2), desk_knows=True)
    assert room.book.forget_over(TODAY) == 1
    assert not room.book.is_used(mark(1, days_ago=2))
    assert room.book.is_used(mark(2))


def test_a_full_book_forgets_those_first_that_end_first(tmp_path: Path) -> None:
    book = TicketBook(tmp_path, most=10)
    for serial in range(12):
        book.add(mark(serial, days_ago=serial), desk_knows=True)
    kept = [serial for serial in range(12) if book.is_used(mark(serial, days_ago=serial))]
    assert len(kept) == 10
    assert 11 in kept  # the newest is kept although it ends first
    assert kept[0] == 0
    book.close()


def test_the_hub_is_told_each_mark_until_it_knows(room: OfficeRoom) -> None:
    marks = sorted(mark(serial) for serial in range(5))
    for one in marks:
        room.book.add(one, desk_knows=True)
    assert room.book.list_untold("hub", 3) == marks[:3]
    room.book.note_told("hub", marks[:3])
    assert room.book.list_untold("hub", 10) == marks[3:]


def test_what_was_used_up_elsewhere_is_used_up_here_and_told_to_nobody(room: OfficeRoom) -> None:
    room.book.add_elsewhere([mark(1), "nonsense", "0" * 32])
    assert room.book.is_used(mark(1))
    assert room.book.list_untold("hub", 10) == []
    assert room.book.list_untold("desk", 10) == []


def test_a_damaged_file_is_replaced_by_what_could_be_read(tmp_path: Path) -> None:
    book = TicketBook(tmp_path)
    book.add_elsewhere(mark(serial) for serial in range(500))
    book.close()
    file = tmp_path / FILE_NAME
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xff" * 4096
    file.write_bytes(content)
    book = TicketBook(tmp_path)
    kept = sum(book.is_used(mark(serial)) for serial in range(500))
    book.add(mark(1_000), desk_knows=True)
    assert book.is_used(mark(1_000))
    assert kept > 0
    book.close()


def test_a_file_of_rubbish_is_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 1_000)
    book = TicketBook(tmp_path)
    book.add(mark(1), desk_knows=True)
    assert book.is_used(mark(1))
    book.close()


def test_numbers_beside_the_marks(room: OfficeRoom) -> None:
    assert room.book.read_number("hub_through") == 0
    room.book.write_number("hub_through", 17)
    assert room.book.read_number("hub_through") == 17


def test_days_far_away_have_a_mark(room: OfficeRoom) -> None:
    far = mark_ticket(make_claim(first_day=date(2048, 1, 1), days=366), KEYS)
    room.book.add(far, desk_knows=True)
    assert room.book.forget_over(date(2047, 1, 1)) == 0
