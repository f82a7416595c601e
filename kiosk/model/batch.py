"""A batch of facts on its way, by network or by stick: its lines, and the chain that orders them.

The first line is a header, each further line one fact. Every fact is chained to those before it,
from the stream's own beginning, so that the receiver sees at once whether two devices grew from one
image. Compression is the carrier's business.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

FORMAT: Final = "heritage-kiosk-batch/1"
MAX_FACTS: Final = 500
MAX_BATCH_BYTES: Final = 256 * 1024
MAX_HEADER_BYTES: Final = 1_024
MAX_SEQ: Final = 2**53

_ID = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts ``first_seq`` and following of one stream.

    ``previous_hash`` is the chain's hash before the first fact (64 hex digits). ``facts`` are the
    lines exactly as they were chained, unparsed.
    """

    device: str
    incarnation: str
    first_seq: int
    previous_hash: str
    facts: tuple[bytes, ...]

    @property
    def last_seq(self) -> int:
        """The number of the last fact; ``first_seq - 1`` for an empty batch."""
        return self.first_seq + len(self.facts) - 1


def is_stream_id(text: str) -> bool:
    """Tell whether ``text`` has the form of a device's or an incarnation's id (32 hex digits)."""
    return _ID.fullmatch(text) is not None


def is_hash(text: object) -> bool:
    """Tell whether ``text`` has the form of a chain hash (64 hex digits)."""
    return isinstance(text, str) and _HASH.fullmatch(text) is not None


def start_hash(device: str, incarnation: str) -> str:
    """Return the hash before a stream's first fact."""
    return hashlib.sha256(f"{FORMAT} {device} {incarnation}".encode()).hexdigest()


def chain(previous_hash: str, seq: int, fact: bytes) -> str:
    """Return the chain's hash after ``fact``: SHA-256 of previous hash, number (8 bytes) and fact."""
    return hashlib.sha256(bytes.fromhex(previous_hash) + seq.to_bytes(8, "big") + fact).hexdigest()


def chain_all(batch: Batch) -> list[str]:
    """Return the hash after each fact of ``batch``."""
    hashes: list[str] = []
    head = batch.previous_hash
    for seq, fact in enumerate(batch.facts, batch.first_seq):
        head = chain(head, seq, fact)
        hashes.append(head)
    return hashes


def format_batch(batch: Batch) -> bytes:
    """Return the batch as lines."""
    header = {
        "format": FORMAT,
        "device": batch.device,
        "incarnation": batch.incarnation,
        "first_seq": batch.first_seq,
        "previous_hash": batch.previous_hash,
        "count": len(batch.facts),
    }
    return b"\n".join((json.dumps(header).encode(), *batch.facts))


def parse_batch(content: bytes) -> Batch:
    """Return the batch in ``content``, which is not trusted; the facts are not looked into.

    Raises:
        ValueError: The form, the header or a bound is wrong; the message says which.
    """
    if len(content) > MAX_BATCH_BYTES + MAX_HEADER_BYTES:
        raise ValueError(f"longer than {MAX_BATCH_BYTES} bytes")
    first, *facts = content.split(b"\n")
    header = _parse_header(first)
    if not 1 <= len(facts) <= MAX_FACTS or header.get("count") != len(facts):
        raise ValueError(f"expected 1 to {MAX_FACTS} facts, as many as the header says")
    return Batch(
        header["device"], header["incarnation"], header["first_seq"], header["previous_hash"], tuple(facts)
    )


def take_prefix(lines: Sequence[bytes], max_facts: int) -> Sequence[bytes]:
    """Return as many of ``lines`` from the start as fit into one batch of ``max_facts`` facts."""
    size = 0
    for count, line in enumerate(lines[:max_facts]):
        size += len(line) + 1
        if size > MAX_BATCH_BYTES and count:
            return lines[:count]
    return lines[:max_facts]


def _parse_header(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_HEADER_BYTES:
        raise ValueError("the header is too long")
    try:
        header = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("the header is not JSON") from error
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise ValueError(f"the format is not {FORMAT}")
    ids = (header.get("device"), header.get("incarnation"))
    if not all(isinstance(value, str) and is_stream_id(value) for value in ids):
        raise ValueError("device and incarnation are not 32 hex digits")
    seq = header.get("first_seq")
    if not isinstance(seq, int) or isinstance(seq, bool) or not 1 <= seq <= MAX_SEQ:
        raise ValueError("first_seq is not a number from 1")
    if not is_hash(header.get("previous_hash")):
        raise ValueError("previous_hash is not 64 hex digits")
    return header
