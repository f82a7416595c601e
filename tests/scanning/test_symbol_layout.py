from __future__ import annotations

import numpy as np
import pytest
import segno

from kiosk.scanning.symbol_layout import compute_dimension, list_alignment_centres, make_fixed_modules


@pytest.mark.parametrize("version", range(1, 41))
def test_the_fixed_modules_are_those_of_a_symbol_made_elsewhere(version: int) -> None:
    matrix = np.array(segno.make("7", version=version, micro=False, error="l").matrix, np.uint8) > 0
    fixed, dark, outside = make_fixed_modules(compute_dimension(version))
    assert matrix.shape == fixed.shape
    assert (matrix[fixed] == dark[fixed]).all()
    assert not (outside & ~fixed).any()


def test_alignment_patterns_are_centred_where_the_standard_says() -> None:
    # ISO/IEC 18004, annex E
    assert list_alignment_centres(1) == ()
    assert list_alignment_centres(2) == (6, 18)
    assert list_alignment_centres(7) == (6, 22, 38)
    assert list_alignment_centres(32) == (6, 34, 60, 86, 112, 138)
    assert list_alignment_centres(40) == (6, 30, 58, 86, 114, 142, 170)
