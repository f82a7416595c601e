"""Rendering what nobody recorded: what is to do, what is done of it, and what a check says of it afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.authoring.check import check_source
from kiosk.authoring.narrate import Rendered, narrate
from kiosk.authoring.narrate_plan import NarrationPlan, Reason, Wish, make_plan
from kiosk.authoring.narrate_rendering import hash_said
from kiosk.authoring.narrate_voices import find_narrator
from kiosk.model.content import Depth, VoiceKind
from kiosk.model.errors import KioskError
from kiosk.packs.findings import Finding, Findings, PackSourceError, Severity
from kiosk.packs.narrated_notes import NOTES_FILE, read_notes
from kiosk.packs.progress import Progress
from kiosk.packs.sound.levelling import MAX_TRUE_PEAK_DBTP, TARGET_LUFS, measure_opus
from kiosk.packs.source import examine_source
from tests.authoring.faulty_sources import change, write
from tests.fakes.fake_engine import FakeEngine
from tests.fakes.humming_engine import HummingEngine
from tests.packs.small_source import write_small_source, write_tone

VOICES = '[voice.en]\ncredit = "Read by Ada"\nkind = "person"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small source, in which nothing is recorded."""
    folder = write_small_source(tmp_path / "mill")
    shutil.rmtree(folder / "recordings")
    return folder


def plan(folder: Path, wish: Wish | None = None) -> NarrationPlan:
    source = examine_source(folder, Findings())
    notes = read_notes(folder, Findings())
    lexicon = source.pronunciations
    return make_plan(
        source,
        notes,
        wish or Wish(languages=("en",)),
        lambda text, language: hash_said(text, language, lexicon.get(language, ())),
    )


def check(folder: Path, kind: str) -> list[Finding]:
    report = check_source(folder, decoding=False)
    return [finding for finding in report.findings if finding.kind == kind]


def render_all(folder: Path, engine: FakeEngine, wish: Wish | None = None) -> Iterator[Rendered]:
    chosen = find_narrator([engine], "en")
    assert chosen is not None
    yield from narrate(folder, plan(folder, wish).jobs, {"en": chosen}, {})


def test_what_nobody_recorded_is_rendered_once(folder: Path) -> None:
    jobs = plan(folder).jobs
    assert {job.reason for job in jobs} == {Reason.MISSING}
    assert [one.job for one in render_all(folder, HummingEngine())] == list(jobs)
    assert plan(folder).jobs == ()
    assert plan(folder).current == len(jobs)


def test_a_rendering_is_as_loud_as_every_recording_and_a_build_takes_it_as_it_is(folder: Path) -> None:
    from kiosk.packs.sound.levelling import finish_recording

    one = next(render_all(folder, HummingEngine()))
    path = folder / f"narrated/{one.job.name}.opus"
    loudness, duration_ms = measure_opus(path.read_bytes())
    assert abs(loudness.integrated_lufs - TARGET_LUFS) < 0.6
    assert loudness.true_peak_dbtp <= MAX_TRUE_PEAK_DBTP
    assert abs(duration_ms - one.duration_ms) < 30
    assert finish_recording(path).data == path.read_bytes()


def test_what_somebody_recorded_is_never_rendered(folder: Path) -> None:
    write(folder, "recordings/recordings.toml", VOICES)
    write_tone(folder / "recordings/wheel.glance.en.flac", 220, 9)
    before = plan(folder)
    assert before.recorded == 1
    assert ("wheel", Depth.GLANCE, "en", "") not in [job.told for job in before.jobs]
    assert plan(folder, Wish(again=True, languages=("en",))).recorded == 1


def test_the_other_version_of_a_text_is_rendered_beside_the_first(folder: Path) -> None:
    write(folder, "stops/wheel/en.b.toml", 'glance = "Hear how it turns, and turns, and never stops."\n')
    write(folder, "recordings/recordings.toml", VOICES)
    write_tone(folder / "recordings/wheel.glance.en.flac", 220, 9)
    assert [job.name for job in plan(folder).jobs if job.name.startswith("wheel.glance")] == [
        "wheel.glance.en.b"
    ]
    list(render_all(folder, HummingEngine()))
    wheel = examine_source(folder, Findings()).stops[0]
    assert [(one.file.name, one.version) for one in wheel.other_recordings] == [
        ("wheel.glance.en.b.opus", "b")
    ]
    assert not [one for one in wheel.recordings if one.version]
    change(folder, "stops/wheel/en.b.toml", "Hear", "Listen")
    (stale,) = check(folder, "narration_stale")
    assert stale.file == "narrated/wheel.glance.en.b.opus"
    (folder / "stops/wheel/en.b.toml").unlink()
    assert examine_source(folder, Findings()).stops[0].other_recordings == ()
    (unused,) = check(folder, "file_not_used")
    assert (unused.file, unused.where) == ("narrated/narrated.toml", "wheel.glance.en.b")


def test_a_changed_text_is_rendered_again_and_only_that(folder: Path) -> None:
    list(render_all(folder, HummingEngine()))
    change(folder, "stops/wheel/en.toml", 'glance = "', 'glance = "Once upon a time. ')
    (job,) = plan(folder).jobs
    assert (job.name, job.reason) == ("wheel.glance.en", Reason.CHANGED)
    (stale,) = check(folder, "narration_stale")
    assert (stale.severity, stale.file) == (Severity.WARNING, "narrated/wheel.glance.en.opus")
    list(render_all(folder, HummingEngine()))
    assert not check(folder, "narration_stale")


def test_a_name_that_is_said_otherwise_is_rendered_again_and_noted(folder: Path) -> None:
    list(render_all(folder, HummingEngine()))
    write(folder, "pronunciations.toml", '[[en]]\nwritten = "miller"\nsaid = "meeller"\n')
    (job,) = plan(folder).jobs
    assert (job.name, job.reason) == ("hall.story.en", Reason.CHANGED)
    (stale,) = check(folder, "narration_stale")
    assert (stale.severity, stale.file) == (Severity.NOTE, "narrated/hall.story.en.opus")


def test_a_lost_sound_is_rendered_again(folder: Path) -> None:
    list(render_all(folder, HummingEngine()))
    (folder / "narrated/wheel.glance.en.opus").unlink()
    assert [job.name for job in plan(folder).jobs] == ["wheel.glance.en"]


def test_a_rendering_that_is_empty_is_told_and_rendered_again(folder: Path) -> None:
    list(render_all(folder, HummingEngine()))
    (folder / "narrated/wheel.glance.en.opus").write_bytes(b"")
    (fault,) = (one for one in check_source(folder).findings if one.kind == "audio_unreadable")
    assert (fault.what, fault.remedy) == ("it is empty", "delete it, and run: kiosk pack narrate")
    assert [job.name for job in plan(folder).jobs] == ["wheel.glance.en"]


def test_one_asks_for_some_and_for_all_again(folder: Path) -> None:
    list(render_all(folder, HummingEngine()))
    wish = Wish(("en",), (Depth.GLANCE,), ("wheel",), again=True)
    assert [(job.name, job.reason) for job in plan(folder, wish).jobs] == [("wheel.glance.en", Reason.ASKED)]
    for strange, code in (
        (Wish(stops=("cellar",)), "authoring.no-such-stop"),
        (Wish(languages=("xx",)), "authoring.no-such-language"),
    ):
        with pytest.raises(KioskError) as refused:
            plan(folder, strange)
        assert refused.value.code == code


def test_an_engine_that_gives_up_leaves_what_was_done(folder: Path) -> None:
    jobs = plan(folder).jobs
    engine = HummingEngine()
    engine.dies_at = jobs[2].text[:30]
    with pytest.raises(KioskError) as failed:
        list(render_all(folder, engine))
    assert failed.value.code == "narration.speech-failed"
    assert plan(folder).jobs == jobs[2:]
    assert [one.job for one in render_all(folder, HummingEngine())] == list(jobs[2:])


def test_a_text_that_gives_no_sound_does_not_keep_the_others(folder: Path) -> None:
    done = list(render_all(folder, FakeEngine()))  # it is silent
    assert {one.error.code for one in done if one.error} == {"authoring.not-rendered"}
    assert all(one.error for one in done)
    assert not (folder / NOTES_FILE).exists()


def test_what_was_cut_off_is_swept_away_and_not_taken(folder: Path) -> None:
    (folder / "narrated").mkdir()
    (folder / "narrated/.wheel.glance.en.opus.unfinished").write_bytes(b"half")
    (folder / "narrated/wheel.glance.en.opus").write_bytes(b"without its line")
    assert [one.file for one in check(folder, "file_not_used")] == ["narrated/wheel.glance.en.opus"]
    list(render_all(folder, HummingEngine()))
    assert not list((folder / "narrated").glob(".*"))
    assert not check(folder, "file_not_used")


def test_notes_that_cannot_be_read_are_not_written_over(folder: Path) -> None:
    (folder / "narrated").mkdir()
    (folder / NOTES_FILE).write_text("no TOML [", encoding="utf-8")
    with pytest.raises(PackSourceError):
        list(render_all(folder, HummingEngine()))
    assert (folder / NOTES_FILE).read_text() == "no TOML ["


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "narrated").write_text("a file where the folder should be")
    with pytest.raises(KioskError) as refused:
        list(render_all(folder, HummingEngine()))
    assert refused.value.code == "authoring.not-written"


def test_the_way_is_told_in_words_and_in_time(folder: Path) -> None:
    seen: list[Progress] = []
    now = iter(range(0, 10_000, 10))
    chosen = find_narrator([HummingEngine()], "en")
    assert chosen is not None
    jobs = plan(folder).jobs
    list(narrate(folder, jobs, {"en": chosen}, {}, seen.append, lambda: next(now)))
    assert seen[0].words == f"Rendering {jobs[0].name} (1 of {len(jobs)})"
    assert seen[0].remaining_s is None
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    assert seen[1].remaining_s == pytest.approx(10 * (seen[1].total - seen[1].done) / seen[1].done, rel=1)
    assert seen[-1].done == seen[-1].total == sum(len(job.text) for job in jobs)


def test_the_check_counts_a_rendering_as_recorded_once(folder: Path) -> None:
    from kiosk.authoring.check_coverage import measure_coverage

    list(render_all(folder, HummingEngine()))
    write(folder, "recordings/recordings.toml", VOICES)
    write_tone(folder / "recordings/wheel.glance.en.flac", 220, 9)
    source = examine_source(folder, Findings())
    wheel = next(stop for stop in source.stops if stop.id == "wheel")
    kinds = [one.voice_kind for one in wheel.recordings if one.depth is Depth.GLANCE]
    assert sorted(kinds) == [VoiceKind.COMPUTER, VoiceKind.PERSON]
    english = measure_coverage(source)[0]
    assert english.recordings[Depth.GLANCE] == english.texts[Depth.GLANCE]


def test_the_best_voice_is_chosen_and_any_can_be_asked_for() -> None:
    plain, better = FakeEngine("en", "ar", name="pyttsx3"), FakeEngine("en", "hi", name="kokoro")
    best = find_narrator([plain, better], "en")
    assert best is not None
    assert best.engine is better
    assert best.describe().credit == "Computer voice kokoro en, Kokoro-82M (Apache-2.0)"
    arabic = find_narrator([plain, better], "ar")
    assert arabic is not None
    assert arabic.key == "pyttsx3-pyttsx3/ar"
    asked = find_narrator([plain, better], "en", "pyttsx3/en")
    assert asked is not None
    assert asked.engine is plain
    assert find_narrator([plain, better], "hi", "pyttsx3/en") is None
    better.fails_with = "narration.speech-failed"
    assert find_narrator([better], "hi") is None
