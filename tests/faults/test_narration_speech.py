"""The speech worker hangs, dies, lies, or is not there: the engine says so in words and recovers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.speech import sound_folder
from kiosk.speech.engine import SpeechClip, find_voice
from kiosk.speech.pyttsx_engine import WORKER_MODULE, PyttsxEngine
from kiosk.speech.worker_process import WorkerLateError, WorkerProcess, own_python_module
from tests.fakes.said_as_written import take_literally
from tests.faults.speech_kills import SENTENCES, Round

BAD_WORKER = Path(__file__).parents[1] / "fakes" / "bad_worker.py"
HOUSE = Path(__file__).parents[2]

Make = Callable[[str], PyttsxEngine]


def speak(engine: PyttsxEngine, text: str) -> SpeechClip:
    voice = find_voice(engine.voices(), "en")
    assert voice is not None
    return engine.synthesise(take_literally(text, "en"), voice)


@pytest.fixture
def make_bad() -> Iterator[Make]:
    made: list[PyttsxEngine] = []

    def make(how: str) -> PyttsxEngine:
        made.append(PyttsxEngine([sys.executable, str(BAD_WORKER), how], speak_timeout_s=0.3))
        made[-1].voices()
        return made[-1]

    yield make
    for engine in made:
        engine.close()


@pytest.fixture
def engine() -> Iterator[PyttsxEngine]:
    made = PyttsxEngine()
    if not made.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("hangs", "narration.speech-failed"),
        ("dies", "narration.speech-failed"),
        ("babbles", "narration.speech-failed"),
        ("lists", "narration.speech-failed"),
        ("muddles", "narration.speech-failed"),
        ("forgets", "narration.speech-failed"),
        ("damages", "narration.speech-failed"),
        ("refuses", "narration.no-voice"),
    ],
)
def test_a_worker_that_misbehaves_is_told_in_words(make_bad: Make, how: str, code: str) -> None:
    with pytest.raises(KioskError) as failed:
        speak(make_bad(how), "Look up!")
    assert failed.value.code == code


def test_where_there_is_no_folder_for_sounds_it_is_said(
    engine: PyttsxEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_folder, "MEMORY_FOLDER", str(tmp_path / "nowhere"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(KioskError) as failed:
        speak(engine, "Look up!")
    assert failed.value.code == "narration.speech-failed"
    monkeypatch.undo()
    assert speak(engine, "Look up!").duration_ms > 0


def test_a_folder_that_is_tidied_away_is_made_again(
    engine: PyttsxEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_folder, "MEMORY_FOLDER", str(tmp_path))
    for _ in range(2):
        assert speak(engine, "Look up!").duration_ms > 0
        (folder,) = tmp_path.iterdir()
        assert list(folder.iterdir()) == []  # nothing of what was said is left
        folder.rmdir()


def test_a_sound_that_cannot_be_written_is_told_at_once_not_waited_for(tmp_path: Path) -> None:
    # What pyttsx3 raises is raised in espeak-ng's own thread, where nobody hears of it.
    with closing(WorkerProcess(own_python_module(WORKER_MODULE))) as worker:
        if not worker.ask({"id": 1, "do": "voices"}, 10)["voices"]:
            pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
        request = {"do": "speak", "voice": "gmw/en", "text": "Look up!", "rate": 1, "phonemes": []}
        for number, name in enumerate(("nowhere/sound.wav", "sound.wav"), 2):
            answer = worker.ask({**request, "id": number, "path": str(tmp_path / name)}, 3)
            assert answer["ok"] is (name == "sound.wav")


def test_a_worker_that_cannot_be_started() -> None:
    engine = PyttsxEngine(["/nowhere/at/all"])
    with pytest.raises(KioskError) as failed:
        engine.voices()
    assert failed.value.code == "narration.speech-failed"
    engine.close()


def test_a_killed_worker_is_replaced_and_nothing_is_lost(engine: PyttsxEngine) -> None:
    for _ in range(3):
        process_id = engine.worker_process_id
        assert process_id is not None
        os.kill(process_id, signal.SIGKILL)
        assert speak(engine, "The tower was begun in 1199.").duration_ms > 1_000
        assert engine.worker_process_id != process_id


def test_a_hundred_utterances_are_each_whole(engine: PyttsxEngine) -> None:
    # pyttsx3's own loop now and then cancels an utterance that is under way, and the sound is cut.
    texts = ["The tower was begun in 1199.", "Look up!", "It leans a little, and nobody knows since when."]
    whole = [speak(engine, text).duration_ms for text in texts]
    for round_ in range(100):
        text = round_ % len(texts)
        assert speak(engine, texts[text]).duration_ms == pytest.approx(whole[text], abs=40)


def test_a_worker_that_is_killed_at_random_loses_nothing_and_doubles_nothing() -> None:
    # ./run bench speech does it with 10,000.
    engine = PyttsxEngine(speak_timeout_s=0.5)
    if not engine.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    outcome = Round(engine, seed=5, sentences=SENTENCES[:10]).run(60, kill_every_s=0.3, hangs=0.1)
    engine.close()
    assert (outcome.wrong, outcome.failed, outcome.right) == ([], [], outcome.asked)
    assert outcome.kills + outcome.hangs >= 1


def test_markup_is_spoken_not_obeyed(engine: PyttsxEngine) -> None:
    plain = speak(engine, "Hello").duration_ms
    for text in (
        '<break time="9s"/>Hello',
        "<speak>Hello</speak>",
        "[[h@l'oU]] Hello",
        "\x00\x1bHello\ud800",
    ):
        assert plain - 60 <= speak(engine, text).duration_ms < 6_000
    assert speak(engine, "<speak>Hello</speak>").duration_ms > plain


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_the_worker_goes_when_the_app_is_killed() -> None:
    program = (
        "import sys, time; from kiosk.speech.pyttsx_engine import PyttsxEngine; "
        "engine = PyttsxEngine(); engine.voices(); print(engine.worker_process_id, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=HOUSE) as app:
        assert app.stdout is not None
        worker = Path("/proc") / app.stdout.readline().decode().strip()
        assert worker.exists()
        app.kill()
        app.wait()
    deadline = time.monotonic() + 30
    while _is_running(worker):
        assert time.monotonic() < deadline, "the worker is still there"
        time.sleep(0.02)


def _is_running(process: Path) -> bool:
    try:
        return "zombie" not in (process / "status").read_text()
    except OSError:  # gone, perhaps between being found and being read
        return False


def test_a_worker_that_reads_nothing_keeps_nobody_waiting() -> None:
    """A long text is more than a pipe holds."""
    command = [sys.executable, "-c", "import time; time.sleep(600)"]
    with closing(WorkerProcess(command)) as worker, pytest.raises(WorkerLateError):
        worker.ask({"id": 1, "text": "क" * 40_000}, 0.3)
