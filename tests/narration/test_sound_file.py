from pathlib import Path

import pytest
import soundfile

from kiosk.model.errors import KioskError
from kiosk.narration.sound_file import check_sound_suffix, write_recording, write_speech
from kiosk.speech.engine import SpeechClip
from kiosk.speech.silence import make_silence
from tests.fakes.tones import write_tone

CLIPS = [SpeechClip(make_silence(length_ms, 22_050), length_ms) for length_ms in (300, 500)]


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".mp3", ".ogg", ".opus"])
def test_clips_become_one_file_of_their_length(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"story{suffix}"
    assert write_speech(CLIPS, target) == pytest.approx(800, abs=2)
    with soundfile.SoundFile(str(target)) as sound:
        assert sound.frames * 1000 / sound.samplerate == pytest.approx(800, abs=80)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("as_bytes", [True, False])
def test_a_recording_is_written_in_the_format_asked_for(tmp_path: Path, as_bytes: bool) -> None:
    source = write_tone(tmp_path / "tone.opus", 500)
    target = tmp_path / "tone.wav"
    assert write_recording(source.read_bytes() if as_bytes else source, target) == pytest.approx(500, abs=20)
    assert soundfile.info(str(target)).format == "WAV"


def test_an_unknown_suffix_is_refused_before_anything_is_spoken() -> None:
    with pytest.raises(KioskError) as refused:
        check_sound_suffix(Path("story.xyz"))
    assert refused.value.code == "narration.unknown-format"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as refused:
        write_speech(CLIPS, tmp_path / "nowhere" / "story.wav")
    assert refused.value.code == "narration.not-written"


def test_a_damaged_recording_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as refused:
        write_recording(b"OggS nonsense", tmp_path / "story.wav")
    assert refused.value.code == "narration.not-written"
    assert list(tmp_path.iterdir()) == []
