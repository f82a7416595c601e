"""A pack's lexicon: written by an author, carried in the language's part, read by whoever speaks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.ipa import find_strange_signs
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.catalogue_values import MAX_PRONUNCIATIONS, MAX_WRITTEN_LENGTH
from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source_pronunciations import PRONUNCIATIONS_FILE, read_pronunciations
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator

LEXICON = """
[[en]]
written = "Qutb Minar"
said = "Kootb Minar"
phonemes = "kˈʊtəb mɪnˈɑːɹ"
[[en]]
written = "Iltutmish"
said = "Il-toot-mish"
[[hi]]
written = "UNESCO"
said = "यूनेस्को"
"""


def read(folder: Path, text: str) -> tuple[dict[str, tuple[Pronunciation, ...]], list[tuple[str, str]]]:
    folder.mkdir(exist_ok=True)
    (folder / PRONUNCIATIONS_FILE).write_text(text, "utf-8")
    findings = Findings()
    found = read_pronunciations(folder, ("en", "hi"), findings)
    return dict(found), [(finding.kind, finding.where) for finding in findings.all]


def test_entries_are_read_by_language(tmp_path: Path) -> None:
    found, faults = read(tmp_path, LEXICON)
    assert not faults
    assert found["en"][0] == Pronunciation("Qutb Minar", "Kootb Minar", "kˈʊtəb mɪnˈɑːɹ")
    assert [one.written for one in found["hi"]] == ["UNESCO"]


def test_a_pack_without_a_lexicon_has_no_entries(tmp_path: Path) -> None:
    assert read_pronunciations(tmp_path, ("en",), Findings()) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[en]]\nwritten = "A"\n', ("key_missing", "en 1 said")),
        ('[[en]]\nsaid = "A"\n', ("key_missing", "en 1 written")),
        (
            '[[en]]\nwritten = "A"\nsaid = "a"\n[[en]]\nwritten = "a"\nsaid = "b"\n',
            ("used_twice", "en 2 written"),
        ),
        ('[[en]]\nwritten = "A"\nphonemes = "kæt:"\n', ("pronunciation_unclear", "en 1 phonemes")),
        (
            f'[[en]]\nwritten = "{"A" * (MAX_WRITTEN_LENGTH + 1)}"\nsaid = "a"\n',
            ("key_wrong", "en 1 written"),
        ),
        ('[[en]]\nwritten = "A"\nsaid = "a"\nipa = "a"\n', ("key_unknown", "en 1 ipa")),
        ('[[fr]]\nwritten = "A"\nsaid = "a"\n', ("key_unknown", "fr")),
        ('en = "no"\n', ("key_wrong", "en")),
        ("en = [1, 2]\n", ("key_wrong", "en")),
        ("no toml", ("file_unreadable", "")),
        (
            "en = [" + '{written = "A", said = "a"},' * (MAX_PRONUNCIATIONS + 1) + "]",
            ("key_wrong", "en"),
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, told: tuple[str, str]) -> None:
    _, faults = read(tmp_path, text)
    assert faults == [told]


def test_signs_that_only_look_like_ipa_are_strange() -> None:
    assert find_strange_signs("kˈʊtəb mɪnˈɑːɹ t͡ʃ ɪ̃ ʰ") == ""
    assert find_strange_signs("k'æt: A") == "':A"


def test_a_guide_reads_the_lexicon_of_its_language(
    tmp_path: Path, mill_source: PackSource, mill_operator: ThrowAwayOperator, store: PackStore
) -> None:
    (tmp_path / PRONUNCIATIONS_FILE).write_text(LEXICON, "utf-8")
    entries = read_pronunciations(tmp_path, ("en", "hi"), Findings())
    source = replace(mill_source, version=9, pronunciations=entries)
    mill_operator.build(source, tmp_path / "mill.hpack")
    store.install(tmp_path / "mill.hpack")
    library = store.open_library()
    try:
        assert [one.written for one in library.pronunciations("mill", "en-GB")] == ["Iltutmish", "Qutb Minar"]
        assert library.pronunciations("mill", "en") is library.pronunciations("mill", "en-GB")
        assert library.pronunciations("mill", "hi")[0].said == "यूनेस्को"
        assert library.pronunciations("mill", "ar") == ()
        # It is told in English then, but no voice is to speak English for French.
        assert library.pronunciations("mill", "fr") == ()
    finally:
        library.close()
