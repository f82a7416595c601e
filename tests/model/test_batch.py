from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.batch import (
    MAX_BATCH_BYTES,
    Batch,
    chain_all,
    format_batch,
    parse_batch,
    start_hash,
    take_prefix,
)
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch

LINES = [b'{"a":1}', b"x", b"", b"\xff"]


def test_what_was_formatted_is_parsed() -> None:
    batch = cut_batch(LINES, 1, 4)
    assert parse_batch(format_batch(batch)) == batch
    assert batch.last_seq == 4


def test_the_chain_of_two_batches_is_the_chain_of_one() -> None:
    whole = chain_all(cut_batch(LINES, 1, 4))
    assert chain_all(cut_batch(LINES, 1, 2)) + chain_all(cut_batch(LINES, 3, 2)) == whole


def test_the_chain_knows_its_stream_its_order_and_every_byte() -> None:
    heads = {
        chain_all(cut_batch(lines, 1, 2, incarnation))[-1]
        for lines in ([b"a", b"b"], [b"b", b"a"], [b"ab", b""], [b"a", b"c"])
        for incarnation in (INCARNATION, "2" * 32)
    }
    assert len(heads) == 8


def changed(**changes: object) -> bytes:
    header = json.loads(format_batch(cut_batch(LINES, 1, 4)).split(b"\n")[0])
    return b"\n".join([json.dumps({**header, **changes}).encode(), *LINES])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n" * 10,
        b"{}\n{}",
        b"[" * 900 + b"\n{}",
        b" " * 2_000 + b"\n{}",
        changed(format="heritage-kiosk-batch/2"),
        changed(count=3),
        changed(count="4"),
        changed(device="D" * 32),
        changed(device=None),
        changed(incarnation="1" * 31),
        changed(first_seq=0),
        changed(first_seq=True),
        changed(first_seq=2**60),
        changed(first_seq="1"),
        changed(previous_hash="0" * 63),
        changed(previous_hash=["0"]),
        b"x" * (MAX_BATCH_BYTES + 2_000),
    ],
)
def test_what_is_not_a_batch_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_batch(content)


def test_501_facts_are_too_many() -> None:
    with pytest.raises(ValueError, match="500"):
        parse_batch(
            format_batch(Batch(DEVICE, INCARNATION, 1, start_hash(DEVICE, INCARNATION), (b"x",) * 501))
        )


@given(st.binary(max_size=300))
def test_noise_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_batch(content)


@given(st.lists(st.integers(0, 5_000), max_size=120), st.integers(1, 200))
def test_a_prefix_fits_into_a_batch_and_is_never_empty(sizes: list[int], max_facts: int) -> None:
    lines = [bytes(size) for size in sizes]
    taken = take_prefix(lines, max_facts)
    assert list(taken) == lines[: len(taken)]
    assert len(taken) <= max_facts
    assert sum(len(line) + 1 for line in taken) <= MAX_BATCH_BYTES
    assert bool(taken) == bool(lines)
