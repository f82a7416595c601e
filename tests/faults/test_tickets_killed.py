"""A guide that is killed while it takes tickets: each ticket that was answered with yes is used, and no other is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.made_tickets import make_claim, make_press
from tests.tickets.conftest import OfficeRoom

PRESS = make_press("mill")
TICKETS = 400
# Takes one ticket after another and says each answer only when it has it.
PROGRAM = """
import sys
from pathlib import Path
from tests.fakes.made_tickets import make_claim, make_press
from tests.tickets.conftest import OfficeRoom
desk = Path(sys.argv[2]) if len(sys.argv) > 2 else None
room, press = OfficeRoom(Path(sys.argv[1]), desk=desk), make_press("mill")
for serial in range(400):
    answer = room.redeem(press.make_typed(make_claim(serial)))
    sys.stdout.write(f"{serial} {answer}\\n")
    sys.stdout.flush()
"""


@pytest.mark.parametrize("killed_after", [1, 2, 5, 11])
@pytest.mark.parametrize("has_desk", [False, True], ids=["alone", "at a desk"])
def test_a_ticket_that_was_answered_is_used_and_the_next_is_not_lost(
    tmp_path: Path, house: Path, killed_after: int, has_desk: bool
) -> None:
    folder, desk = tmp_path / "device", tmp_path / "desk" if has_desk else None
    if desk is not None:
        desk.mkdir()
    words = [sys.executable, "-c", PROGRAM, str(folder), *([str(desk)] if desk else [])]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, cwd=house, env={**os.environ, "PYTHONPATH": str(house)}
    ) as guide:
        assert guide.stdout is not None
        answered = [guide.stdout.readline().split() for _ in range(killed_after)]
        guide.send_signal(signal.SIGKILL)
        # What it had said before it died.
        answered += [line.split() for line in guide.stdout.read().splitlines() if line.endswith(b"yes")]
    assert {answer for _serial, answer in answered} == {b"yes"}
    room = OfficeRoom(folder, desk=desk)
    for serial, _answer in answered:
        assert room.redeem(PRESS.make_printed(make_claim(int(serial)))) == "used"
    # The ticket that was under way may be used or not; the one after it is untouched.
    assert room.redeem(PRESS.make_typed(make_claim(len(answered) + 1))) == "yes"
    assert room.told == []
    room.close()
