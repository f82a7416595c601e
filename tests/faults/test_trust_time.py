"""Signatures run out, and no clock can be believed: neither the device's nor a hub's from the year 2200."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from tuf.api import _payload
from tuf.ngclient._internal import trusted_metadata_set

from kiosk.packs.trust.reference_time import BUILT_AT
from tests.faults.trust_scene import Scene

PAST = BUILT_AT - timedelta(days=1)


def expire(scene: Scene, role: str, at: datetime) -> None:
    getattr(scene.repository, role).expires = at
    if role == "root":
        scene.repository.publish_root()


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_new_content_with_signatures_that_ran_out_is_refused(scene: Scene, role: str) -> None:
    """What is installed goes on, can be left and gone back to, and is mended from a stick that ran out too."""
    expire(scene, role, PAST)
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-expired"
    scene.manifest(2).unlink()
    assert scene.attempt() == "nothing-new"
    expire(scene, role, BUILT_AT + timedelta(days=400))
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_an_old_root_on_the_way_may_have_run_out(scene: Scene) -> None:
    expire(scene, "root", PAST)
    expire(scene, "root", BUILT_AT + timedelta(days=400))
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_a_damaged_file_is_mended_from_a_stick_that_ran_out(scene: Scene) -> None:
    blob = max((scene.stick.parent / "device/packs/blobs").glob("*/*"), key=lambda path: path.stat().st_size)
    good = blob.read_bytes()
    blob.write_bytes(bytes(len(good)))
    expire(scene, "timestamp", PAST)
    scene.repository.publish()
    scene.write()
    assert scene.store.install(scene.stick).result == "installed"
    assert blob.read_bytes() == good


def test_a_hub_s_time_makes_signatures_run_out(scene: Scene) -> None:
    expire(scene, "timestamp", BUILT_AT + timedelta(days=30))
    scene.store.trust.note_hub_time(BUILT_AT + timedelta(days=60))
    scene.restart()
    scene.publish(2)
    assert scene.attempt() == "packs.metadata-expired"
    assert scene.shown() == 1


@pytest.mark.parametrize(
    "told", [datetime(2200, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC), BUILT_AT - timedelta(days=1)]
)
def test_a_hub_s_time_that_cannot_be_now_is_passed_over(scene: Scene, told: datetime) -> None:
    scene.store.trust.note_hub_time(told)
    assert scene.store.trust.now() == BUILT_AT
    scene.publish(2)
    assert scene.attempt() == "installed"


def test_the_newest_time_told_counts(scene: Scene) -> None:
    later = BUILT_AT + timedelta(days=90)
    for told in (later, BUILT_AT + timedelta(days=30), later + timedelta(hours=2)):
        scene.store.trust.note_hub_time(told)
    assert scene.store.trust.now() == later


@pytest.mark.parametrize("year", [1970, 2038])
def test_the_device_s_own_clock_has_no_say(scene: Scene, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flat clock battery says 1970; 2038 is where some count of seconds ends. Neither opens or closes a door."""

    class WrongClock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> WrongClock:
            return cls(year, 1, 19, tzinfo=tz)

    for module in (_payload, trusted_metadata_set.datetime):
        monkeypatch.setattr(module, "datetime", WrongClock)
    assert trusted_metadata_set.datetime.datetime.now(UTC).year == year
    scene.publish(2)
    assert scene.attempt() == "installed"
    expire(scene, "timestamp", PAST)
    scene.publish(3)
    assert scene.attempt() == "packs.metadata-expired"
