"""What a computer's voice rendered, as it is read from a pack's source."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.findings import Findings, Severity
from kiosk.packs.narrated_notes import (
    NOTES_FILE,
    Narrated,
    NarratedNotes,
    NarratingVoice,
    format_notes,
    hash_text,
    read_notes,
)
from kiosk.packs.pack_source import RecordingSource
from kiosk.packs.source_narrated import add_narrated

STOPS = frozenset({"wheel", "hall"})
HEART = NarratingVoice("kokoro", "af_heart", "Computer voice Heart", "Apache-2.0")
LINE = Narrated("heart", "a" * 32, "")


def write_notes(folder: Path, *names: str, sounds: bool = True) -> Path:
    (folder / "narrated").mkdir(exist_ok=True)
    notes = NarratedNotes({"heart": HEART}, dict.fromkeys(names, LINE))
    (folder / NOTES_FILE).write_text(format_notes(notes), encoding="utf-8")
    for name in names if sounds else ():
        (folder / f"narrated/{name}.opus").write_bytes(b"a sound")
        (folder / f"narrated/{name}.vtt").write_text("WEBVTT\n", encoding="utf-8")
    return folder


def read(folder: Path, *recorded: RecordingSource) -> tuple[dict[str, list[RecordingSource]], Findings]:
    findings = Findings()
    before = {"wheel": list(recorded)} if recorded else {}
    return add_narrated(folder, before, STOPS, ("en", "hi"), findings), findings


def recorded_by(kind: VoiceKind) -> RecordingSource:
    return RecordingSource(Path("wheel.story.en.wav"), "en", Depth.STORY, kind, "Somebody", "")


def test_a_rendering_is_a_computers_voice_with_credit_and_captions(tmp_path: Path) -> None:
    found, findings = read(write_notes(tmp_path, "wheel.story.en"))
    (one,) = found["wheel"]
    assert (one.depth, one.language, one.voice_kind) == (Depth.STORY, "en", VoiceKind.COMPUTER)
    assert (one.credit, one.timings) == ("Computer voice Heart", "WEBVTT\n")
    assert not findings.all


def test_nothing_was_rendered(tmp_path: Path) -> None:
    assert read(tmp_path, recorded_by(VoiceKind.PERSON))[0] == {"wheel": [recorded_by(VoiceKind.PERSON)]}


def test_a_rendering_stands_by_beside_a_person(tmp_path: Path) -> None:
    found, findings = read(write_notes(tmp_path, "wheel.story.en"), recorded_by(VoiceKind.PERSON))
    assert [one.voice_kind for one in found["wheel"]] == [VoiceKind.PERSON, VoiceKind.COMPUTER]
    assert not findings.all


def test_a_computers_voice_that_was_put_there_stays(tmp_path: Path) -> None:
    found, findings = read(write_notes(tmp_path, "wheel.story.en"), recorded_by(VoiceKind.COMPUTER))
    assert [one.credit for one in found["wheel"]] == ["Somebody"]
    assert [finding.kind for finding in findings.all] == ["used_twice"]


def test_a_sound_that_is_gone_is_told(tmp_path: Path) -> None:
    found, findings = read(write_notes(tmp_path, "wheel.story.en", sounds=False))
    assert not found
    assert [(one.kind, one.severity) for one in findings.all] == [("recording_missing", Severity.WARNING)]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write_notes(tmp_path, "wheel.story.en", sounds=False)
    (tmp_path / "elsewhere").write_bytes(b"a secret")
    (tmp_path / "narrated/wheel.story.en.opus").symlink_to(tmp_path / "elsewhere")
    assert not read(tmp_path)[0]


@pytest.mark.parametrize(
    "name", ["cellar.story.en", "wheel.loud.en", "wheel.story.de", "wheel", "", "../../etc.story.en"]
)
def test_a_line_for_no_text_of_the_pack_is_told_and_not_taken(tmp_path: Path, name: str) -> None:
    found, findings = read(write_notes(tmp_path, name, sounds=False))
    assert not found
    assert [finding.kind for finding in findings.all] == ["file_not_used"]


@pytest.mark.parametrize(
    "text",
    [
        "no TOML [",
        "rendered = 3\n",
        '[voices]\nheart = "Heart"\n[rendered]\n',
        '[voices]\n[rendered]\n"wheel.story.en" = { voice = "nobody", text = "a", said = "" }\n',
        '[voices]\n[rendered]\n"wheel.story.en" = { voice = 1 }\n',
    ],
)
def test_notes_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    write_notes(tmp_path, "wheel.story.en")
    (tmp_path / NOTES_FILE).write_text(text, encoding="utf-8")
    found, findings = read(tmp_path)
    assert not found
    assert any(finding.severity.refuses for finding in findings.all)


WORDS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
    .map(str.strip)
    .filter(bool)
)
NAMES = st.text(string.ascii_lowercase + ".-_\"'\\ é", min_size=1, max_size=20)


@settings(max_examples=40)
@given(st.dictionaries(NAMES, st.builds(Narrated, st.just("v"), WORDS, WORDS), min_size=1), WORDS)
def test_notes_are_read_as_they_were_written(lines: dict[str, Narrated], credit: str) -> None:
    import tempfile

    notes = NarratedNotes({"v": NarratingVoice("kokoro", "v", credit, "")}, lines)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "narrated").mkdir()
        (place / NOTES_FILE).write_text(format_notes(notes), encoding="utf-8")
        findings = Findings()
        again = read_notes(place, findings)
    assert not findings.all
    assert set(again.rendered) == set(lines)
    assert format_notes(again) == format_notes(
        NarratedNotes(again.voices, {name: again.rendered[name] for name in lines})
    )


def test_blanks_do_not_make_another_text() -> None:
    assert hash_text("It turns.\n\nStill.") == hash_text("It  turns.\n\n Still. ")
    assert hash_text("It turns.") != hash_text("It turned.")
    assert hash_text("It turns.\n\nStill.") != hash_text("It turns. Still.")
