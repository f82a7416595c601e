"""A check tells one fault once, with its severity, its place, and what to do; and all faults in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.check import check_source
from kiosk.model.errors import KioskError
from kiosk.packs.findings import PackSourceError, Severity
from tests.authoring.faulty_sources import check, find_new, write, write_good
from tests.authoring.planted_faults import FAULTS, SEVERAL
from tests.authoring.spoils import both, exchange_picture, put


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_finding(name: str, tmp_path: Path) -> None:
    spoil, severity, file, where, words = FAULTS[name]
    folder = write_good(tmp_path / "mill")
    spoil(folder)
    found = find_new(folder)
    told = "\n".join(finding.format() for finding in found)
    main = [finding for finding in found if words in finding.what]
    assert [(one.severity, one.file, one.place) for one in main][:1] == [(severity, file, where)], told
    assert all(one.remedy and one.kind for one in found), told
    assert len(found) == 1 or name in SEVERAL, told


# Each of these hides none of the others.
TOGETHER = (
    "version", "number", "code missing", "order missing", "tour", "fact", "key", "no translation", "name", "title",
    "glance", "markup", "address", "hours", "accent", "review", "exchanged", "forgotten", "other language",
    "no rights", "recording's name", "recording's stop", "recording's language", "timings alone",
)  # fmt: skip


def test_everything_that_is_wrong_is_told_at_once_and_once(tmp_path: Path) -> None:
    folder = write_good(tmp_path / "mill")
    for name in TOGETHER:
        FAULTS[name][0](folder)
    found = find_new(folder)
    told = "\n".join(finding.format() for finding in found)
    for name in TOGETHER:
        _, severity, file, where, words = FAULTS[name]
        hits = [one for one in found if words in one.what and (one.file, one.place) == (file, where)]
        assert [one.severity for one in hits] == [severity], f"{name}:\n{told}"
    assert len(found) == len({(one.file, one.place, one.what) for one in found}) == len(TOGETHER), told
    severities = [list(Severity).index(one.severity) for one in found]
    assert severities == sorted(severities)


def test_the_example_has_nothing_to_mend(tmp_path: Path) -> None:
    report = check(write_good(tmp_path / "mill"))
    assert [(one.severity, one.kind) for one in report.findings] == [(Severity.NOTE, "recording_missing")]
    assert "en, fr" in report.findings[0].what
    assert report.get_source().warnings == report.findings
    english, french = report.coverage
    assert (english.titles, english.facts, english.pictures, english.described) == (2, 2, 2, 2)
    assert (
        french.texts == english.texts == {"glance": 2, "story": 2, "deep": 0, "children": 1, "described": 0}
    )
    assert set(english.recordings.values()) == {0}


def test_nothing_is_built_of_what_has_an_error(tmp_path: Path) -> None:
    folder = write_good(tmp_path / "mill")
    both(put("pack.toml", "version = 1", "version = 0"), exchange_picture(400, 300))(folder)
    report = check(folder)
    assert report.refuses
    assert report.count_all() == {"error": 1, "ask": 0, "warning": 1, "note": 1}
    with pytest.raises(PackSourceError) as caught:
        report.get_source()
    assert caught.value.findings == report.findings


def test_a_warning_refuses_nothing(tmp_path: Path) -> None:
    folder = write_good(tmp_path / "mill")
    exchange_picture(400, 300)(folder)
    assert not check(folder).refuses


def test_what_is_no_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        check_source(tmp_path)
    assert caught.value.code == "packs.source-missing"
    with pytest.raises(KioskError) as caught:
        check_source(write_good(tmp_path / "mill"), version=0)
    assert caught.value.code == "packs.version-unfit"


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x00", b"[pack", b"", b"pack = 3\nstops = 4\n", b"a = " + b"[" * 5_000]
)
@pytest.mark.parametrize(
    "name", ["pack.toml", "sources.toml", "stops/wheel/stop.toml", "stops/wheel/en.toml"]
)
def test_junk_in_any_file_is_told_in_words(name: str, junk: bytes, tmp_path: Path) -> None:
    folder = write_good(tmp_path / "mill")
    (folder / name).write_bytes(junk)
    # An empty list of sources is a list of sources; what rests on them is told.
    assert any(finding.file == name or "source" in finding.what for finding in check(folder).findings)


def test_file_managers_leave_things_that_nobody_wants_to_hear_of(tmp_path: Path) -> None:
    folder = write_good(tmp_path / "mill")
    for name in ("media/Thumbs.db", "media/.DS_Store", "stops/wheel/desktop.ini", "recordings/.hidden"):
        write(folder, name, "")
    assert find_new(folder) == []
