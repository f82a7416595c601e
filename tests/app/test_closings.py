"""Closing stops and ways on a device: at once, from a command too, and never by a file that is not ours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from kiosk.app.staff.closings import FILE_NAME, Closings, ClosureFile
from kiosk.guide.closures import Closed, ClosedKind, Closure
from kiosk.model.errors import KioskError

GATE = Closure("qutb", ClosedKind.STOP, "qutb/gate")
EVENING_MS = int(datetime(2026, 11, 22, 20, tzinfo=UTC).timestamp() * 1000)


def make_closings(folder: Path, problems: list[KioskError], wall_ms: int | None = EVENING_MS) -> Closings:
    return Closings(folder, lambda: wall_ms, lambda _site: "Asia/Kolkata", problems.append)


def test_what_another_program_closes_is_closed_here_at_the_next_question(tmp_path: Path) -> None:
    problems: list[KioskError] = []
    closings, told = make_closings(tmp_path, problems), []
    closings.watch(lambda: told.append(1))
    assert closings.find("qutb") == Closed()
    ClosureFile(tmp_path).close(GATE)
    assert closings.find("qutb") == Closed(frozenset({"qutb/gate"}))
    assert told == []
    closings.look()
    closings.look()
    assert told == [1]
    ClosureFile(tmp_path).open_again(GATE)
    assert closings.find("qutb") == Closed() and problems == []


def test_the_day_is_that_of_the_site(tmp_path: Path) -> None:
    closings = make_closings(tmp_path, [])
    assert closings.find_today("qutb") == date(2026, 11, 23), "past midnight in Delhi"
    assert make_closings(tmp_path, [], None).find_today("qutb") is None


def test_a_damaged_file_opens_nothing_and_is_told_once(tmp_path: Path) -> None:
    problems: list[KioskError] = []
    closings = make_closings(tmp_path, problems)
    closings.close(GATE)
    (tmp_path / FILE_NAME).write_bytes(b'{"format": 1, "closed": [')
    for _ in range(3):
        assert closings.find("qutb").stops == {"qutb/gate"}
    assert [problem.code for problem in problems] == ["guide.closures-unreadable"]
    with pytest.raises(KioskError) as refused:
        closings.open_again(GATE)
    assert refused.value.code == "guide.closures-unreadable"
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b'{"format"'), "nobody's file was written over"


def test_a_link_or_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text('{"format": 1, "closed": []}', "ascii")
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "secret")
    with pytest.raises(KioskError) as refused:
        ClosureFile(tmp_path).read()
    assert refused.value.code == "guide.closures-unreadable"


def test_two_programs_that_close_at_once_lose_nothing(tmp_path: Path) -> None:
    def close(name: str) -> None:
        for number in range(10):
            ClosureFile(tmp_path).close(Closure("qutb", ClosedKind.STOP, f"{name}{number}"))

    threads = [Thread(target=close, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ClosureFile(tmp_path).read()) == 20


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as refused:
        ClosureFile(tmp_path / "nowhere").close(GATE)
    assert refused.value.code == "app.closures-not-saved"
