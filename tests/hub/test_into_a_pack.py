"""What the hub gives back to a site: voices that were let through, and sums, in a source that can be checked and built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kiosk.authoring.check import check_source
from kiosk.hub.accounts import Role
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.guide_sums import choose_days, format_sums, make_sums
from kiosk.hub.ingest import Ingest
from kiosk.hub.messages_read import Message, State, Wanted, list_messages
from kiosk.hub.moderation import let_through, refuse, take_back
from kiosk.hub.pack_shown import add_pack, list_known_packs
from kiosk.hub.pages.chosen import Asked, choose
from kiosk.hub.pages.viewer import Viewer
from kiosk.hub.recordings import take_recording
from kiosk.hub.rollup_reading import ALL_DAYS, Days
from kiosk.hub.rollups import Rollups
from kiosk.hub.source_text import write_own
from kiosk.hub.stop_titles import read_titles
from kiosk.hub.voices_export import Exported, export_voices
from kiosk.model.content import VoiceOf
from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact, format_fact
from kiosk.model.site_sums import NO_SUMS, StopSums
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from tests.fakes.made_batches import DEVICE, cut_batch
from tests.fakes.said_things import make_recording, name_recording
from tests.packs.small_source import write_small_source

DAY = "2026-03-02"
SAID = (
    ("wheel", {"kind": "question", "text": 'Does it "still" \\ grind?\n<b>Really</b>?'}),
    ("wheel", {"kind": "story", "sound": name_recording()}),
    ("garden", {"kind": "comment", "text": "बहुत अच्छा", "language": "hi"}),
    ("nowhere", {"kind": "comment", "text": "Gone."}),
    ("..", {"kind": "comment", "text": "Out of the folder."}),
    (None, {"kind": "comment", "text": "All of it."}),
)


def say(number: int, stop: str | None, said: dict[str, str]) -> Fact:
    values = {"text": None, "sound": None, "language": "en", "day": DAY, **said}
    where = {"site": "mill", "stop": None if stop is None else f"mill/{stop}"}
    return Fact("message", {**values, **where, "id": f"{number:016x}"})


def send(database: HubDatabase, facts: Sequence[Fact]) -> None:
    lines = [format_fact(fact) for fact in facts]
    for first in range(1, len(lines) + 1, 500):
        Ingest(database).take(cut_batch(lines, first, 500))
    Rollups(database).catch_up(60)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubDatabase]:
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        yield database


@pytest.fixture
def moderated(hub: HubDatabase) -> HubDatabase:
    send(hub, [say(number, stop, said) for number, (stop, said) in enumerate(SAID)])
    take_recording(hub, DEVICE, name_recording(), make_recording(), 1)
    with hub.writing() as connection:
        for message in find_all(hub):
            let_through(connection, message, message.text, "On Sundays.", "asha", 1_772_442_000_000)
    return hub


def find_all(database: HubDatabase) -> list[Message]:
    with database.reading() as connection:
        return list_messages(connection, Wanted(state=None), 100)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack's source; nobody may change it."""
    return write_small_source(tmp_path_factory.mktemp("template") / "mill")


@pytest.fixture(scope="module")
def built(template: Path) -> Path:
    return build_pack(read_source(template), template.parent / "mill.hpack").path


@pytest.fixture
def source(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "mill"))


def export(database: HubDatabase, folder: Path) -> Exported:
    with database.reading() as connection:
        return export_voices(connection, "mill", folder)


def read_tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_was_let_through_is_checked_and_read(moderated: HubDatabase, source: Path) -> None:
    done = export(moderated, source)
    assert done == Exported(4, 2, 1, about_site=1, without_stop=2, too_many=0, removed=0)
    assert [one for one in check_source(source).findings if "voice" in one.where.lower()] == []
    voices = {voice.id: voice for stop in read_source(source).stops for voice in stop.voices}
    question = voices["m-0000000000000000"]
    assert (question.kind, question.text, question.answer) == (VoiceOf.QUESTION, SAID[0][1]["text"], "On Sundays.")  # fmt: skip
    assert question.said_on == "2026-03"
    assert [voice.text for voice in read_source(source).voices] == ["All of it."]
    spoken = voices["m-0000000000000001"].recording
    assert spoken is not None and spoken.read_bytes() == make_recording()


def test_the_same_decisions_make_the_same_files(moderated: HubDatabase, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    export(moderated, first)
    export(moderated, second)
    export(moderated, second)
    assert read_tree(first) == read_tree(second)
    assert sorted(read_tree(first)) == [
        "stops/garden/voices.toml", "stops/nowhere/voices.toml", "stops/wheel/voices.toml", "voices.toml", "voices/m-0000000000000001.opus",
    ]  # fmt: skip


def test_what_was_taken_back_or_refused_goes_away_with_the_next_export(
    moderated: HubDatabase, source: Path
) -> None:
    before = read_tree(source)
    export(moderated, source)
    with moderated.writing() as connection:
        for number, message in enumerate(find_all(moderated)):
            assert message.state is State.LET_THROUGH
            (take_back if number % 2 else refuse)(connection, message, "asha", 2)
    assert export(moderated, source) == Exported(0, 0, 0, 0, 0, 0, removed=4)
    assert read_tree(source) == before


def test_a_file_that_somebody_wrote_is_left_alone(moderated: HubDatabase, source: Path) -> None:
    own = source / "stops" / "wheel" / "voices.toml"
    own.write_text("# by hand\n")
    before = read_tree(source)
    with pytest.raises(KioskError) as refusal:
        export(moderated, source)
    assert refusal.value.code == "hub.file-not-ours"
    assert read_tree(source) == before


def test_a_pack_takes_the_newest_of_many(hub: HubDatabase, source: Path) -> None:
    send(hub, [say(number, "wheel", {"kind": "comment", "text": f"No. {number}"}) for number in range(203)])
    with hub.writing() as connection:
        for message in list_messages(connection, Wanted(), 300):
            let_through(connection, message, message.text, "", "asha", 1)
    assert export(hub, source).too_many == 3
    wheel = next(stop for stop in read_source(source).stops if stop.id == "wheel")
    assert [voice.text for voice in wheel.voices][::199] == ["No. 3", "No. 202"]


def walk(stop: str, visits: int, first: int = 0) -> Iterator[Fact]:
    dwell = {
        "stop": f"mill/{stop}",
        "heard_ms": 0,
        "media_ms": 0,
        "language": "en",
        "depth": None,
        "kind": None,
        "by": "code",
    }
    for number in range(visits):
        stay = {
            "dwell_ms": 20_000 + 1_000 * (number % 40),
            "hour": f"{DAY}T10",
            "counted": True,
            "version": None,
        }
        yield Fact("dwell", {**dwell, **stay, "id": f"{first + number:016x}"})


def visit(number: int) -> Fact:
    values = {
        "site": "mill",
        "stops": 2,
        "stops_on_offer": 3,
        "minutes": 20,
        "language": "en",
        "hour": f"{DAY}T10",
    }
    return Fact("visit", {**values, "suggestions_shown": 0, "suggestions_taken": 0, "counted": True, "id": f"{number:016x}"})  # fmt: skip


def move(origin: str, target: str, number: int) -> Fact:
    ends = {"from_stop": f"mill/{origin}", "to_stop": f"mill/{target}"}
    return Fact("move", {**ends, "day": DAY, "counted": True, "id": f"{number:016x}"})


def rate(stars: int, number: int) -> Fact:
    return Fact("rating", {"site": "mill", "stop": None, "stars": stars, "day": DAY, "counted": True, "id": f"{number:016x}"})  # fmt: skip


def test_sums_leave_out_what_rests_on_few_and_what_would_give_it_away(hub: HubDatabase, source: Path) -> None:
    facts = [visit(number) for number in range(100)]
    facts += [*walk("wheel", 97, 1_000), *walk("garden", 40, 2_000), *walk("hall", 3, 3_000)]
    facts += [move("wheel", "garden", 4_000 + number) for number in range(30)]
    facts += [move("garden", "hall", 5_000 + number) for number in range(4)]
    facts += [rate(stars, 6_000 + number) for number, stars in enumerate([5] * 30 + [4] * 8 + [1] * 2)]
    send(hub, facts)
    with hub.reading() as connection:
        sums = make_sums(connection, "mill", Days("2026-03-01", "2026-03-08"))
        assert make_sums(connection, "mill", Days("2026-04-01", "2026-04-08")) == NO_SUMS
    assert sums.visits == 100 and sums.until == "2026-03-08"
    # Of three that did not stop at the wheel nothing is told; three that stopped in the hall are left out.
    assert sums.stops["wheel"].visits == 100
    assert sums.stops["garden"] == StopSums(40, (30, 40, 49))
    assert set(sums.stops) == {"wheel", "garden"} and sums.moves == {("wheel", "garden"): 30}
    # Two single stars are one sum with the next smallest, which is told nowhere.
    assert sums.ratings == (0, 0, 0, 0, 30)
    write_own(source / "guide_sums.toml", format_sums(sums))
    assert read_source(source).sums == sums
    assert [one for one in check_source(source).findings if "sums" in one.where] == []


def test_of_few_visits_nothing_is_told(hub: HubDatabase) -> None:
    send(hub, [*(visit(number) for number in range(4)), *walk("wheel", 4, 100), *(rate(5, 200 + one) for one in range(30))])  # fmt: skip
    with hub.reading() as connection:
        assert make_sums(connection, "mill", ALL_DAYS) == NO_SUMS


def test_sums_are_of_whole_weeks() -> None:
    assert choose_days(4, date(2026, 3, 12)) == Days("2026-02-09", "2026-03-08")
    assert choose_days(4, date(2026, 3, 9)) == Days("2026-02-09", "2026-03-08")


def test_a_pack_that_the_hub_was_shown_gives_titles_and_places(hub: HubDatabase, built: Path) -> None:
    for now_ms in (1, 2):
        with hub.writing() as connection:
            added = add_pack(connection, built, now_ms)
    assert (added.pack, added.version, added.sites) == ("test.mill", 1, ("mill",))
    with hub.reading() as connection:
        titles = read_titles(connection)
        assert [(one["site"], one["version"]) for one in list_known_packs(connection)] == [("mill", 1)]
    assert titles.zones == {"mill": "Asia/Kolkata"}
    assert titles.stop("mill/wheel") != "wheel" and titles.stop("mill/unknown") == "unknown"
    assert len(titles.stops) == added.stops and len(titles.places) == added.on_a_plan > 0


def test_what_is_no_pack_teaches_the_hub_nothing(hub: HubDatabase, tmp_path: Path, built: Path) -> None:
    damaged = tmp_path / "damaged.hpack"
    content = bytearray(built.read_bytes())
    content[len(content) // 3 : len(content) // 2] = bytes(len(content) // 2 - len(content) // 3)
    damaged.write_bytes(content)
    noise = tmp_path / "noise.hpack"
    noise.write_bytes(b"PK\x03\x04" + bytes(200))
    for path in (damaged, noise, tmp_path / "absent.hpack"):
        with pytest.raises(KioskError), hub.writing() as connection:
            add_pack(connection, path, 1)
    with hub.reading() as connection:
        assert list_known_packs(connection) == []


def test_today_is_that_of_the_site_once_its_pack_was_shown(hub: HubDatabase, built: Path) -> None:
    viewer = Viewer("kabir", Role.READ_ONLY, "mill")
    assert not choose(hub, viewer, Asked("mill")).has_zone
    with hub.writing() as connection:
        add_pack(connection, built, 1)
    chosen = choose(hub, viewer, Asked("mill"))
    there = datetime.now(timezone(timedelta(hours=5, minutes=30)))
    assert chosen.has_zone and chosen.today in {there.date(), (there - timedelta(minutes=1)).date()}
