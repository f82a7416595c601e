"""A curator lets a computer's voice tell what nobody recorded, and a visitor hears it, and who it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from kiosk.app.preview import install_preview
from kiosk.model.content import Depth, Stop, VoiceKind
from kiosk.narration.captions import parse_timings
from kiosk.narration.choose import NarrationKind, Speaker, choose_narration
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.speech import espeak_phonemes
from tests.packs.kiosk_command import Kiosk
from tests.packs.small_source import write_small_source, write_tone

GetStop = Callable[[str], Stop]
pytestmark = pytest.mark.skipif(not espeak_phonemes.is_there(), reason="no espeak-ng on this machine")
PERSON = '[voice.en]\ncredit = "Read by Ada"\nkind = "person"\n'


@pytest.fixture
def kiosk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    monkeypatch.delenv("KIOSK_KOKORO", raising=False)
    return Kiosk(tmp_path / "device", capsys)


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = write_small_source(tmp_path / "mill")
    shutil.rmtree(folder / "recordings")
    return folder


@pytest.fixture
def get_stop(mill: Path, tmp_path: Path) -> Iterator[GetStop]:
    """Builds the pack, and returns its stops as an English visitor gets them."""
    with ExitStack() as opened:

        def get(stop: str) -> Stop:
            (tmp_path / "preview").mkdir(exist_ok=True)
            install_preview(mill, tmp_path / "preview")
            store = opened.enter_context(closing(PackStore(tmp_path / "preview", trusting=PREVIEW)))
            library = opened.enter_context(closing(store.open_library()))
            return library.get_stop(stop, "en")

        yield get


def test_what_nobody_recorded_is_heard_as_a_computers_voice(
    kiosk: Kiosk, mill: Path, get_stop: GetStop
) -> None:
    assert kiosk.pack("narrate", mill, "--engine", "pyttsx3", "--language", "en", "--depth", "story") == 0
    assert "Rendered 2 " in kiosk.said

    told = choose_narration(get_stop("mill/wheel"), "en", Depth.STORY, "en", lambda _: True)

    assert told.kind is NarrationKind.RECORDING
    assert told.speaker is Speaker.COMPUTER
    assert told.credit == "Computer voice, eSpeak NG"
    assert told.recording is not None
    words = [word for cue in parse_timings(told.recording.timings, told.text) for word in cue.words]
    assert [told.text[word.start : word.end] for word in words] == told.text.split()


def test_a_person_is_heard_before_the_computer_and_both_are_there(
    kiosk: Kiosk, mill: Path, get_stop: GetStop
) -> None:
    assert (
        kiosk.pack(
            "narrate", mill, "--engine", "pyttsx3", "--stops", "1", "--depth", "story", "--language", "en"
        )
        == 0
    )
    (mill / "recordings").mkdir()
    (mill / "recordings/recordings.toml").write_text(PERSON, encoding="utf-8")
    write_tone(mill / "recordings/wheel.story.en.opus", 220, 3)

    told = choose_narration(get_stop("mill/wheel"), "en", Depth.STORY, "en", lambda _: True)

    assert (told.speaker, told.credit) == (Speaker.PERSON, "Read by Ada")
    assert told.otherwise is not None
    assert told.otherwise.speaker is Speaker.COMPUTER
    assert told.otherwise.recording is not None
    assert told.otherwise.recording.voice_kind is VoiceKind.COMPUTER


def test_without_a_better_voice_it_says_so_and_what_to_do(kiosk: Kiosk, mill: Path) -> None:
    assert kiosk.pack("narrate", mill) == 1
    assert "[authoring.no-narrator]" in kiosk.said
    assert "narrate-a-pack.md" in kiosk.said
    assert not (mill / "narrated").exists()
    assert kiosk.pack("narrate", mill, "--engine", "pyttsx3", "--voice", "nobody") == 1
    assert "a voice called nobody" in kiosk.said


def test_it_tells_beforehand_what_it_would_do(kiosk: Kiosk, mill: Path) -> None:
    words = ("narrate", mill, "--engine", "pyttsx3", "--language", "en", "--depth", "glance", "--list")
    assert kiosk.pack(*words) == 0
    assert "wheel.glance.en  not recorded" in kiosk.said
    assert "3 to render" in kiosk.said
    *jobs, outcome = kiosk.objects(*words)
    assert {job["engine"] for job in jobs} == {"pyttsx3"}
    assert (outcome["result"], outcome["to_render"]) == ("listed", 3)
    assert not (mill / "narrated").exists()


def test_programs_get_an_object_for_each_text_and_the_sum(kiosk: Kiosk, mill: Path) -> None:
    words = ("narrate", mill, "--engine", "pyttsx3", "--language", "en", "--depth", "glance")
    *made, outcome = kiosk.objects(*words)
    assert sorted(one["rendered"] for one in made) == [
        "garden.glance.en",
        "hall.glance.en",
        "wheel.glance.en",
    ]
    assert all(one["duration_ms"] > 500 for one in made)
    assert (outcome["result"], outcome["rendered"], outcome["up_to_date"]) == ("narrated", 3, 0)
    (again,) = kiosk.objects(*words)
    assert (again["rendered"], again["up_to_date"]) == (0, 3)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--stops", "cellar"), "authoring.no-such-stop"),
        (("--language", "sv"), "authoring.no-such-language"),
    ],
)
def test_what_the_pack_has_not_is_refused_in_words(
    kiosk: Kiosk, mill: Path, words: tuple[str, ...], code: str
) -> None:
    assert kiosk.pack("narrate", mill, *words) == 1
    assert f"[{code}]" in kiosk.said


def test_a_table_is_told_to_become_a_source_first(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "stops.csv").write_text("stop_number,language,title\n1,en,The mill\n", encoding="utf-8")
    assert kiosk.pack("narrate", tmp_path) == 1
    assert "[authoring.only-a-table]" in kiosk.said


def test_a_folder_that_is_no_source_is_refused(kiosk: Kiosk, tmp_path: Path) -> None:
    assert kiosk.pack("narrate", tmp_path) == 1
    assert "[packs.source-missing]" in kiosk.said
