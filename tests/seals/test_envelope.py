"""Sealed envelopes: for one receiver, from one sender, for one purpose."""

from __future__ import annotations

import random

import pytest

from kiosk.seals.envelope import SealError, open_seal, seal
from kiosk.seals.keys import make_keys

DEVICE = "ab" * 16


def test_the_receiver_reads_it_and_knows_the_sender() -> None:
    device, hub = make_keys(), make_keys()
    envelope = seal(
        b"batches", keys=device, sender=DEVICE, receiver=hub.public.sealing, purpose="stick-to-hub"
    )
    assert b"batches" not in envelope
    assert DEVICE.encode() not in envelope
    opened = open_seal(envelope, keys=hub, purpose="stick-to-hub")
    assert (opened.sender, opened.content) == (DEVICE, b"batches")
    assert opened.is_by(device.public.signing)
    assert not opened.is_by(make_keys().public.signing)


def test_nobody_else_and_for_nothing_else() -> None:
    device, hub = make_keys(), make_keys()
    envelope = seal(
        b"batches", keys=device, sender=DEVICE, receiver=hub.public.sealing, purpose="stick-to-hub"
    )
    with pytest.raises(SealError, match="somebody else"):
        open_seal(envelope, keys=make_keys(), purpose="stick-to-hub")
    with pytest.raises(SealError, match="somebody else"):
        open_seal(envelope, keys=hub, purpose="paper-keys")


def test_a_signature_cannot_be_taken_over_into_another_envelope() -> None:
    device, hub, other = make_keys(), make_keys(), make_keys()
    mine = open_seal(
        seal(b"facts", keys=device, sender=DEVICE, receiver=hub.public.sealing, purpose="stick-to-hub"),
        keys=hub,
        purpose="stick-to-hub",
    )
    forwarded = seal(b"facts", keys=hub, sender=DEVICE, receiver=other.public.sealing, purpose="stick-to-hub")
    opened = open_seal(forwarded, keys=other, purpose="stick-to-hub")
    assert mine.is_by(device.public.signing)
    assert not opened.is_by(device.public.signing)


def test_any_damage_is_noticed_and_nothing_but_a_seal_error_comes_of_it() -> None:
    chance = random.Random(7)
    device, hub = make_keys(), make_keys()
    envelope = seal(b"x" * 300, keys=device, sender=DEVICE, receiver=hub.public.sealing, purpose="p")
    for _ in range(200):
        spoiled = bytearray(envelope)
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        cut = envelope[: chance.randrange(len(envelope))]
        for hostile in (bytes(spoiled), cut, chance.randbytes(80)):
            with pytest.raises(SealError):
                open_seal(hostile, keys=hub, purpose="p")


def test_a_receiver_that_is_no_key_is_refused() -> None:
    for receiver in (b"", b"\0" * 32):
        with pytest.raises(SealError):
            seal(b"x", keys=make_keys(), sender=DEVICE, receiver=receiver, purpose="p")
