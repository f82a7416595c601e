"""The media a table names: found in spite of how they are written, looked into, and told of."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from kiosk.authoring.picture_look import look_at_picture
from kiosk.authoring.sound_look import look_at_sound
from tests.authoring.desks import AUDIO, IMAGE, Desk, Rows, find, format_csv, make_rows, told


def test_files_that_are_there_need_no_word(desk: Desk) -> None:
    desk.add_sound("a.wav")
    desk.add_sound("more/b.wav")

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = "a.wav"
        rows[1][AUDIO] = "more/b.wav"

    table = desk.read_changed(change)
    assert told(table) == []
    assert [row.audio.name if row.audio else "" for row in table.rows][:3] == ["a.wav", "b.wav", ""]


def test_files_that_are_missing_are_asked_for_with_the_nearest(desk: Desk) -> None:
    desk.add_sound("stop_04_sv.wav")

    def change(rows: Rows) -> None:
        rows[7][AUDIO] = "stop_04_sv.mp3"
        rows[0][IMAGE] = rows[1][IMAGE] = "gate.jpg"

    table = desk.read_changed(change)
    assert told(table) == [
        ("image_missing", "ask", (2, 3), "image_file"),
        ("audio_missing", "ask", (9,), "audio_file"),
        ("file_not_used", "note", (), ""),
    ]
    assert "perhaps it is stop_04_sv.wav" in find(table, "audio_missing").what


@pytest.mark.parametrize(
    ("there", "named", "kind"),
    [
        ("Stop_01.WAV", "stop_01.wav", "name_case_differs"),
        (unicodedata.normalize("NFD", "brunnen på.wav"), "brunnen på.wav", "name_form_differs"),
        ("brunnen på.wav", unicodedata.normalize("NFD", "brunnen på.wav"), "name_form_differs"),
        ("stop 01.wav", "stop%2001.wav", "name_form_differs"),
        ("stop_01.wav", "media/stop_01.wav", "name_form_differs"),
        ("stop_01.wav", "C:\\Users\\Anna\\stop_01.wav", "name_form_differs"),
        ("stop_01.wav", "./stop_01.wav", "name_form_differs"),
        ("sounds/stop_01.wav", "stop_01.wav", "name_form_differs"),
    ],
)
def test_names_that_are_written_otherwise(desk: Desk, there: str, named: str, kind: str) -> None:
    desk.add_sound(there)

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = named

    table = desk.read_changed(change)
    assert told(table) == [(kind, "note", (2,), "audio_file")]
    assert find(table, kind).media == there
    assert table.rows[0].audio is not None


def test_the_same_name_in_two_folders_is_asked_about(desk: Desk) -> None:
    desk.add_sound("en/stop.wav")
    desk.add_sound("sv/stop.wav")

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = "stop.wav"

    table = desk.read_changed(change)
    assert told(table) == [("audio_missing", "ask", (2,), "audio_file")]
    assert "could be en/stop.wav or sv/stop.wav" in find(table, "audio_missing").what


def test_files_nobody_names_are_noted_but_not_litter_or_links(desk: Desk) -> None:
    desk.add_sound("old/intro.wav")
    for litter in (".DS_Store", "Thumbs.db", "desktop.ini", "._stop.wav", "~$stops.xlsx"):
        (desk.media / litter).write_bytes(b"x")
    (desk.media / "link.wav").symlink_to(desk.media / "old/intro.wav")
    table = desk.read(format_csv(make_rows()))
    assert told(table) == [("file_not_used", "note", (), "")]
    assert find(table, "file_not_used").media == "old/intro.wav"


def cut(path: Path, keep: float) -> Path:
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * keep)])
    return path


def write_sound(path: Path, form: str, subtype: str | None = None) -> Path:
    tone = np.sin(np.arange(48_000) / 20) * 0.3
    soundfile.write(path, tone, 24_000, format=form, subtype=subtype)
    return path


@pytest.mark.parametrize(
    ("name", "form", "subtype"),
    [
        ("a.wav", "WAV", None),
        ("a.mp3", "MP3", None),
        ("a.flac", "FLAC", None),
        ("a.opus", "OGG", "OPUS"),
        ("a.ogg", "OGG", "VORBIS"),
    ],
)
def test_sounds_whole_and_cut_short(tmp_path: Path, name: str, form: str, subtype: str | None) -> None:
    path = write_sound(tmp_path / name, form, subtype)
    assert look_at_sound(path) == look_at_sound(path)
    assert (look_at_sound(path).marks, look_at_sound(path).is_usable) == ((), True)
    for keep in (0.9, 0.5):
        look = look_at_sound(cut(path, keep))
        assert [kind for kind, _ in look.marks] == ["audio_cut_short"], (name, keep, look)
        assert not look.is_usable


def test_an_mp3_without_a_head_that_tells_its_length(tmp_path: Path) -> None:
    """A stream cut from a longer one: only its frames say that the last is not whole."""
    raw = write_sound(tmp_path / "a.mp3", "MP3").read_bytes()
    first = raw.index(b"\xff\xf3")
    frames = raw[raw.index(b"\xff\xf3", first + 4) :]
    path = tmp_path / "b.mp3"
    path.write_bytes(frames[: len(frames) // 2])
    assert [kind for kind, _ in look_at_sound(path).marks] == ["audio_cut_short"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.mp3", b"", "audio_empty"),
        ("noise.mp3", bytes(range(1, 250)) * 50, "audio_unreadable"),
        ("zeros.mp3", bytes(5000), "audio_unreadable"),
        ("picture.mp3", b"\x89PNG\r\n\x1a\n" + bytes(100), "audio_unreadable"),
        ("phone.m4a", b"\0\0\0\x20ftypM4A " + bytes(100), "audio_unreadable"),
        (
            "head.wav",
            b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0",
            "audio_empty",
        ),
    ],
)
def test_sounds_that_cannot_be_used(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    look = look_at_sound(path)
    assert [mark for mark, _ in look.marks] == [kind]
    assert not look.is_usable


def test_broken_sounds_are_told_with_their_rows_and_the_texts_stay(desk: Desk) -> None:
    (desk.media / "empty.mp3").write_bytes(b"")
    write_sound(desk.media / "wave.mp3", "WAV")

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = "empty.mp3"
        rows[1][AUDIO] = rows[3][AUDIO] = "wave.mp3"

    table = desk.read_changed(change)
    assert told(table) == [
        ("audio_empty", "blocks", (2,), "audio_file"),
        ("file_type_differs_from_name", "note", (3, 5), "audio_file"),
    ]
    assert table.can_be_imported == "after_answers"
    assert table.rows[0].audio is None and table.rows[1].audio is not None


def test_pictures_are_told_by_what_they_hold(desk: Desk) -> None:
    desk.add_picture("huge.jpg", (6000, 4000), quality=20)
    desk.add_picture("print.jpg", mode="CMYK")
    turned = Image.Exif()
    turned[0x0112] = 6
    desk.add_picture("turned.jpg", exif=turned)
    desk.add_picture("named.jpg", format="PNG")
    cut(desk.add_picture("cut.jpg", (400, 300)), 0.5)
    cut(desk.add_picture("cut.png", (400, 300)), 0.5)
    desk.add_picture("old.gif", format="GIF")
    (desk.media / "drawn.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    names = ("huge.jpg", "print.jpg", "turned.jpg", "named.jpg", "cut.jpg", "cut.png", "old.gif", "drawn.svg")

    def change(rows: Rows) -> None:
        for row, name in zip(rows, names, strict=True):
            row[IMAGE] = name

    table = desk.read_changed(change)
    assert sorted((one.kind, one.severity.weight, one.rows, one.media) for one in table.findings) == [
        ("file_type_differs_from_name", "note", (5,), "named.jpg"),
        ("image_colours_for_print", "note", (3,), "print.jpg"),
        ("image_rotated_by_tag", "note", (4,), "turned.jpg"),
        ("image_unreadable", "blocks", (6,), "cut.jpg"),
        ("image_unreadable", "blocks", (7,), "cut.png"),
        ("image_unreadable", "blocks", (8,), "old.gif"),
        ("image_very_large", "note", (2,), "huge.jpg"),
    ]
    assert [row.image is not None for row in table.rows] == [True] * 4 + [False] * 3 + [True]


def test_a_picture_of_far_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (12_000, 12_000)).save(path)
    look = look_at_picture(path)
    assert not look.is_usable
    assert "image_unreadable" in [kind for kind, _ in look.marks]


def test_without_a_media_folder_each_named_file_is_asked_for_once(desk: Desk) -> None:
    desk.media.rmdir()

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = "a.mp3"
        rows[1][AUDIO] = "b.mp3"

    table = desk.read_changed(change)
    assert told(table) == [("audio_missing", "ask", (2, 3), "audio_file")]
    assert "there is no folder media" in find(table, "audio_missing").what


def test_media_beside_the_table(desk: Desk) -> None:
    desk.media = desk.folder
    desk.add_sound("a.wav")
    (desk.folder / "media").rmdir()
    (desk.folder / "images.csv").write_text("stop_number,image_file\n")

    def change(rows: Rows) -> None:
        rows[0][AUDIO] = "a.wav"

    assert told(desk.read_changed(change)) == []
