"""The code on a stop's label."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.marker import ALPHABET, MAX_TEXT_LENGTH, format_marker, is_genuine, parse_marker

KEY = bytes(range(16))
codes = st.text(ALPHABET, min_size=8, max_size=8)


@given(code=codes, host=st.sampled_from(["QUTB.EXAMPLE", "A.B", "Q1.SITE-X.ORG"]))
def test_a_printed_code_is_read_back_and_is_ours(code: str, host: str) -> None:
    marker = parse_marker(format_marker(host, code, KEY))
    assert marker is not None
    assert (marker.host, marker.stop_code) == (host, code)
    assert is_genuine(marker, KEY)


@given(code=codes)
def test_another_sites_key_does_not_make_it_genuine(code: str) -> None:
    marker = parse_marker(format_marker("QUTB.EXAMPLE", code, b"another key"))
    assert marker is not None and not is_genuine(marker, KEY)


def test_a_code_fits_the_alphanumeric_mode_of_a_small_symbol() -> None:
    text = format_marker("QUTB.EXAMPLE", "7K3F9QXM", KEY)
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(text) <= 47  # version 3 at correction Q


def test_a_phone_that_lowers_the_host_is_forgiven() -> None:
    assert parse_marker(format_marker("QUTB.EXAMPLE", "7K3F9QXM", KEY).lower()) is not None


@given(st.text(max_size=300))
def test_any_other_text_is_simply_not_a_stop_code(text: str) -> None:
    marker = parse_marker(text)
    assert marker is None or len(text) <= MAX_TEXT_LENGTH


def test_a_link_with_anything_more_is_not_a_stop_code() -> None:
    genuine = format_marker("QUTB.EXAMPLE", "7K3F9QXM", KEY)
    for text in (
        genuine + "?x=1",
        genuine + "/..",
        genuine[:-1],
        "HTTP" + genuine[5:],
        genuine + "\n" + genuine,
    ):
        assert parse_marker(text) is None
