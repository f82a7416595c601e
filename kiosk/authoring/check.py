"""Checks a pack's source: everything that is wrong or missing, in one go, before anything is built."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.authoring.any_source import examine_any_source, give_version
from kiosk.authoring.check_coverage import LanguageCoverage, measure_coverage
from kiosk.authoring.check_files import check_files
from kiosk.authoring.check_films import check_films
from kiosk.authoring.check_guide import check_guide
from kiosk.authoring.check_hours import check_hours
from kiosk.authoring.check_narrated import check_narrated
from kiosk.authoring.check_other_sounds import add_other_sound, check_other_sounds, list_other_sounds
from kiosk.authoring.check_pictures import PictureCheck, check_rights
from kiosk.authoring.check_places import check_places
from kiosk.authoring.check_pronunciations import check_pronunciations
from kiosk.authoring.check_site import check_site
from kiosk.authoring.check_sounds import SoundCheck, check_missing_recordings, listen_to, measure_length
from kiosk.authoring.check_telling import Teller
from kiosk.authoring.check_texts import check_texts
from kiosk.packs.findings import Finding, Findings, PackSourceError, Severity
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.workbench import Workbench

# An importer says more exactly why a recording cannot be read.
_SAME_KIND = {
    "audio_empty": "audio_unreadable",
    "audio_cut_short": "audio_unreadable",
    "recording_missing": "audio_missing",
}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found in ``folder``, the gravest first. ``source`` is None where nothing could be read."""

    folder: Path
    source: PackSource | None
    findings: tuple[Finding, ...]
    coverage: tuple[LanguageCoverage, ...]

    @property
    def refuses(self) -> bool:
        """Whether anything found stands in the way of a build."""
        return any(finding.severity.refuses for finding in self.findings)

    def count_all(self) -> dict[str, int]:
        """Return how many findings there are of each severity."""
        return {
            severity.value: sum(finding.severity is severity for finding in self.findings)
            for severity in Severity
        }

    def get_source(self) -> PackSource:
        """Return the source to build of; its warnings are those of the whole check.

        Raises:
            PackSourceError: ``packs.source-faulty`` with every finding.
        """
        if self.source is None or self.refuses:
            raise PackSourceError(str(self.folder), self.findings)
        return replace(self.source, warnings=self.findings)


def check_source(
    folder: Path,
    version: int | None = None,
    on_progress: OnProgress = ignore_progress,
    *,
    decoding: bool = True,
    today: datetime.date | None = None,
) -> CheckReport:
    """Check the source in ``folder``, of whatever form.

    Args:
        folder: The pack's source.
        version: Replaces the source's own.
        on_progress: Told of each picture and recording before it is looked at.
        decoding: Whether every picture is decoded and every recording heard to its end. A build does that
            itself; only the lengths that recordings tell of themselves are compared then.
        today: The author's day.

    Raises:
        KioskError: ``packs.source-missing`` or ``packs.version-unfit``.
    """
    read, checked = Findings(), Findings()
    source = examine_any_source(folder, read, on_progress)
    if source is None:
        return CheckReport(folder, None, read.all, ())
    source = give_version(source, version)
    if source.stops and source.languages:
        teller = Teller(source, read, checked)
        _check_words(teller, today or datetime.datetime.now(datetime.UTC).date())
        if decoding:
            _check_media(teller, on_progress)
        else:
            _check_lengths(teller)
    everything = Findings()
    everything.extend(read.all)
    everything.extend(_leave_out_told(checked.all, read.all))
    return CheckReport(folder, source, everything.all, measure_coverage(source))


def _check_words(teller: Teller, today: datetime.date) -> None:
    if not teller.is_table:
        check_site(teller, today)
        check_rights(teller)
        check_guide(teller, today)
        check_hours(teller)
    check_texts(teller)
    check_pronunciations(teller)
    check_places(teller)
    check_missing_recordings(teller)
    check_narrated(teller)
    check_films(teller)
    check_other_sounds(teller)
    check_files(teller)


def _check_media(teller: Teller, on_progress: OnProgress) -> None:
    pictures, sounds = PictureCheck(teller), SoundCheck(teller)
    others = list_other_sounds(teller)
    total = len(pictures.paths) + len(sounds.paths) + len(others)
    done = 0
    with Workbench(total) as bench:
        for look, paths in pictures.list_looks():
            for path, looked in bench.work_on(look, paths):
                on_progress(Progress(f"Looking at {path.name}", done, total))
                pictures.add(path, looked)
                done += 1
        for path, heard in bench.work_on(listen_to, sounds.paths):
            on_progress(Progress(f"Listening to {path.name}", done, total))
            sounds.add(path, heard)
            done += 1
        for path, heard in bench.work_on(listen_to, others):
            on_progress(Progress(f"Listening to {path.name}", done, total))
            add_other_sound(teller, path, heard)
            done += 1
    on_progress(Progress("Checked", total, total))


def _check_lengths(teller: Teller) -> None:
    sounds = SoundCheck(teller)
    for path in sounds.paths:
        duration_ms = measure_length(path)
        if duration_ms is not None:
            sounds.add_length(path, duration_ms)


def _leave_out_told(checked: Iterable[Finding], read: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what a check found, without what was told already when the source was read, or follows from it."""
    read = tuple(read)
    told = {subject for finding in read for subject in _list_subjects(finding)}
    faulty = {(finding.file, place) for finding in read for place in _list_faulty_places(finding)}
    for finding in dict.fromkeys(checked):
        subjects = _list_subjects(finding)
        told_already = bool(subjects) and subjects <= told
        if not told_already and faulty.isdisjoint(_list_places_above(finding)):
            yield finding


def _list_subjects(finding: Finding) -> set[tuple[str, ...]]:
    """Return what a finding of an importer or of a check is about, so that both are not told of one medium or row."""
    kind = _SAME_KIND.get(finding.kind, finding.kind)
    if finding.media:
        return {(kind, finding.media)}
    columns = finding.column.split(",")
    return {(kind, finding.file, str(row), column) for row in finding.rows for column in columns}


def _list_faulty_places(finding: Finding) -> tuple[str, ...]:
    """Return the keys of a TOML file that nothing more need be said of; "" is the whole file."""
    if not finding.file.endswith(".toml"):
        return ()
    if finding.kind == "key_unknown":
        return (finding.column,) if finding.column else ()
    whole_file = finding.kind in ("file_missing", "file_unreadable", "language_missing")
    return (finding.where,) if finding.where or whole_file else ()


def _list_places_above(finding: Finding) -> list[tuple[str, str]]:
    """Return a finding's place and every table it is in: ``site attract``, ``site`` and the file."""
    words = finding.where.split(" ")
    return [(finding.file, " ".join(words[:count])) for count in range(len(words) + 1)]
