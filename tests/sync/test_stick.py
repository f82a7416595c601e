"""A stick between a device and the real hub's database: both ways, late, twice, torn, and hostile."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.device_tables import device_packs, device_status, devices
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.hub_keys import provide_hub_keys
from kiosk.hub.paper_keys import provide_paper_keys
from kiosk.hub.stick import StickReader, StickReport
from kiosk.model.device_status import DeviceStatus, ShownPack
from kiosk.model.errors import KioskError
from kiosk.model.letter import INBOX, OUTBOX, ROOT, name_reply
from kiosk.seals.device_keys import load_device_keys
from kiosk.seals.paper_keys import load_paper_keys
from kiosk.spoken.opus import encode_opus
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.enrolment import Enrolment, keep_enrolment
from kiosk.sync.outbox import Outbox
from kiosk.sync.stick import Carried, StickMail
from kiosk.tickets.book import TicketBook
from tests.fakes.fake_microphone import make_voice
from tests.fakes.made_facts import make_lines
from tests.faults.sync_world import make_template
from tests.sync.conftest import DEVICE

NOW_MS = 1_795_262_400_000
STATUS = DeviceStatus(NOW_MS, "1.0", packs=(ShownPack("mill", 3),), waiting_facts=3)
MARK = "ab" * 13 + "ff00" + "01"


class Site:
    """A hub with its database, devices enrolled at it, and a stick that goes round."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        self.stick = folder / "STICK"
        self.stick.mkdir()
        shutil.copy(template, folder / "hub.db")
        self.database: HubDatabase = open_database(str(folder / "hub.db"))
        with self.database.writing() as connection:
            self.keys = provide_hub_keys(connection, NOW_MS)

    def enrol(self, data: Path, device: str) -> None:
        keys = load_device_keys(data).public
        row = {"device": device, "name": data.name, "site": "mill", "enrolled_at": NOW_MS}
        with self.database.writing() as connection:
            connection.execute(
                insert(devices).values(signing_key=keys.signing, sealing_key=keys.sealing, **row)
            )
        keep_enrolment(data, Enrolment("http://hub", device, data.name, "mill", self.keys.public, NOW_MS))

    def read(self) -> StickReport:
        return StickReader(self.database).read(self.stick)

    def count(self) -> int:
        with self.database.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(facts)) or 0)

    def letters(self) -> list[Path]:
        return sorted((self.stick / ROOT / OUTBOX).iterdir())


class Tablet:
    """A device whose data folder is on a disk of its own."""

    def __init__(self, data: Path, device: str = DEVICE) -> None:
        self.data = data
        self.data.mkdir(exist_ok=True)
        self.outbox = Outbox(data / "outbox.db", device)
        self.book = TicketBook(data)

    def carry(self, stick: Path) -> Carried:
        return StickMail(self.data, self.outbox, self.book).carry(stick, STATUS)

    def close(self) -> None:
        self.outbox.close()
        self.book.close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def site(tmp_path: Path, template: Path) -> Iterator[Site]:
    made = Site(tmp_path, template)
    yield made
    made.database.close()


@pytest.fixture
def tablet(site: Site, tmp_path: Path) -> Iterator[Tablet]:
    with closing(Tablet(tmp_path / "tablet")) as made:
        site.enrol(made.data, DEVICE)
        yield made


def test_recordings_go_in_letters_of_their_own_and_wait_for_the_word(site: Site, tablet: Tablet) -> None:
    shelf = SpokenShelf(tablet.data)
    for content in (encode_opus(make_voice(800)), b"OggS no sound at all"):
        shelf.release(shelf.hold(content))
    tablet.outbox.accept("one", make_lines(3))
    assert tablet.carry(site.stick).recordings == 2
    assert tablet.carry(site.stick).recordings == 2 and len(site.letters()) == 3, "once only on the stick"
    report = site.read()
    assert report.facts == 3 and [letter.trouble != "" for letter in report.letters].count(True) == 1
    assert site.letters() == []
    assert len(shelf.list_waiting()) == 2
    assert tablet.carry(site.stick).recordings == 0 and shelf.list_waiting() == ()


def test_facts_go_there_and_the_word_comes_back(site: Site, tablet: Tablet) -> None:
    tablet.outbox.accept("one", make_lines(1_200))
    carried = tablet.carry(site.stick)
    assert (carried.written, carried.letters, carried.waiting) == (1_200, 1, 1_200)
    report = site.read()
    assert (report.facts, report.replies, site.count()) == (1_200, 1, 1_200)
    assert site.letters() == []
    tablet.outbox.accept("two", make_lines(3, 2_000))
    carried = tablet.carry(site.stick)
    assert (carried.acknowledged, carried.written, carried.waiting) == (1_200, 3, 3)


def test_what_the_hub_has_read_waits_no_longer_on_its_page_of_the_fleet(site: Site, tablet: Tablet) -> None:
    def read_waiting() -> int | None:
        with site.database.reading() as connection:
            return connection.scalar(select(device_status.c.waiting_facts))

    tablet.outbox.accept("one", make_lines(10))
    tablet.carry(site.stick)
    site.read()
    assert read_waiting() == 0
    tablet.carry(site.stick)
    site.read()
    assert read_waiting() == 0, "the word on ten facts has come home, whatever was said of them before"


def test_nobody_can_read_what_is_on_the_stick(site: Site, tablet: Tablet) -> None:
    tablet.outbox.accept("one", make_lines(30))
    tablet.carry(site.stick)
    (letter,) = site.letters()
    assert b"qutb" not in letter.read_bytes()
    assert b"dwell" not in letter.read_bytes()


def test_many_facts_take_several_letters(site: Site, tablet: Tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.sync.stick_letters.MAX_BATCHES", 2)
    tablet.outbox.accept("one", make_lines(2_300))
    assert tablet.carry(site.stick).letters == 3
    assert site.read().facts == 2_300
    assert tablet.carry(site.stick).acknowledged == 2_300


def test_status_keys_and_used_tickets_travel_too(site: Site, tablet: Tablet) -> None:
    tablet.book.add(MARK, desk_knows=True)
    tablet.carry(site.stick)
    site.read()
    with site.database.reading() as connection:
        assert connection.scalar(select(device_status.c.version)) == "1.0"
        assert connection.execute(select(device_packs.c.pack, device_packs.c.version)).all() == [("mill", 3)]
    carried = tablet.carry(site.stick)
    assert carried.new_paper_keys
    with site.database.writing() as connection:
        assert load_paper_keys(tablet.data) == provide_paper_keys(connection, "mill", NOW_MS)
    assert tablet.book.list_untold("hub", 10) == []
    assert not tablet.carry(site.stick).new_paper_keys


def test_one_stick_goes_round_all_devices(site: Site, tablet: Tablet, tmp_path: Path) -> None:
    with closing(Tablet(tmp_path / "other", "e" * 32)) as other:
        site.enrol(other.data, "e" * 32)
        tablet.outbox.accept("one", make_lines(5))
        other.outbox.accept("one", make_lines(7, 100))
        tablet.carry(site.stick)
        other.carry(site.stick)
        assert (site.read().facts, site.count()) == (12, 12)
        assert (tablet.carry(site.stick).acknowledged, other.carry(site.stick).acknowledged) == (5, 7)


def test_the_same_stick_again_and_an_old_copy_of_it_count_nothing_twice(
    site: Site, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.outbox.accept("one", make_lines(10))
    tablet.carry(site.stick)
    shutil.copytree(site.stick, tmp_path / "old")
    site.read()
    reply = (site.stick / ROOT / INBOX / name_reply(DEVICE)).read_bytes()
    tablet.carry(site.stick)
    tablet.outbox.accept("two", make_lines(5, 100))
    tablet.carry(site.stick)
    site.read()
    old = StickReader(site.database).read(tmp_path / "old")
    assert (old.facts, site.count()) == (10, 15)
    (site.stick / ROOT / INBOX / name_reply(DEVICE)).write_bytes(reply)
    carried = tablet.carry(site.stick)
    assert (carried.acknowledged, carried.waiting) == (0, 5)


def test_letters_of_before_are_taken_away_when_new_ones_hold_all(site: Site, tablet: Tablet) -> None:
    tablet.outbox.accept("one", make_lines(10))
    tablet.carry(site.stick)
    batch = tablet.outbox.next_batch()
    assert batch is not None
    from kiosk.model.batch import chain_all

    tablet.outbox.acknowledge(batch, 10, chain_all(batch)[-1])
    tablet.outbox.accept("two", make_lines(5, 100))
    tablet.carry(site.stick)
    (letter,) = site.letters()
    assert letter.name.endswith("-11.sealed")


def test_a_stick_torn_out_while_it_was_written_loses_nothing(site: Site, tablet: Tablet) -> None:
    tablet.outbox.accept("one", make_lines(10))
    tablet.carry(site.stick)
    (letter,) = site.letters()
    whole = letter.read_bytes()
    letter.write_bytes(whole[: len(whole) // 2])
    (report,) = site.read().letters
    assert (report.facts, report.code) == (0, "hub.letter-refused")
    assert tablet.carry(site.stick).written == 10
    assert site.read().facts == 10


def test_a_forked_device_writes_anew_what_the_hub_did_not_take(
    site: Site, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.outbox.accept("one", make_lines(4))
    shutil.copytree(tablet.data, tmp_path / "clone")
    with closing(Tablet(tmp_path / "clone")) as clone:
        tablet.outbox.accept("a", make_lines(3, 100))
        clone.outbox.accept("b", make_lines(3, 200))
        tablet.carry(site.stick)
        assert site.read().facts == 7
        tablet.carry(site.stick)
        clone.carry(site.stick)
        forked = site.read()
        assert [letter.code for letter in forked.letters if letter.trouble] == ["hub.letter-in-part"]
        assert clone.carry(site.stick).written == 3
        site.read()
        assert clone.carry(site.stick).waiting == 0
    assert site.count() == 10


def test_a_revoked_and_an_unknown_device_are_refused_and_their_letters_left(
    site: Site, tablet: Tablet, tmp_path: Path
) -> None:
    tablet.outbox.accept("one", make_lines(4))
    tablet.carry(site.stick)
    with site.database.writing() as connection:
        connection.execute(devices.update().values(revoked_at=NOW_MS))
    (report,) = site.read().letters
    assert (report.code, site.count(), len(site.letters())) == ("hub.letter-refused", 0, 1)
    assert "revoked" in report.trouble
    with site.database.writing() as connection:
        connection.execute(devices.delete())
    (report,) = site.read().letters
    assert "not from a device that is enrolled" in report.trouble


def test_what_others_put_on_the_stick_is_told_and_left(site: Site, tablet: Tablet, tmp_path: Path) -> None:
    tablet.outbox.accept("one", make_lines(4))
    tablet.carry(site.stick)
    outbox, inbox = site.stick / ROOT / OUTBOX, site.stick / ROOT / INBOX
    (outbox / f"{'a' * 32}-{'b' * 32}-1.sealed").write_bytes(b"nonsense")
    (outbox / f"{'a' * 32}-{'b' * 32}-2.sealed").symlink_to("/dev/zero")
    (outbox / f"{'a' * 32}-{'b' * 32}-3.sealed").mkdir()
    (outbox / "holiday.jpg").write_bytes(b"mine")
    report = site.read()
    assert report.facts == 4
    assert sorted(letter.code for letter in report.letters) == ["", *["hub.letter-refused"] * 3]
    assert (outbox / "holiday.jpg").read_bytes() == b"mine"
    (inbox / name_reply(DEVICE)).write_bytes(b"nonsense")
    carried = tablet.carry(site.stick)
    assert (carried.has_reply, carried.acknowledged, carried.written) == (True, 0, 4)
    assert carried.refused


@pytest.mark.parametrize("place", [ROOT, f"{ROOT}/{OUTBOX}", f"{ROOT}/{INBOX}"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(
    site: Site, tablet: Tablet, tmp_path: Path, place: str
) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (site.stick / place).parent.mkdir(exist_ok=True)
    (site.stick / place).symlink_to(target)
    for use in (lambda: tablet.carry(site.stick), site.read):
        with pytest.raises(KioskError, match=r"seals\.stick-strange"):
            use()
    assert list(target.iterdir()) == []


def test_a_stick_that_is_not_there_is_told(site: Site, tablet: Tablet, tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"seals\.stick-absent"):
        tablet.carry(tmp_path / "gone")


def test_a_device_that_is_enrolled_nowhere_cannot_seal(site: Site, tmp_path: Path) -> None:
    with (
        closing(Tablet(tmp_path / "new")) as tablet,
        pytest.raises(KioskError, match=r"sync\.not-enrolled"),
    ):
        tablet.carry(site.stick)
