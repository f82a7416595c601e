"""The tickets of a running guide: its keys, its clock, its packs, and what the doctor says of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.app.doctor.tickets import check_tickets
from kiosk.app.settings import Settings, read_settings
from kiosk.app.ticket_desk import TicketDesk, TicketFitting, read_ticket_fitting
from kiosk.app.ticket_time import TicketTime
from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.packs.time_zones import find_zone
from kiosk.seals.paper_keys import PaperKeys, keep_paper_keys
from kiosk.tickets.office import Verdict
from kiosk.tickets.rule import parse_rule
from kiosk.visits.clock import Reading, WallQuality
from tests.fakes.fake_background import QueuedBackground
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.made_tickets import TODAY, make_claim, make_press, make_voucher_key

SITE = "qutb"
PRESS = make_press(SITE)
NOON_MS = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp() * 1000)


class SetClock:
    """A clock that shows what it was set to."""

    def __init__(self, wall_ms: int = NOON_MS, quality: WallQuality = WallQuality.UNCHECKED) -> None:
        self.wall_ms = wall_ms
        self.quality = quality

    def read(self) -> Reading:
        return Reading("0" * 32, 1_000, 1_000, self.wall_ms, self.quality)


class DeskRoom:
    def __init__(self, folder: Path, fitting: TicketFitting | None = None) -> None:
        self.folder = folder
        self.clock = SetClock()
        self.background = QueuedBackground()
        self.told: list[KioskError] = []
        wanted = fitting or TicketFitting(rule=parse_rule("required"))
        self.desk = TicketDesk(
            *(folder, "a" * 32, wanted, FakeLibrary(), self.clock, self.background, self.told.append)
        )

    def give_keys(self) -> None:
        keep_paper_keys(self.folder, PaperKeys(1, (PRESS.keys,), (make_voucher_key(),)))

    def redeem(self, text: str) -> str:
        verdicts: list[Verdict] = []
        self.desk.redeem(SITE, text, verdicts.append)
        self.background.run_all()
        return str(verdicts[0].refusal or "yes")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DeskRoom]:
    one = DeskRoom(tmp_path)
    yield one
    one.desk.close()


def test_keys_that_come_while_the_guide_runs_are_used_at_once(room: DeskRoom) -> None:
    ticket = PRESS.make_typed(make_claim())
    assert room.redeem(ticket) == "no-keys"
    room.give_keys()
    assert room.redeem(ticket) == "yes"
    assert [problem.code for problem in room.told] == ["tickets.no-keys"]


def test_the_day_is_that_of_the_place_where_the_site_stands(room: DeskRoom) -> None:
    """At 20:00 UTC it is the next day in Delhi."""
    room.give_keys()
    room.clock.wall_ms = NOON_MS + 8 * 3_600_000
    assert room.redeem(PRESS.make_typed(make_claim(1, first_day=TODAY))) == "over"
    assert room.redeem(PRESS.make_typed(make_claim(2, first_day=TODAY.replace(day=23)))) == "yes"


@pytest.mark.parametrize("wall_ms", [0, NOON_MS - 300 * 86_400_000], ids=["1970", "a year that is over"])
def test_a_wrong_clock_stops_nobody_and_is_told_once(room: DeskRoom, wall_ms: int) -> None:
    room.give_keys()
    room.clock.wall_ms = wall_ms
    room.clock.quality = WallQuality.UNSET if wall_ms == 0 else WallQuality.UNCHECKED
    for serial in range(3):
        assert room.redeem(PRESS.make_typed(make_claim(serial, first_day=TODAY.replace(day=25)))) == "yes"
    assert room.redeem(PRESS.make_typed(make_claim(9, first_day=TODAY.replace(day=1)))) == "over"
    assert [problem.code for problem in room.told] == ["tickets.clock-unknown"]
    assert room.desk.list_onward(SITE, "en") == ()
    assert room.desk.make_voucher(SITE, "fort") == ""


def test_what_the_hub_told_of_the_time_outlives_a_clock_that_went_back(room: DeskRoom) -> None:
    room.give_keys()
    with closing(PackStore(room.folder)) as store:
        store.trust.note_hub_time(datetime(2027, 2, 1, tzinfo=UTC))
    assert room.redeem(PRESS.make_typed(make_claim(1, first_day=TODAY, days=31))) == "over"


def test_a_zone_that_nobody_knows_counts_as_utc() -> None:
    assert find_zone("Atlantis/Sunken") is UTC
    assert find_zone("") is UTC


def test_vouchers_are_offered_for_other_sites_by_their_names(tmp_path: Path) -> None:
    nearby = FakeLibrary().nearby(SITE, "en")[0]
    fitting = TicketFitting(voucher_sites=(nearby.id, "far-away", SITE))
    room = DeskRoom(tmp_path, fitting)
    assert room.desk.list_onward(SITE, "en") == (), "without the operator's key"
    room.give_keys()
    onward = room.desk.list_onward(SITE, "en")
    assert [(one.site_id, one.name) for one in onward] == [(nearby.id, nearby.name), ("far-away", "far-away")]
    assert len(room.desk.make_voucher(SITE, nearby.id)) == 17
    assert room.desk.takes_vouchers()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seals"], "nothing is kept of it"


def test_damaged_keys_are_told_when_a_ticket_comes_and_offer_no_vouchers(room: DeskRoom) -> None:
    room.give_keys()
    (room.folder / "seals" / "paper-keys.json").write_bytes(b"rot")
    assert room.redeem(PRESS.make_typed(make_claim())) == "no-keys"
    assert room.told[0].code == "seals.paper-keys-damaged"
    assert not room.desk.takes_vouchers()
    assert room.desk.make_voucher(SITE, "fort") == ""


def test_nothing_is_opened_before_a_ticket_comes(room: DeskRoom) -> None:
    room.desk.look_after()
    room.desk.clear_tries()
    room.background.run_all()
    assert list(room.folder.iterdir()) == []


def test_staff_end_a_wait_from_before_the_restart(tmp_path: Path) -> None:
    forged = make_press(SITE, 9).make_typed(make_claim())
    before = DeskRoom(tmp_path)
    before.give_keys()
    assert [before.redeem(forged) for _ in range(6)] == ["not-ours"] * 5 + ["wait"]
    before.desk.close()
    after = DeskRoom(tmp_path)
    after.desk.clear_tries()
    after.background.run_all()
    assert after.redeem(PRESS.make_typed(make_claim())) == "yes"
    after.desk.close()


def test_what_the_desk_missed_is_told_in_passing(tmp_path: Path) -> None:
    shared = tmp_path / "share"
    room = DeskRoom(tmp_path / "device", TicketFitting(rule=parse_rule("required"), shared=shared))
    room.give_keys()
    assert room.redeem(PRESS.make_typed(make_claim())) == "yes"
    shared.mkdir()
    room.desk.look_after()
    room.background.run_all()
    assert len(list(shared.iterdir())) == 1
    room.desk.close()


def test_the_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        'tickets = "off; fort = required"\nticket_desk = "/mnt/desk"\nticket_help = "Left [hi] बाएँ"\n'
        'voucher_sites = "mill, ghat"\n',
        encoding="utf-8",
    )
    fitting = read_ticket_fitting(read_settings(tmp_path))
    assert str(fitting.rule.find("fort")) == "required"
    assert fitting.shared == Path("/mnt/desk")
    assert fitting.help.find("hi") == "बाएँ"
    assert fitting.voucher_sites == ("mill", "ghat")


@pytest.mark.parametrize("line", ['tickets = "perhaps"', 'tickets = "off; fort"', 'ticket_desk = "desk"'])
def test_settings_that_make_no_sense_are_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(line)
    with pytest.raises(KioskError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "app.settings-wrong"


def test_the_doctor_says_what_tickets_lack(tmp_path: Path) -> None:
    def ask(**words: str) -> dict[str, str]:
        found = check_tickets(tmp_path, Settings(**words), [SITE])  # type: ignore[arg-type]  # only texts are set
        return {finding.check: str(finding.status) for finding in found}

    assert ask() == {}
    assert ask(tickets="required") == {"tickets": "fail"}
    keep_paper_keys(tmp_path, PaperKeys(1, (PRESS.keys,)))
    assert ask(tickets="asked") == {"tickets": "ok"}
    assert ask(ticket_desk=str(tmp_path / "gone")) == {"ticket desk": "warn"}
    assert ask(ticket_desk=str(tmp_path)) == {"ticket desk": "ok"}


def test_time_is_read_from_the_disk_once(tmp_path: Path) -> None:
    told: list[KioskError] = []
    time = TicketTime(tmp_path, SetClock(), told.append)
    assert time.know_day("Asia/Kolkata").today == TODAY
    assert time.find_today("Asia/Kolkata") == TODAY
