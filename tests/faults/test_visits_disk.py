"""The disk is full, read-only or damaged: the visit goes on, staff see the cause, and the log says what it lacks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.visits.reserve import RESERVE_BYTES
from kiosk.visits.store import connect
from tests.visits.conftest import DEVICE, make_bench


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB of our own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def fill(folder: Path) -> Path:
    """Fill the disk to the last byte, as a careless copy would."""
    filler = folder / "somebody-elses.file"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4_096))
        except OSError:
            pass
    return filler


def test_a_disk_that_fills_up_in_a_visit_costs_nothing_while_the_reserve_lasts(small_disk: Path) -> None:
    bench = make_bench(small_disk)
    with closing(bench.log):
        bench.visitor.follow("start open wait:10")
        assert bench.names()
        fill(small_disk)
        bench.visitor.follow(
            "wait:30 touch open:gate tell:90 listen:90 told " + "open wait:4 open:gate wait:4 " * 20
        )
        bench.visitor.follow("end")
        assert bench.settle()
        assert bench.names() == []
    assert [incident.code for incident in bench.incidents] == ["visits.disk-full"]
    assert {fact.values["stop"] for fact in bench.sink.named("dwell")} == {"qutb/minar", "qutb/gate"}


def test_with_no_reserve_left_the_visit_goes_on_and_a_gap_says_what_is_missing(small_disk: Path) -> None:
    bench = make_bench(small_disk)
    with closing(bench.log):
        bench.visitor.follow("start open")
        assert bench.names() == ["VisitStarted", "StopOpened"]
        bench.log.path.with_suffix(".reserve").unlink()
        filler = fill(small_disk)
        bench.visitor.follow("wait:1 touch " * 400)
        lost = bench.names().count("Attention")
        assert lost < 400
        assert [incident.code for incident in bench.incidents] == ["visits.disk-full"]
        filler.unlink()
        bench.visitor.follow("wait:1 touch")
        assert bench.names()[-2:] == ["Gap", "Attention"]
        bench.visitor.follow("end")
        assert bench.settle()
    assert len(bench.sink.named("dwell")) == 1


def test_the_reserve_is_taken_again_when_there_is_room(small_disk: Path) -> None:
    bench = make_bench(small_disk)
    reserve = bench.log.path.with_suffix(".reserve")
    with closing(bench.log):
        bench.visitor.follow("start open end")
        bench.settle()
        assert reserve.stat().st_size == RESERVE_BYTES
        reserve.unlink()
        bench.settle()
        assert reserve.exists()


def test_a_disk_that_was_full_from_the_start(small_disk: Path) -> None:
    fill(small_disk)
    bench = make_bench(small_disk)
    with closing(bench.log):
        bench.visitor.follow("start open tell:30 listen:5 end")
        with pytest.raises(KioskError):
            bench.settle()
    assert [incident.code for incident in bench.incidents] == ["visits.disk-full"]


def test_a_read_only_disk(small_disk: Path) -> None:
    make_bench(small_disk).log.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    bench = make_bench(small_disk)
    with closing(bench.log):
        bench.visitor.follow("start open tell:30 listen:5 end")
        with pytest.raises(KioskError):
            bench.settle()
    assert [incident.code for incident in bench.incidents] == ["visits.log-not-written"]


def damage_head(path: Path) -> None:
    path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:])


def damage_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(4_096, len(content), 4_096):
        content[page : page + 200] = os.urandom(200)
    path.write_bytes(bytes(content))


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 777)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def words(path: Path) -> None:
    path.write_bytes(b"this was no database, ever\n" * 4_000)


@pytest.mark.parametrize("damage", [damage_head, damage_middle, cut_short, empty, words])
def test_a_torn_log_begins_anew_and_nothing_of_the_damaged_one_stays(tmp_path: Path, damage: object) -> None:
    bench = make_bench(tmp_path, after_visits=5)
    bench.visitor.follow("start open wait:70 end")
    bench.settle()
    bench.visitor.follow("start " + "open wait:3 open:gate wait:3 " * 40)
    visit = (bench.visit.id or "").encode()
    bench.log.close()
    assert callable(damage)
    damage(tmp_path / "events.db")
    after = make_bench(tmp_path)
    with closing(after.log):
        after.visitor.follow("start open wait:5 end")
        assert after.settle()
        assert [incident.code for incident in after.incidents] in ([], ["visits.log-damaged"])
    assert len(after.sink.named("dwell")) >= 1
    assert visit not in b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


def test_a_torn_journal_loses_no_more_than_its_tail(tmp_path: Path) -> None:
    first = connect(tmp_path / "events.db", DEVICE)
    first.execute("PRAGMA wal_autocheckpoint = 0")
    for number in range(50):
        first.execute(
            "INSERT INTO events VALUES(NULL, '', NULL, '', 0, 0, '', 'Incident', ?)",
            (f'{{"code":"a.n{number}"}}',),
        )
    journal = (tmp_path / "events.db-wal").read_bytes()
    database = (tmp_path / "events.db").read_bytes()
    first.close()
    (tmp_path / "events.db").write_bytes(database)
    (tmp_path / "events.db-wal").write_bytes(journal[: len(journal) - 5_000])
    bench = make_bench(tmp_path)
    with closing(bench.log):
        assert 40 <= len(bench.names()) < 50
        assert bench.log.append("Incident", code="a.b")
    assert bench.incidents == []


def test_the_facts_that_wait_are_saved_from_a_damaged_log(tmp_path: Path) -> None:
    bench = make_bench(tmp_path, after_visits=5)
    bench.visitor.follow("start open wait:70 end")
    bench.settle()
    bench.log.close()
    connection = connect(tmp_path / "events.db", DEVICE)
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()[0]
    connection.close()
    content = bytearray((tmp_path / "events.db").read_bytes())
    content[(page - 1) * 4_096 : page * 4_096] = os.urandom(4_096)
    (tmp_path / "events.db").write_bytes(bytes(content))
    after = make_bench(tmp_path, after_visits=1)
    with closing(after.log):
        assert after.settle()
    assert [incident.code for incident in after.incidents] == ["visits.log-damaged"]
    assert sorted(fact.name for fact in after.sink.facts) == ["dwell", "visit"]


def test_damage_met_in_mid_visit_costs_the_visit_and_not_the_next(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    with closing(bench.log):
        bench.visitor.follow("start open wait:5")
        bench.log.submit(lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")).result(10)
        words(tmp_path / "events.db")
        bench.log.submit(lambda connection: connection.execute("PRAGMA cache_size = 0")).result(10)
        bench.visitor.follow("wait:1 touch wait:1 touch end start open wait:5 end")
        bench.visitor.follow("start open:gate wait:5 end")
        assert bench.settle()
    assert bench.incidents[0].code == "visits.log-damaged"
    assert "qutb/gate" in {fact.values["stop"] for fact in bench.sink.named("dwell")}
