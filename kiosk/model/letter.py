"""What a stick carries between a device and its hub, before it is sealed and after it is opened.

A letter goes to the hub: batches of one stream as they would go over the network, the device's status, the marks of
used tickets. A reply comes back: the hub's word on the streams, and news. Either may be lost, come twice or come late.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.model.batch import MAX_SEQ, is_hash, is_stream_id

FORMAT: Final = "heritage-kiosk-letter/1"
REPLY_FORMAT: Final = "heritage-kiosk-reply/1"
ROOT: Final = "HERITAGE"
OUTBOX: Final = "outbox"
INBOX: Final = "inbox"
SUFFIX: Final = ".sealed"
TO_HUB: Final = "stick-to-hub"
TO_DEVICE: Final = "stick-to-device"

MAX_BATCHES: Final = 64
MAX_LETTER_BYTES: Final = 24 * 1024 * 1024
MAX_REPLY_BYTES: Final = 8 * 1024 * 1024
MAX_HEADER_BYTES: Final = 256 * 1024
MAX_WORDS: Final = 1_000

ACKNOWLEDGED: Final = "acknowledged"
FORK: Final = "fork"
GAP: Final = "gap"
_OUTCOMES: Final = (ACKNOWLEDGED, FORK, GAP)
_LENGTH_BYTES: Final = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """From a device to its hub.

    Attributes:
        device: Its id.
        written_ms: Its wall clock (UTC, told and not trusted).
        batches: zstd frames, each a batch, in the order of their numbers.
        status: What :mod:`kiosk.model.device_status` makes; None for none.
        used: What :mod:`kiosk.tickets.exchange` makes, as an object; None for none.
        recordings: What visitors recorded, Ogg Opus.
    """

    device: str
    written_ms: int
    batches: tuple[bytes, ...] = ()
    status: Mapping[str, Any] | None = None
    used: Mapping[str, Any] | None = None
    recordings: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class StreamWord:
    """The hub's word on facts ``first_seq`` to ``last_seq`` of a stream, whose chain ends in ``last_hash``.

    ``outcome`` is acknowledged, fork or gap; ``through`` and ``head_hash`` are what the hub has of the stream, or up to
    where the two agree, as in its answer over the network.
    """

    incarnation: str
    outcome: str
    first_seq: int
    last_seq: int
    last_hash: str
    through: int
    head_hash: str


@dataclass(frozen=True, slots=True)
class Reply:
    """From the hub to a device: ``paper_keys`` sealed in base64 ("" for none), ``used`` as in the hub's answer.

    ``recordings`` are the SHA-256 of those that the hub has, or has refused for good: they need wait no longer.
    """

    device: str
    server_ms: int
    words: tuple[StreamWord, ...] = ()
    paper_keys: str = ""
    used: Mapping[str, Any] | None = None
    recordings: tuple[str, ...] = ()


def name_letter(device: str, incarnation: str, first_seq: int) -> str:
    """Return the name of a letter's file."""
    return f"{device}-{incarnation}-{first_seq}{SUFFIX}"


def name_recording_letter(device: str, sha256: str) -> str:
    """Return the name of the file of a letter that carries one recording."""
    return f"{device}-{sha256[:32]}-0{SUFFIX}"


def name_reply(device: str) -> str:
    """Return the name of a reply's file."""
    return f"{device}{SUFFIX}"


def format_letter(letter: Letter) -> bytes:
    """Return the letter: a header of one line, then each batch and each recording behind its length (4 bytes)."""
    header = {
        "format": FORMAT,
        "device": letter.device,
        "written_ms": letter.written_ms,
        "batches": len(letter.batches),
        "recordings": len(letter.recordings),
        "status": letter.status,
        "used": letter.used,
    }
    parts = [
        len(batch).to_bytes(_LENGTH_BYTES, "big") + batch for batch in (*letter.batches, *letter.recordings)
    ]
    return json.dumps(header, separators=(",", ":")).encode() + b"\n" + b"".join(parts)


def parse_letter(content: bytes) -> Letter:
    """Return the letter in ``content``, which is not trusted; nothing in it is looked into further.

    Raises:
        ValueError: The form or a bound is wrong; the message says which.
    """
    if len(content) > MAX_LETTER_BYTES:
        raise ValueError("the letter is too long")
    line, separator, rest = content.partition(b"\n")
    header = _parse_object(line, MAX_HEADER_BYTES) if separator else {}
    device = header.get("device")
    if header.get("format") != FORMAT or not (isinstance(device, str) and is_stream_id(device)):
        raise ValueError(f"the format is not {FORMAT}")
    parts, batches = _split(rest), header.get("batches")
    # Letters of older devices carry none, and do not say so.
    recordings = header.get("recordings", 0)
    if not (isinstance(batches, int) and isinstance(recordings, int) and 0 <= batches <= len(parts)):
        raise ValueError("its header does not say how many batches there are")
    if batches + recordings != len(parts):
        raise ValueError("not as many batches and recordings as its header says")
    return Letter(
        device,
        _whole(header, "written_ms"),
        parts[:batches],
        _object_or_none(header, "status"),
        _object_or_none(header, "used"),
        parts[batches:],
    )


def format_reply(reply: Reply) -> bytes:
    """Return the reply as JSON."""
    record = {
        "format": REPLY_FORMAT,
        "device": reply.device,
        "server_ms": reply.server_ms,
        "words": [
            {
                "incarnation": word.incarnation,
                "outcome": word.outcome,
                "first_seq": word.first_seq,
                "last_seq": word.last_seq,
                "last_hash": word.last_hash,
                "through": word.through,
                "head_hash": word.head_hash,
            }
            for word in reply.words[:MAX_WORDS]
        ],
        "paper_keys": reply.paper_keys,
        "used": reply.used,
        "recordings": list(reply.recordings[:MAX_WORDS]),
    }
    return json.dumps(record, separators=(",", ":")).encode()


def parse_reply(content: bytes) -> Reply:
    """Return the reply in ``content``, which is not trusted.

    Raises:
        ValueError: The form or a bound is wrong; the message says which.
    """
    record = _parse_object(content, MAX_REPLY_BYTES)
    device, words, keys = record.get("device"), record.get("words"), record.get("paper_keys")
    if record.get("format") != REPLY_FORMAT or not (isinstance(device, str) and is_stream_id(device)):
        raise ValueError(f"the format is not {REPLY_FORMAT}")
    recordings = record.get("recordings", [])
    if not isinstance(recordings, list) or len(recordings) > MAX_WORDS or not all(map(is_hash, recordings)):
        raise ValueError("its recordings are not named by their hashes")
    if not isinstance(words, list) or len(words) > MAX_WORDS or not isinstance(keys, str):
        raise ValueError("it holds no words on streams")
    return Reply(
        device,
        _whole(record, "server_ms"),
        tuple(map(_parse_word, words)),
        keys,
        _object_or_none(record, "used"),
        tuple(recordings),
    )


def _parse_word(record: object) -> StreamWord:
    if not isinstance(record, dict):
        raise ValueError("a word is an object")
    incarnation, outcome = record.get("incarnation"), record.get("outcome")
    if not (isinstance(incarnation, str) and is_stream_id(incarnation)) or outcome not in _OUTCOMES:
        raise ValueError("a word names no stream, or no outcome")
    last_hash, head_hash = record.get("last_hash"), record.get("head_hash")
    if not (is_hash(last_hash) and is_hash(head_hash)):
        raise ValueError("a word holds no hashes")
    return StreamWord(
        incarnation,
        str(outcome),
        _whole(record, "first_seq"),
        _whole(record, "last_seq"),
        str(last_hash),
        _whole(record, "through"),
        str(head_hash),
    )


def _split(content: bytes) -> tuple[bytes, ...]:
    parts, at = list[bytes](), 0
    while at < len(content):
        begin = at + _LENGTH_BYTES
        at = begin + int.from_bytes(content[at:begin], "big")
        if begin > len(content) or at > len(content) or len(parts) == MAX_BATCHES:
            raise ValueError(f"it is cut short, or holds over {MAX_BATCHES} batches")
        parts.append(content[begin:at])
    return tuple(parts)


def _parse_object(content: bytes, limit_bytes: int) -> dict[str, Any]:
    if len(content) > limit_bytes:
        raise ValueError("too long")
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    return record


def _whole(record: Mapping[str, Any], name: str) -> int:
    value = record.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_SEQ:
        raise ValueError(f"{name} is no whole number from 0")
    return value


def _object_or_none(record: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    value = record.get(name)
    if value is not None and not isinstance(value, dict):
        raise ValueError(f"{name} is no object")
    return value
