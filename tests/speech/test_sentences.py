from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.sentences import MAX_SENTENCE_LENGTH, split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("It is 26 m. high. See it.", ["It is 26 m. high.", "See it."]),
        ("See no. 4, by J. Fergusson. Done.", ["See no. 4, by J. Fergusson.", "Done."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("Built c. 1311 by St. John. Old.", ["Built c. 1311 by St. John.", "Old."]),
        ("It weighs 6.5 t. It stands.", ["It weighs 6.5 t.", "It stands."]),
        ("“What a tower!” she said. Yes.", ["“What a tower!” she said.", "Yes."]),
        ('She said "Look." Then she left.', ['She said "Look."', "Then she left."]),
        (
            "In 300 B.C. They left at 9 a.m. and came back.",
            ["In 300 B.C.", "They left at 9 a.m. and came back."],
        ),
        ("See vol. II of it. Mt. Abu is high.", ["See vol. II of it.", "Mt. Abu is high."]),
        (
            "Im 12. Jahrhundert kam er. Am 1. Mai ging er.",
            ["Im 12. Jahrhundert kam er.", "Am 1. Mai ging er."],
        ),
        ("Im II. Weltkrieg und im 14. Jh. Dann Ruhe.", ["Im II. Weltkrieg und im 14. Jh.", "Dann Ruhe."]),
        ("Für 5 Mio. Menschen. Tel. +49 30 1.", ["Für 5 Mio. Menschen.", "Tel. +49 30 1."]),
        ("Es waren 12. Sie gingen.", ["Es waren 12.", "Sie gingen."]),
        ("300 v. Chr. Es war z. B. Krieg. Ja.", ["300 v. Chr.", "Es war z. B. Krieg.", "Ja."]),
        ("En 300 av. J.-C. Le roi M. Dupont. Oui.", ["En 300 av. J.-C.", "Le roi M. Dupont.", "Oui."]),
        (
            "En 300 a. C. El rey. El s. XV. La Sra. Gil.",
            ["En 300 a. C.", "El rey.", "El s. XV.", "La Sra. Gil."],
        ),
        ("Nel sec. XV. Il dott. Rossi.", ["Nel sec. XV.", "Il dott. Rossi."]),
        ("No séc. XV. O Sr. Gil.", ["No séc. XV.", "O Sr. Gil."]),
        ("Bl.a. Karl XII. Kl. 9 var det slut.", ["Bl.a. Karl XII.", "Kl. 9 var det slut."]),
        ("डॉ. सिंह 72.5 मी. ऊपर थे। 300 ई. पू. में।", ["डॉ. सिंह 72.5 मी. ऊपर थे।", "300 ई. पू. में।"]),
        ("عام 300 ق.م. بُني. كتب د. طه.", ["عام 300 ق.م. بُني.", "كتب د. طه."]),
        ("यह मीनार है। बहुत पुरानी॥ हाँ।", ["यह मीनार है।", "बहुत पुरानी॥", "हाँ।"]),
        ("ما هذا؟ هذه منارة. نعم!", ["ما هذا؟", "هذه منارة.", "نعم!"]),
        ("یہ مینار ہے۔ بہت پرانا۔", ["یہ مینار ہے۔", "بہت پرانا۔"]),
        ("这是塔。很高！好", ["这是塔。", "很高！", "好"]),
        ("A title\n\nA paragraph\nof two lines.", ["A title", "A paragraph\nof two lines."]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_sentences_of_every_script(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_text_without_an_end_is_cut_at_spaces() -> None:
    pieces = split("word " * 1_000)
    assert max(map(len, pieces)) <= MAX_SENTENCE_LENGTH
    assert " ".join(pieces).split() == ["word"] * 1_000


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert "".join(split("x" * 5_000)) == "x" * 5_000


@given(st.text(max_size=600))
def test_no_character_but_space_is_lost_or_told_twice(text: str) -> None:
    spans = split_sentences(text)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    told = {at for start, end in spans for at in range(start, end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - told)


def test_a_text_of_initials_takes_no_longer_than_any_other() -> None:
    """Four hundred thousand characters: by its length squared this would take minutes."""
    spans = split_sentences("J. " * 133_000 + "Done.")
    assert spans[-1][1] == 3 * 133_000 + 5
