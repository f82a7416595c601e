"""``kiosk doctor``: each thing that can be wrong is said with its remedy, and a fault makes it fail."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.doctor.content import check_packs
from kiosk.app.doctor.examine import examine
from kiosk.app.doctor.finding import Finding, Status
from kiosk.app.doctor.hub import check_hub
from kiosk.app.doctor.log import check_log
from kiosk.app.doctor.machine import check_clock, check_disk
from kiosk.packs.store import PackStore
from kiosk.visits.clock import SystemClock
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.composed_guide import data, pack
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_hub import PORTAL, FakeHub, free_port

__all__ = ["data", "pack"]


def statuses(findings: list[Finding]) -> list[Status]:
    return [finding.status for finding in findings]


def check_content(
    data: Path, check: Callable[..., list[Finding]], *values: object, **named: object
) -> list[Finding]:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        return check(library, *values, **named)


def test_a_finding_is_ready_for_programs() -> None:
    finding = Finding("disk", Status.WARN, "little room", "Free some")
    assert json.loads(json.dumps(finding.as_dict())) == {
        "check": "disk", "status": "warn", "found": "little room", "remedy": "Free some",
    }  # fmt: skip


def test_packs_and_their_languages_are_named(data: Path) -> None:
    (finding,) = check_content(data, check_packs, has_demonstration=False)
    assert (finding.status, finding.found) == (Status.OK, "The Mill (en, hi, ar)")


def test_a_device_with_nothing_to_show_is_a_fault_unless_the_demonstration_comes(tmp_path: Path) -> None:
    assert statuses(check_content(tmp_path, check_packs, has_demonstration=False)) == [Status.FAIL]
    assert statuses(check_content(tmp_path, check_packs, has_demonstration=True)) == [Status.WARN]


def test_incidents_are_counted_and_the_diary_is_named(tmp_path: Path) -> None:
    assert [finding.found for finding in check_log(tmp_path)] == ["no visit yet"]
    with closing(EventLog(tmp_path / "events.db", "d" * 32, SystemClock())) as log:
        visit = Visit(log)
        visit.incident("scanning.camera-lost")
        visit.incident("scanning.camera-lost")
    waiting, incidents = check_log(tmp_path)
    assert waiting.found == "no facts wait for the hub"
    assert incidents.status is Status.WARN and "scanning.camera-lost (2)" in incidents.found
    assert "diary.log" in incidents.remedy


def test_a_log_and_an_outbox_that_cannot_be_read_are_faults(tmp_path: Path) -> None:
    for name in ("events.db", "outbox.db"):
        (tmp_path / name).write_bytes(b"no database at all" * 400)
    findings = list(check_log(tmp_path))
    assert statuses(findings) == [Status.FAIL, Status.FAIL]
    assert all(finding.remedy for finding in findings)


def test_a_disk_is_full_for_the_doctor_before_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "GB free" in check_disk(tmp_path).found
    monkeypatch.setattr("kiosk.app.doctor.machine.NEEDED_FREE_BYTES", 1 << 60)
    assert check_disk(tmp_path).status is Status.FAIL


def test_a_clock_in_1970_is_told() -> None:
    assert check_clock(FakeClock()).status is Status.OK
    assert check_clock(FakeClock(wall_ms=86_400_000)).status is Status.WARN


def test_the_hub_is_asked_and_its_silence_is_no_fault() -> None:
    assert check_hub("").status is Status.OK
    with FakeHub() as hub:
        assert check_hub(hub.url).found == f"{hub.url} answers"
        hub.health = (200, PORTAL, {})
        assert check_hub(hub.url).status is Status.WARN
    away = check_hub(f"http://127.0.0.1:{free_port()}")
    assert away.status is Status.WARN and "Nothing is lost" in away.remedy
    assert check_hub("hub.example").status is Status.FAIL


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("pipewire")
def test_a_folder_that_cannot_be_made_ends_the_examination_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.qt_application.make_application", lambda *, off_screen: off_screen)
    (tmp_path / "file").write_text("")
    *_, last = examine(tmp_path / "file" / "data")
    assert (last.check, last.status) == ("data", Status.FAIL) and last.remedy


def test_the_command_tells_everything_and_fails_on_a_fault(data: Path, house: Path) -> None:
    (data / "settings.toml").write_text('theme = "pink"', encoding="utf-8")
    done = subprocess.run(
        [*_kiosk(), "doctor", "--json", "--data", str(data)],
        capture_output=True,
        text=True,
        check=False,
        cwd=house,
    )
    found = {finding["check"]: finding for finding in map(json.loads, done.stdout.splitlines())}
    assert (done.returncode, done.stderr) == (1, "")
    assert {"settings", "camera", "sound", "packs", "voice en", "log", "disk", "clock", "hub"} <= set(found)
    assert found["settings"]["status"] == "fail" and "defaults are in force" in found["settings"]["found"]
    assert all(finding["remedy"] for finding in found.values() if finding["status"] != "ok")


def _kiosk() -> list[str]:
    import sys

    return [sys.executable, "-m", "kiosk"]
