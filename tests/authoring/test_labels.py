"""Which labels are printed, and with which titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.authoring.labels import choose_labels
from kiosk.model.errors import KioskError
from tests.authoring.label_makers import TITLES, make_labels


def test_nothing_named_means_all() -> None:
    labels = make_labels(3)
    assert choose_labels(labels) == tuple(labels)


def test_stops_are_named_by_number_or_id_in_any_digits() -> None:
    labels = make_labels(12)
    chosen = choose_labels(labels, stops=("03", "१२", "s6"))
    assert [label.number for label in chosen] == ["3", "7", "12"]


def test_both_stops_of_one_number_are_meant() -> None:
    labels = make_labels(3)
    labels[2] = replace(labels[2], number="1")
    assert len(choose_labels(labels, stops=("1",))) == 2


def test_languages_come_in_the_order_they_are_named() -> None:
    (label,) = choose_labels(make_labels(1), languages=("ar", "en"))
    assert [tag for tag, _ in label.titles] == ["ar", "en"]


def test_a_stop_that_has_none_of_the_languages_keeps_a_title() -> None:
    labels = make_labels(2)
    labels[1] = replace(labels[1], titles=TITLES[:1])
    _, english = choose_labels(labels, languages=("hi",))
    assert english.titles == TITLES[:1]


@pytest.mark.parametrize(
    ("stops", "languages", "code", "known"),
    [
        (("1", "99"), (), "authoring.no-such-stop", "one of: 1, 2, 3"),
        ((), ("en", "xx"), "authoring.no-such-language", "one of: en, hi, ar"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    stops: tuple[str, ...], languages: tuple[str, ...], code: str, known: str
) -> None:
    with pytest.raises(KioskError) as caught:
        choose_labels(make_labels(3), stops, languages)
    assert (caught.value.code, caught.value.expected) == (code, known)


def test_a_label_is_told_of_by_number_or_title() -> None:
    (label,) = make_labels(1)
    assert label.name == "stop 1"
    assert replace(label, number="").name == "stop 'The iron pillar'"
    assert replace(label, number="", titles=()).name == "stop 's0'"
