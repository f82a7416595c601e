"""The staff's real desk and the pages' fake keep the same promises (kiosk.screens.rooms.StaffDesk)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import InstallJob, OfferState, Publisher, TaskKind
from kiosk.screens.staff_rooms import StaffDesk
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import FakeHands, RealHands, SignedSticks, StaffHands, find_publisher

pytestmark = pytest.mark.usefixtures("qapp")
PIN = "246813"


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> SignedSticks:
    return SignedSticks(tmp_path_factory.mktemp("sticks"), ThrowAwayOperator())


@pytest.fixture(params=["fake", "real"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hands(kind: str, sticks: SignedSticks, tmp_path: Path) -> Iterator[StaffHands]:
    hands: StaffHands = FakeHands() if kind == "fake" else RealHands(tmp_path, sticks)
    yield hands
    hands.close()


@pytest.fixture
def stranger(kind: str, sticks: SignedSticks, tmp_path: Path) -> Iterator[StaffHands]:
    """Hands at a device that was not told yet whom to trust."""
    hands: StaffHands = FakeHands() if kind == "fake" else RealHands(tmp_path, sticks, trusting=False)
    yield hands
    hands.close()


def has_pin(desk: StaffDesk) -> bool:
    return desk.has_pin


def find_wait_s(desk: StaffDesk) -> float:
    return desk.pin_wait_s


def find_operator(desk: StaffDesk) -> Publisher | None:
    return desk.operator


def get_job(desk: StaffDesk) -> InstallJob:
    job = desk.job
    assert job is not None
    return job


def list_shelf(desk: StaffDesk) -> dict[int, str]:
    """Return what is on the shelf: each version and whether it is shown, waits, or is kept."""
    return {one.version: "shown" if one.shown else "waiting" if one.waiting else "kept" for one in desk.shelf}


def install(hands: StaffHands, version: int) -> str:
    path = hands.plug(version)
    hands.desk.install(path, hands.pack_id, version, ())
    hands.finish("installed")
    hands.wait(lambda: list_shelf(hands.desk).get(version) in ("shown", "waiting"))
    return path


def test_the_pin_opens_and_guessing_it_is_slow(hands: StaffHands) -> None:
    desk = hands.desk
    assert not has_pin(desk) and not desk.check_pin(PIN)
    for unfit in ("", "123", "123456789", "12a4"):
        with pytest.raises(KioskError) as caught:
            desk.set_pin(unfit)
        assert caught.value.code == "app.pin-form"
    desk.set_pin(PIN)
    assert has_pin(desk) and desk.check_pin(PIN) and find_wait_s(desk) == 0
    assert [desk.check_pin("0000") for _ in range(5)] == [False] * 5
    assert find_wait_s(desk) > 0
    assert not desk.check_pin(PIN)


def test_a_stick_is_there_at_once_and_read_soon(hands: StaffHands) -> None:
    told: list[bool] = []
    hands.desk.watch(lambda: told.extend(look.looking for look in hands.desk.drives))
    path = hands.plug(1)
    assert told[0] and not told[-1]
    (look,) = hands.desk.drives
    assert look.path == path and look.name and look.free_bytes > 0 and look.problem == ""
    assert find_publisher(hands.desk).trusted
    (offer,) = look.offers
    assert (offer.pack_id, offer.version, offer.state) == (hands.pack_id, 1, OfferState.NEW)
    hands.desk.look_again(path)
    hands.wait(lambda: [look.looking for look in hands.desk.drives] == [False])
    hands.pull(path)
    assert list(hands.desk.drives) == []


def test_what_is_installed_is_shown_and_one_thing_is_done_at_a_time(hands: StaffHands) -> None:
    desk = hands.desk
    path = hands.plug(1)
    desk.install(path, hands.pack_id, 1, ())
    job = get_job(desk)
    assert (job.kind, job.pack_id, job.version) == (TaskKind.INSTALL, hands.pack_id, 1)
    assert job.result == ""
    desk.remove(hands.pack_id, 7)
    assert get_job(desk).kind is TaskKind.INSTALL
    hands.finish("installed")
    assert (get_job(desk).message, get_job(desk).code) == ("", "")
    hands.wait(lambda: list_shelf(desk) == {1: "shown"})
    (release,) = desk.shelf
    assert release.site_names and release.languages and release.size_bytes > 0


def test_what_cannot_be_installed_says_why(hands: StaffHands) -> None:
    hands.desk.install("/media/absent", hands.pack_id, 1, ())
    if isinstance(hands, FakeHands):
        hands.finish("refused", "app.stick-gone")
    job = get_job(hands.desk)
    assert (job.result, job.code) == ("refused", "app.stick-gone")
    assert "[app.stick-gone]" in job.message
    assert list_shelf(hands.desk) == {}


def test_an_install_that_is_cancelled_changes_nothing(hands: StaffHands) -> None:
    hands.desk.cancel()  # nothing is under way: nothing happens
    before = hands.desk.job
    assert before is None
    path = hands.plug(1)
    hands.desk.install(path, hands.pack_id, 1, ())
    hands.desk.cancel()
    hands.finish("cancelled")
    assert get_job(hands.desk).message == ""
    assert list_shelf(hands.desk) == {}
    hands.desk.install(path, hands.pack_id, 1, ())
    hands.finish("installed")


def test_going_back_and_removing(hands: StaffHands) -> None:
    desk, pack_id = hands.desk, hands.pack_id
    hands.pull(install(hands, 1))
    install(hands, 2)
    hands.wait(lambda: list_shelf(desk) == {2: "shown", 1: "kept"})
    desk.activate(pack_id, 1)
    assert get_job(desk).kind is TaskKind.ACTIVATE
    hands.finish("activated")
    hands.wait(lambda: list_shelf(desk) == {2: "kept", 1: "shown"})
    desk.remove(pack_id, 1)
    hands.finish("refused", "packs.still-shown")
    assert get_job(desk).message
    desk.remove(pack_id, 2)
    hands.finish("removed")
    hands.wait(lambda: list_shelf(desk) == {1: "shown"})
    desk.activate(pack_id, 2)
    hands.finish("refused", "packs.not-installed")


def test_a_publisher_is_trusted_by_the_fingerprint(stranger: StaffHands) -> None:
    desk = stranger.desk
    path = stranger.plug(1, trusted=False)
    publisher = find_publisher(desk)
    assert not publisher.trusted and find_operator(desk) is None
    desk.trust(path, "0000-0000-0000-0000-0000")
    assert (get_job(desk).kind, get_job(desk).pack_id) == (TaskKind.TRUST, "")
    stranger.finish("refused", "packs.fingerprint-differs")
    assert not find_publisher(desk).trusted
    desk.trust(path, publisher.fingerprint)
    stranger.finish("trusted")
    stranger.wait(lambda: find_publisher(desk).trusted and find_operator(desk) is not None)
    operator = find_operator(desk)
    assert operator is not None
    assert (operator.name, operator.fingerprint) == (publisher.name, publisher.fingerprint)


def test_a_visit_under_way_ends_on_what_it_began_with(hands: StaffHands) -> None:
    hands.pull(install(hands, 1))
    hands.enter()
    install(hands, 2)
    assert list_shelf(hands.desk) == {2: "waiting", 1: "shown"}
    hands.leave()
    hands.wait(lambda: list_shelf(hands.desk) == {2: "shown", 1: "kept"})
