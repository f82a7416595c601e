"""Timing recordings: what is to do, what is done of it, what is refused, and what a check says of it afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.authoring.align import Timed, align_all
from kiosk.authoring.align_plan import AlignJob, TimingState, make_align_plan
from kiosk.authoring.aligning.timing_note import find_note
from kiosk.authoring.check import check_source
from kiosk.authoring.narrate_plan import Wish
from kiosk.model.content import Depth
from kiosk.model.errors import KioskError
from kiosk.narration.captions import parse_timings
from kiosk.packs.findings import Finding, Findings
from kiosk.packs.progress import Progress
from kiosk.packs.sound.resampling import Samples
from kiosk.packs.source import examine_source
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.authoring.faulty_sources import change, write
from tests.authoring.spoken_mill import OTHER, SOUND, STORY, record, speak
from tests.packs.small_source import write_small_source

CAPTIONS = "recordings/wheel.story.en.vtt"
HAND_MADE = "WEBVTT\n\n00:00.500 --> 00:03.000\nThe wheel has turned since 1742.\n"


@pytest.fixture(scope="module")
def speech() -> Iterator[RankedSpeech]:
    made = RankedSpeech([PyttsxEngine()])
    if not made.voices():
        pytest.skip("eSpeak NG is not installed here")
    yield made
    made.close()


@pytest.fixture(scope="module")
def story(speech: RankedSpeech) -> tuple[Samples, int]:
    return speak(speech, STORY)


@pytest.fixture
def folder(tmp_path: Path, story: tuple[Samples, int]) -> Path:
    """A small source with one recording: the wheel's story."""
    folder = write_small_source(tmp_path / "mill")
    shutil.rmtree(folder / "recordings")
    record(folder, *story)
    return folder


@pytest.fixture(scope="module")
def timed_once(
    tmp_path_factory: pytest.TempPathFactory, speech: RankedSpeech, story: tuple[Samples, int]
) -> tuple[Path, Timed]:
    """Such a source, timed, and what became of its one recording."""
    folder = write_small_source(tmp_path_factory.mktemp("timed") / "mill")
    shutil.rmtree(folder / "recordings")
    record(folder, *story)
    (timed,) = align(folder, speech)
    return folder, timed


@pytest.fixture
def timed_folder(tmp_path: Path, timed_once: tuple[Path, Timed]) -> Path:
    """A copy of the timed source, to change."""
    return Path(shutil.copytree(timed_once[0], tmp_path / "timed"))


def plan(folder: Path, wish: Wish | None = None) -> tuple[AlignJob, ...]:
    return make_align_plan(examine_source(folder, Findings()), wish or Wish())


def align(folder: Path, speech: RankedSpeech, wish: Wish | None = None) -> list[Timed]:
    jobs = [job for job in plan(folder, wish) if job.state.is_timed]
    return list(align_all(jobs, speech, {}))


def check(folder: Path, kind: str) -> list[Finding]:
    return [one for one in check_source(folder, decoding=False).findings if one.kind == kind]


def read(folder: Path) -> str:
    return (folder / CAPTIONS).read_text(encoding="utf-8")


def test_each_word_gets_its_time_and_each_sentence_its_caption(timed_once: tuple[Path, Timed]) -> None:
    folder, timed = timed_once
    cues = parse_timings(read(folder), STORY)
    assert timed.error is None
    assert timed.words == len(STORY.split())
    assert [cue.text for cue in cues] == [
        "The wheel has turned since 1742.",
        "A narrow channel brings the water from the river, and it falls on the blades.",
        "Two stones lie above.",
        "The lower one never moves, the upper one turns once in a second.",
        "Flour runs out between them.",
    ]
    assert all(len(cue.words) == len(cue.text.split()) for cue in cues)
    assert timed.note is not None
    assert timed.note.is_sure


def test_what_is_up_to_date_is_left_alone(timed_folder: Path) -> None:
    assert [job.state for job in plan(timed_folder)] == [TimingState.CURRENT]
    assert [job.state for job in plan(timed_folder, Wish(again=True))] == [TimingState.ASKED]
    assert not check(timed_folder, "timings_stale")
    assert not check(timed_folder, "timings_unsure")


def test_a_text_that_changes_is_timed_anew_and_a_check_tells(timed_folder: Path) -> None:
    change(timed_folder, "stops/wheel/en.toml", "Two stones", "Two heavy stones")
    assert [job.state for job in plan(timed_folder)] == [TimingState.CHANGED]
    assert len(check(timed_folder, "timings_stale")) == 1


def test_a_sound_that_changes_is_timed_anew(timed_folder: Path, story: tuple[Samples, int]) -> None:
    sound, rate_hz = story
    soundfile.write(str(timed_folder / SOUND), np.concatenate([np.zeros(rate_hz), sound]), rate_hz)
    assert [job.state for job in plan(timed_folder)] == [TimingState.CHANGED]


def test_captions_made_by_hand_are_written_over_only_when_asked(folder: Path, speech: RankedSpeech) -> None:
    write(folder, CAPTIONS, HAND_MADE)
    assert align(folder, speech) == []
    assert read(folder) == HAND_MADE
    align(folder, speech, Wish(again=True))
    assert find_note(read(folder)) is not None


def test_another_text_is_refused_and_nothing_is_written(folder: Path, speech: RankedSpeech) -> None:
    change(folder, "stops/wheel/en.toml", STORY, OTHER)
    (timed,) = align(folder, speech)
    assert timed.error is not None
    assert timed.error.code == "authoring.recording-differs"
    assert not (folder / CAPTIONS).exists()


def test_a_text_in_another_language_is_refused(folder: Path, speech: RankedSpeech) -> None:
    record(
        folder,
        *speak(
            speech,
            "Das Rad dreht sich seit vielen Jahren. Das Wasser fällt vom Kanal auf die Schaufeln. " * 2,
            "de",
        ),
    )
    (timed,) = align(folder, speech)
    assert timed.error is not None
    assert timed.error.code == "authoring.recording-differs"


def test_where_no_words_are_found_in_a_recording_far_too_loud_that_is_said(
    folder: Path, speech: RankedSpeech, story: tuple[Samples, int]
) -> None:
    sound, rate_hz = story
    record(folder, np.clip(sound * 30, -1, 1), rate_hz, OTHER)
    (timed,) = align(folder, speech)
    assert timed.error is not None
    assert timed.error.code == "authoring.recording-unfit"
    assert "% of it is cut off (clipping)" in str(timed.error)


def test_a_sentence_that_is_not_told_as_written_is_named(folder: Path, speech: RankedSpeech) -> None:
    told = STORY.replace("Two stones lie above.", "My grandmother kept yellow bees behind the church.")
    record(folder, *speak(speech, told))
    (timed,) = align(folder, speech)
    assert timed.note is not None
    assert not timed.note.is_sure
    assert "caption" in check(folder, "timings_unsure")[0].what


@pytest.mark.parametrize(
    ("sound", "code"),
    [
        (np.zeros(24_000 * 14), "authoring.recording-unfit"),
        (np.random.default_rng(0).standard_normal(24_000 * 14) * 0.1, "authoring.recording-unfit"),
        (np.sin(np.arange(24_000 * 14)) * 0.5, "authoring.recording-unfit"),
        (np.tile(np.r_[np.sin(np.arange(12_000)), np.zeros(12_000)], 1), "authoring.recording-differs"),
        (np.tile(np.r_[np.sin(np.arange(12_000)), np.zeros(12_000)], 120), "authoring.recording-differs"),
        (np.full(24_000 * 14, np.nan), "authoring.recording-unfit"),
    ],
    ids=["silence", "hiss", "tone", "a second", "two minutes", "no numbers"],
)
def test_what_is_no_narration_is_refused_in_words(
    folder: Path, speech: RankedSpeech, sound: Samples, code: str
) -> None:
    soundfile.write(str(folder / SOUND), sound, 24_000, subtype="FLOAT")
    (timed,) = align(folder, speech)
    assert timed.error is not None
    assert timed.error.code == code
    assert not (folder / CAPTIONS).exists()


def test_a_file_that_is_no_sound_does_not_keep_the_others_from_being_timed(
    folder: Path, speech: RankedSpeech
) -> None:
    write(folder, "recordings/hall.glance.en.opus", "OggS, but not really")
    outcomes = {one.job.recording.file.name: one.error for one in align(folder, speech)}
    failed = outcomes["hall.glance.en.opus"]
    assert failed is not None
    assert failed.code == "authoring.recording-unfit"
    assert outcomes["wheel.story.en.wav"] is None


def test_a_language_without_a_voice_is_told(folder: Path) -> None:
    mute = RankedSpeech([])
    (timed,) = align(folder, mute)
    assert timed.error is not None
    assert timed.error.code == "narration.no-voice"


def test_stopped_in_between_nothing_is_lost_and_nothing_half_written(
    folder: Path, speech: RankedSpeech
) -> None:
    shutil.copy(folder / SOUND, folder / "recordings/hall.glance.en.wav")
    jobs = [job for job in plan(folder) if job.state.is_timed]
    told: list[Progress] = []
    work = align_all(jobs, speech, {}, told.append)
    next(work)
    del work  # as Ctrl-C does
    assert [progress.words for progress in told] == ["Timing wheel.story.en.wav (1 of 2)"]
    assert sorted(job.state.is_timed for job in plan(folder)) == [False, True]
    assert not list((folder / "recordings").glob(".*"))


@pytest.mark.parametrize(
    "wish", [Wish(stops=("garden",)), Wish(languages=("hi",)), Wish(depths=(Depth.DEEP,))]
)
def test_only_what_is_asked_for_is_timed(folder: Path, wish: Wish) -> None:
    assert plan(folder, wish) == ()


def test_a_stop_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(KioskError, match="no-such-stop"):
        plan(folder, Wish(stops=("nowhere",)))
    with pytest.raises(KioskError, match="no-such-language"):
        plan(folder, Wish(languages=("xx",)))


def test_a_recording_without_a_text_has_nothing_to_follow(folder: Path) -> None:
    (folder / SOUND).rename(folder / "recordings/wheel.deep.en.wav")
    assert [job.state for job in plan(folder)] == [TimingState.NO_TEXT]
