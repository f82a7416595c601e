"""What a hub says of the time reaches the clock at once, and the packs' trust once a day."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.app.hub_time import HubTime
from kiosk.packs.store import PackStore
from kiosk.packs.trust.reference_time import BUILT_AT


def to_ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def now(folder: Path) -> datetime:
    with closing(PackStore(folder)) as store:
        return store.trust.now()


def test_the_clock_is_put_right_and_the_day_remembered(tmp_path: Path) -> None:
    corrected: list[int] = []
    hub_time = HubTime(tmp_path, corrected.append)
    morning = BUILT_AT + timedelta(days=40)
    for at in (morning, morning + timedelta(hours=5), morning + timedelta(days=2)):
        hub_time.take(to_ms(at))
    assert corrected == [
        to_ms(morning),
        to_ms(morning + timedelta(hours=5)),
        to_ms(morning + timedelta(days=2)),
    ]
    assert now(tmp_path) == morning + timedelta(days=2)


def test_a_portal_s_wild_time_is_not_remembered(tmp_path: Path) -> None:
    for wild in (-1, 0, 2**40, 2**53):
        HubTime(tmp_path, lambda _ms: None).take(wild)
    assert now(tmp_path) == BUILT_AT


def test_a_folder_that_cannot_be_written_does_not_stop_the_sending(tmp_path: Path) -> None:
    corrected: list[int] = []
    (tmp_path / "no-folder").write_bytes(b"")
    HubTime(tmp_path / "no-folder", corrected.append).take(to_ms(BUILT_AT + timedelta(days=3)))
    assert len(corrected) == 1
