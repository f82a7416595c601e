"""The bytes a picture is known by: whole, shortened, damaged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.recognition.features import LOOK_SIDE_PX, fit_for_looking
from kiosk.recognition.lasting import choose_lasting
from kiosk.recognition.signature import (
    MAX_SIGNATURE_BYTES,
    MOST_FEATURES,
    Signature,
    format_signature,
    make_thumbnail,
    parse_signature,
)
from tests.fakes.made_looks import paint_thing

if TYPE_CHECKING:
    from kiosk.recognition.features import Features


@pytest.fixture(scope="module")
def signature() -> Signature:
    looked_at = fit_for_looking(paint_thing(3)[:, :, 1])
    found, _ = choose_lasting(looked_at, MOST_FEATURES)
    return Signature(looked_at.shape[1], looked_at.shape[0], make_thumbnail(looked_at), found)


def assert_alike(kept: Features, found: Features) -> None:
    assert np.abs(kept.points_px - found.points_px).max() <= 1 / 64
    assert np.abs(np.log2(kept.sizes_px / found.sizes_px)).max() < 0.03
    turned = np.abs((kept.angles_deg - found.angles_deg + 180) % 360 - 180)
    assert turned.max() < 1
    assert (kept.descriptors == found.descriptors).all()


def test_what_is_kept_comes_back(signature: Signature) -> None:
    back = parse_signature(format_signature(signature))
    assert (back.width_px, back.height_px) == (signature.width_px, signature.height_px)
    assert (back.thumbnail == signature.thumbnail).all()
    assert_alike(back.features, signature.features)
    assert len(format_signature(signature)) <= MAX_SIGNATURE_BYTES


def test_a_shorter_signature_keeps_the_best_features(signature: Signature) -> None:
    back = parse_signature(format_signature(signature, 20))
    assert_alike(back.features, signature.features.take(np.arange(20)))


@given(st.binary(max_size=300))
def test_other_bytes_are_no_signature(raw: bytes) -> None:
    with pytest.raises(ValueError, match="signature"):
        parse_signature(raw)


@pytest.mark.parametrize("shape", [(1, 255), (49, 20), (0, 5)])
def test_a_thumbnail_of_another_size_is_refused(signature: Signature, shape: tuple[int, int]) -> None:
    """Compared with the frame's, it would end the recognising thread."""
    raw = format_signature(replace(signature, thumbnail=np.zeros(shape, np.uint8)))
    with pytest.raises(ValueError, match="signature"):
        parse_signature(raw)


@given(st.data())
def test_a_damaged_signature_is_one_of_its_form_or_none(signature: Signature, data: st.DataObject) -> None:
    raw = bytearray(format_signature(signature, 30))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        back = parse_signature(bytes(raw))
    except ValueError:
        return
    assert max(back.width_px, back.height_px) <= LOOK_SIDE_PX
    assert len(back.features) == 30
    assert np.isfinite(back.features.points_px).all()
