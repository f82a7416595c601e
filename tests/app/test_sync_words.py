"""``kiosk sync status``: what waits, since when, why, and what to do."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.sync_words import format_age, read_sync_report
from kiosk.seals.keys import make_keys
from kiosk.sync.enrolment import Enrolment, keep_enrolment
from kiosk.sync.last_tries import FILE_NAME, LastTries, keep_last_tries, read_last_tries
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device
from tests.fakes.made_facts import make_lines

HUB = "https://hub.example.org:443"
NOW_MS = 1_795_262_400_000
DAY_MS = 86_400_000


def test_a_new_device_says_so_and_makes_nothing(tmp_path: Path) -> None:
    report = read_sync_report(tmp_path / "new", "")
    assert (report.reason, report.waiting) == ("no-hub", 0)
    assert "No hub is set" in report.format(NOW_MS)
    assert not (tmp_path / "new").exists()


def test_all_of_it_is_said(tmp_path: Path) -> None:
    keep_enrolment(tmp_path, Enrolment(HUB, load_device(tmp_path), "Tablet 7", "mill", make_keys().public, 1))
    with closing(Outbox(tmp_path / "outbox.db", load_device(tmp_path))) as outbox:
        outbox.accept("one", make_lines(7))
        since_ms = outbox.waiting().since_ms
    assert since_ms is not None
    now_ms = since_ms + 9 * DAY_MS
    tries = LastTries(
        reached_ms=now_ms - 10 * DAY_MS,
        tried_ms=now_ms,
        reason="no-network",
        why="[Errno 101] Network is unreachable",
        stick_written_ms=now_ms - 3_700_000,
    )
    keep_last_tries(tmp_path, tries)
    words = read_sync_report(tmp_path, "").format(now_ms)
    for expected in (
        f"The hub is {HUB}; this device is enrolled there as Tablet 7.",
        "7 facts wait, the oldest for 9 days.",
        "The hub was last reached 10 days ago.",
        "Facts were last written to a stick 1 hour ago.",
        "Why: [Errno 101] Network is unreachable",
        "What to do: Connect the device to a network, or carry the facts by a stick",
    ):
        assert expected in words


@pytest.mark.parametrize(
    ("age_ms", "words"),
    [
        (-5, "a moment"),
        (59_000, "a moment"),
        (60_000, "1 minute"),
        (7_200_000, "2 hours"),
        (DAY_MS, "1 day"),
    ],
)
def test_ages_are_said_roughly(age_ms: int, words: str) -> None:
    assert format_age(age_ms) == words


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b"\xff", b'{"reached_ms": "7", "reason": 5, "why": "x", "foreign": 1}']
)
def test_a_damaged_note_is_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    known = read_last_tries(tmp_path)
    assert (known.reached_ms, known.reason) == (0, "")
