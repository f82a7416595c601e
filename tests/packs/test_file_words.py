"""Files are named to staff as what they are."""

from __future__ import annotations

import pytest

from kiosk.packs.file_words import describe_file
from kiosk.packs.manifest import Blob, PackManifest, Part


def blob(letter: str, media_type: str) -> Blob:
    return Blob(letter * 64, 1, media_type)


MANIFEST = PackManifest(
    id="test.mill",
    version=1,
    publisher="Mill",
    reviewed_on="",
    fallback_language="en",
    languages=("en", "hi"),
    parts=(
        Part("core", "a" * 64, 1, (blob("b", "image/webp"), blob("c", "application/x-odd"))),
        Part("lang-en", "d" * 64, 1, (blob("e", "audio/ogg"),)),
        Part("lang-hi", "f" * 64, 1, (blob("e", "audio/ogg"), blob("1", "audio/ogg"))),
        Part("video", "2" * 64, 1, (blob("3", "video/webm"),)),
    ),
    tool="",
)


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("a", "the list of stops"),
        ("b", "a picture"),
        ("c", "a file"),
        ("d", "the texts in en"),
        ("e", "a recording in en"),
        ("1", "a recording in hi"),
        ("2", "the texts of video"),
        ("3", "a film"),
        ("9", ""),
    ],
)
def test_a_file_is_named_by_its_use(letter: str, words: str) -> None:
    assert describe_file(MANIFEST, letter * 64) == words
