"""``kiosk visits`` and ``kiosk sync`` on a data folder, as staff type them."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.outbox import Outbox
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import AFTER_VISITS, Handover
from kiosk.visits.identity import load_device
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.fake_hub import FakeHub, free_port
from tests.fakes.made_facts import make_lines


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with closing(Outbox(tmp_path / "outbox.db", load_device(tmp_path))) as outbox:
        visits = make_lines(8, 1, "visit")
        outbox.accept("one", [*visits, *make_lines(6, 20), *make_lines(2, 40, "move")])
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(words)
    return status, capsys.readouterr().out


def records(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_report_prints_a_table(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    status, printed = run(capsys, "visits", "report", "--data", str(data), "--floor-area-m2", "1000")
    assert status == 0
    assert "8 guide visits" in printed and "minar" in printed and "hidden" in printed


def test_report_prints_one_object_a_line(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    status, printed = run(capsys, "visits", "report", "--data", str(data), "--json")
    (site,) = records(printed)
    assert (status, site["visits"]) == (0, 8)
    assert isinstance(site["use"], dict) and site["use"]["failures"] == {}


def test_report_writes_a_page_with_charts(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    status, _ = run(capsys, "visits", "report", "--data", str(data), "--html", str(page))
    assert status == 0
    assert "<svg" in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    status = main(["visits", "report", "--data", str(data), "--html", str(data)])
    assert status != 0 and "visits.report-not-written" in capsys.readouterr().err


def test_outside_the_operator_s_house_counts_under_ten_are_hidden(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    status, printed = run(capsys, "visits", "report", "--data", str(data), "--outside")
    assert status == 0 and "8 guide visits" not in printed and "fewer than 10" in printed


def test_report_of_a_new_device_says_so_and_makes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, printed = run(capsys, "visits", "report", "--data", str(tmp_path / "new"))
    assert status == 0 and "No visit" in printed
    assert not (tmp_path / "new").exists()


def test_export_writes_a_table(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    target = data / "facts.csv"
    assert run(capsys, "visits", "export", "--data", str(data), "--out", str(target))[0] == 0
    with target.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 16
    assert {row["fact"] for row in rows} == {"visit", "dwell", "move"}


def test_export_to_a_place_that_cannot_be_written_fails_in_words(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    assert main(["visits", "export", "--data", str(data), "--out", str(data / "gone" / "facts.csv")]) == 1
    assert "visits.export-not-written" in capsys.readouterr().err


def test_wipe_folds_what_a_visit_left(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    log = EventLog(tmp_path / "events.db", load_device(tmp_path), SystemClock())
    visit = Visit(log)
    visit.start("qutb", "en")
    visit.open_stop("qutb/minar", "code")
    log.close()
    assert b"StopOpened" in (tmp_path / "events.db").read_bytes()
    status, printed = run(capsys, "visits", "wipe", "--data", str(tmp_path), "--json")
    assert (status, records(printed)) == (0, [{"wiped": True}])
    assert b"StopOpened" not in (tmp_path / "events.db").read_bytes()


def test_wipe_lets_recordings_go_with_their_messages_and_keeps_no_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shelf = SpokenShelf(tmp_path)
    unsent, told = shelf.hold(b"never sent"), []
    with closing(EventLog(tmp_path / "events.db", load_device(tmp_path), SystemClock())) as log:
        for number in range(AFTER_VISITS):
            visit = Visit(log)
            visit.start("delhi", "en", 18)
            told.append(shelf.hold(b"voice %d" % number))
            visit.say("story", language="en", sound=told[-1])
    main(["visits", "wipe", "--data", str(tmp_path)])
    assert sorted(shelf.list_waiting()) == sorted(told)
    assert not list((tmp_path / "spoken" / "held").iterdir()) and unsent not in told


def test_wipe_beside_a_running_guide_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with closing(EventLog(tmp_path / "events.db", load_device(tmp_path), SystemClock())) as log:
        with closing(Outbox(tmp_path / "outbox.db", log.device)) as outbox:
            Handover(log, outbox).settle().result(10)
        assert main(["visits", "wipe", "--data", str(tmp_path)]) == 1
    assert "visits.log-in-use" in capsys.readouterr().err


def test_sync_sends_what_waits(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    with FakeHub() as hub:
        status, printed = run(capsys, "sync", "--data", str(data), "--hub", hub.url, "--json")
    (record,) = records(printed)
    assert (status, record["sent"], record["waiting"], record["why"]) == (0, 16, 0, "")


def test_sync_finds_the_hub_in_the_settings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    monkeypatch.delenv("KIOSK_HUB", raising=False)
    with FakeHub() as hub:
        (data / "settings.toml").write_text(f'hub = "{hub.url}"\n', encoding="utf-8")
        status, printed = run(capsys, "sync", "--data", str(data), "--json")
    (record,) = records(printed)
    assert (status, record["waiting"]) == (0, 0)


def test_sync_without_a_hub_that_answers_keeps_everything(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    status, printed = run(capsys, "sync", "--data", str(data), "--hub", f"http://127.0.0.1:{free_port()}")
    assert status == 1
    assert "16 wait" in printed and "refused" in printed


@pytest.mark.parametrize(
    ("words", "code"), [([], "sync.no-hub"), (["--hub", "nonsense"], "sync.hub-address")]
)
def test_sync_with_no_address_fails_in_words(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    data: Path,
    words: list[str],
    code: str,
) -> None:
    monkeypatch.delenv("KIOSK_HUB", raising=False)
    assert main(["sync", "--data", str(data), *words]) == 1
    assert code in capsys.readouterr().err


def test_an_unknown_action_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["visits", "follow"])
    assert ended.value.code == 2
    assert "report" in capsys.readouterr().err
