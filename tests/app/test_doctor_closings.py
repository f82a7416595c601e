"""The doctor's line about what staff closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.doctor.closings import check_closings
from kiosk.app.doctor.finding import Status
from kiosk.app.staff.closings import FILE_NAME, ClosureFile
from kiosk.guide.closures import ClosedKind, Closure
from tests.fakes.fake_library import FakeLibrary


@pytest.mark.parametrize(
    ("stop", "status", "words"),
    [
        ("", Status.OK, "staff have closed nothing"),
        ("qutb/iron-pillar", Status.OK, "1 closed by staff"),
        ("qutb/gone", Status.WARN, "in no pack: qutb/gone"),
    ],
)
def test_what_is_closed_is_counted_and_what_is_gone_is_named(
    tmp_path: Path, stop: str, status: Status, words: str
) -> None:
    if stop:
        ClosureFile(tmp_path).close(Closure("qutb", ClosedKind.STOP, stop))
    (found,) = check_closings(tmp_path, FakeLibrary())
    assert found.status is status and words in found.found


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\x00")
    (found,) = check_closings(tmp_path, FakeLibrary())
    assert found.status is Status.WARN and "guide.closures-unreadable" in found.found and found.remedy
