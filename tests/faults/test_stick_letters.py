"""Sticks that are full, locked or torn out while visit data is written or read: nothing is lost, and it is said."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.hub.database import open_database
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.stick import StickReader
from kiosk.model.errors import KioskError
from kiosk.model.letter import INBOX, OUTBOX, ROOT
from kiosk.seals.letter_box import LetterBox
from tests.fakes.made_facts import make_lines
from tests.fakes.sticks import Sticks, why_not
from tests.sync.conftest import DEVICE
from tests.sync.test_stick import Site, Tablet, site, tablet, template

__all__ = ["site", "tablet", "template"]

CUTS = 20


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
def test_a_full_and_a_locked_stick_are_told_and_cost_nothing(
    site: Site, tablet: Tablet, tmp_path: Path
) -> None:
    sticks = Sticks(tmp_path)
    try:
        stick = sticks.plug("SMALL", size_mb=1)
        (stick / "holiday.raw").write_bytes(os.urandom((1 << 20) - 8_192))
        tablet.outbox.accept("one", make_lines(6_000))
        with pytest.raises(KioskError, match=r"seals\.stick-full"):
            tablet.carry(stick)
        assert tablet.outbox.waiting().facts == 6_000
        (stick / "holiday.raw").unlink()
        assert tablet.carry(stick).written == 6_000
        sticks.set_read_only(stick)
        with pytest.raises(KioskError, match=r"seals\.stick-read-only"):
            tablet.carry(stick)
        with pytest.raises(KioskError, match=r"seals\.stick-read-only"):
            StickReader(site.database).read(stick)
        assert site.count() == 6_000, "what was read is kept, though the reply could not be left"
    finally:
        sticks.close()


class TornOutError(Exception):
    """The stick is gone, or the power."""


@pytest.mark.parametrize("step", range(0, 9, 2))
def test_torn_out_at_any_step_of_writing_and_reading(
    site: Site, tablet: Tablet, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each change on the stick may be the last: what is there afterwards is read, or written anew."""
    tablet.outbox.accept("one", make_lines(1_300))
    monkeypatch.setattr("kiosk.sync.stick_letters.MAX_BATCHES", 1)
    left = [step]

    def tear(real: object) -> object:
        def torn(*words: object) -> object:
            if left[0] == 0:
                raise TornOutError
            left[0] -= 1
            return real(*words)  # type: ignore[operator]  # the real method

        return torn

    with monkeypatch.context() as tearing:
        for name in ("write", "remove"):
            tearing.setattr(LetterBox, name, tear(getattr(LetterBox, name)))
        try:
            tablet.carry(site.stick)
            site.read()
            tablet.carry(site.stick)
        except TornOutError:
            pass
    tablet.outbox.accept("two", make_lines(10, 5_000))
    for _ in range(2):
        tablet.carry(site.stick)
        site.read()
    assert tablet.carry(site.stick).waiting == 0
    assert site.count() == 1_310


def test_a_power_cut_leaves_a_letter_whole_or_unnamed(site: Site, tablet: Tablet) -> None:
    """A rename may be kept and the content not, where a file system orders nothing: such a letter is refused whole."""
    tablet.outbox.accept("one", make_lines(300))
    tablet.carry(site.stick)
    (letter,) = site.letters()
    content = letter.read_bytes()
    for cut in range(CUTS):
        letter.write_bytes(content[: cut * len(content) // CUTS] + bytes(len(content) // CUTS))
        (report,) = site.read().letters
        assert (report.facts, report.code) == (0, "hub.letter-refused")
    assert site.count() == 0
    tablet.carry(site.stick)
    assert site.read().facts == 300


def test_the_same_stick_at_two_hubs_on_one_database(site: Site, tablet: Tablet, tmp_path: Path) -> None:
    tablet.outbox.accept("one", make_lines(300))
    tablet.carry(site.stick)
    letter = site.letters()[0].read_bytes()
    site.read()
    (site.stick / ROOT / OUTBOX / f"{DEVICE}-{'1' * 32}-1.sealed").write_bytes(letter)
    with closing(open_database(str(tmp_path / "hub.db"))) as again:
        assert StickReader(again).read(site.stick).facts == 300
        with again.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(facts)) == 300
    assert len(list((site.stick / ROOT / INBOX).iterdir())) == 1
