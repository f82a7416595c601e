"""Messages of the Internet Printing Protocol (RFC 8010) as bytes: what CUPS and every network printer speak.

Only what a pass needs: whole numbers, texts, yes and no. Values of other kinds are passed over when they are read.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

VERSION: Final = b"\x02\x00"
OPERATION, JOB, END, PRINTER = 1, 2, 3, 4
INTEGER, BOOLEAN, ENUM = 0x21, 0x22, 0x23
NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
MOST_VALUES: Final = 4_000
_TEXTS: Final = range(0x40, 0x60)

Value = int | bool | str
Attribute = tuple[int, str, Value | Sequence[str]]
"""A kind (``KEYWORD`` ...), a name, and its value or its values."""

_numbers = count(1)


class TornMessageError(ValueError):
    """The bytes are no message; the text says where they stop making sense."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer answers.

    Attributes:
        status: RFC 8011's status code; below 0x100 it was done.
        groups: The attributes of each printer or job it tells of, their values by name; operation attributes are left out.
    """

    status: int
    groups: tuple[Mapping[str, tuple[Value, ...]], ...]

    @property
    def is_done(self) -> bool:
        """Whether what was asked was done."""
        return self.status < 0x100

    @property
    def first(self) -> Mapping[str, tuple[Value, ...]]:
        """The first group; nothing where there is none."""
        return self.groups[0] if self.groups else {}


def format_request(
    operation: int, wishes: Sequence[Attribute], of_the_job: Sequence[Attribute] = ()
) -> bytes:
    """Return a request; a document may follow its bytes.

    Args:
        operation: Number of the operation in RFC 8011, or CUPS' own.
        wishes: The operation's attributes behind charset and language, in the order that the operation asks for.
        of_the_job: How a job is to be printed.
    """
    head = VERSION + struct.pack(">hi", operation, next(_numbers) % 2**31)
    first = ((CHARSET, "attributes-charset", "utf-8"), (LANGUAGE, "attributes-natural-language", "en"))
    parts = [head, bytes([OPERATION]), *map(_format_attribute, (*first, *wishes))]
    if of_the_job:
        parts += [bytes([JOB]), *map(_format_attribute, of_the_job)]
    return b"".join((*parts, bytes([END])))


def parse_answer(content: bytes) -> Answer:
    """Return what an answer says, which is not trusted.

    Raises:
        TornMessageError: It is cut short, or no message.
    """
    reader = _Reader(content)
    if reader.take(1)[0] not in (1, 2):
        raise TornMessageError("version")
    reader.take(1)
    status = int.from_bytes(reader.take(2), "big")
    reader.take(4)
    groups: list[dict[str, tuple[Value, ...]]] = []
    skipped: dict[str, tuple[Value, ...]] = {}
    group, name = skipped, ""
    for _ in range(MOST_VALUES):
        tag = reader.take(1)[0]
        if tag == END:
            return Answer(status, tuple(groups))
        if tag < 0x10:
            group, name = ({}, "") if tag in (JOB, PRINTER) else (skipped, "")
            if group is not skipped:
                groups.append(group)
            continue
        name = reader.sized().decode("ascii", "replace") or name
        if (value := _read_value(tag, reader.sized())) is not None:
            group[name] = (*group.get(name, ()), value)
    raise TornMessageError("too many values")


def _format_attribute(attribute: Attribute) -> bytes:
    kind, name, value = attribute
    values = [value] if isinstance(value, int | str) else list(value)
    named = [name, *[""] * (len(values) - 1)]
    pairs = zip(named, values, strict=True)
    return b"".join(
        bytes([kind]) + _sized(each.encode()) + _sized(_format_value(kind, one)) for each, one in pairs
    )


def _format_value(kind: int, value: Value) -> bytes:
    if isinstance(value, str):
        return value.encode()
    return bytes([value]) if kind == BOOLEAN else struct.pack(">i", value)


def _read_value(kind: int, content: bytes) -> Value | None:
    if kind in (INTEGER, ENUM):
        if len(content) != 4:
            raise TornMessageError("a number")
        return int.from_bytes(content, "big", signed=True)
    if kind == BOOLEAN:
        return content != b"\0"
    return content.decode("utf-8", "replace") if kind in _TEXTS else None


def _sized(content: bytes) -> bytes:
    return struct.pack(">H", len(content)) + content


class _Reader:
    """Takes bytes from the front; never past the end."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, length: int) -> bytes:
        taken = self._content[self._at : self._at + length]
        if len(taken) != length:
            raise TornMessageError("the end")
        self._at += length
        return taken

    def sized(self) -> bytes:
        return self.take(int.from_bytes(self.take(2), "big"))
