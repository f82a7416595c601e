"""Bytes to text: the encodings in which spreadsheet programs save a table.

UTF-8 and UTF-16 are certain: other bytes hardly ever fit them by chance. What is neither was saved in
an encoding of one byte a letter, and is read in the one that breaks the fewest words.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kiosk.authoring.table_grid import TableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 little endian"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 big endian"),
)
# The first wins where two read equally well: nearly all such files come from Windows.
_ONE_BYTE = (("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp850", "code page 850"))
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
# A sign or a capital right behind a small letter, or small letter behind a sign: seldom in words.
_BROKEN_WORD = re.compile(
    r"[a-z][^\sa-zA-Z\x00-\x7fßàâäáãåæçèéêëìíîïñòóôöøùúûüýÿœšžığş’‘”“»«…–—°]|[¬√≈∆◊¤][a-z]"
)
_C1 = re.compile(r"[\x80-\x9f]")
# So much of a file without a mark is looked at for the zero bytes of UTF-16.
_SAMPLE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, in which encoding it was (in words; "" for UTF-8), and lines from 1 in another one than most."""

    text: str
    encoding: str
    odd_lines: tuple[int, ...] = ()


def decode_table(raw: bytes, encoding: str = "") -> Decoded:
    """Return a table's text.

    Args:
        raw: The whole file.
        encoding: The encoding's name where the author gave it; it is then the only one tried.

    Raises:
        TableError: It is no text, or not in the encoding that was given.
    """
    if encoding:
        return _decode_as(raw, encoding)
    for mark, codec, words in _MARKS:
        if raw.startswith(mark) and codec != "utf-8":
            return Decoded(raw[len(mark) :].decode(codec, "replace"), words)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if codec := _find_unmarked_utf16(raw):
        return Decoded(raw.decode(codec, "replace"), "UTF-16 without a byte-order mark")
    try:
        return Decoded(raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _decode_one_byte(raw)


def _decode_as(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding).removeprefix("\ufeff"), encoding)
    except (LookupError, UnicodeError) as error:
        raise TableError(
            f"it cannot be read as {encoding[:40]!r} ({error})",
            "mend encoding in the map file, or take it out",
        ) from error


def _find_unmarked_utf16(raw: bytes) -> str:
    sample = raw[:_SAMPLE_BYTES]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > half * 0.6 else ""


def _decode_one_byte(raw: bytes) -> Decoded:
    """Read a file that is not UTF-8 as a whole: some of its lines may be."""
    lines = _LINE.findall(raw)
    utf8 = {n for n, line in enumerate(lines, 1) if not line.isascii() and _is_utf8(line)}
    other = {n for n, line in enumerate(lines, 1) if not _is_utf8(line)}
    codec, words = _choose_one_byte(b"".join(lines[n - 1] for n in sorted(other)))
    text = "".join(
        line.decode("utf-8") if n not in other else _decode_line(line, codec)
        for n, line in enumerate(lines, 1)
    )
    if not utf8:
        return Decoded(text, words)
    mostly_utf8 = len(utf8) >= len(other)
    return Decoded(text, f"UTF-8 and {words}", tuple(sorted(other if mostly_utf8 else utf8)))


def _decode_line(line: bytes, codec: str) -> str:
    """Decode one line; the few bytes that Windows-1252 does not have become control characters, which are told."""
    try:
        return line.decode(codec)
    except UnicodeDecodeError:
        return "".join(_decode_byte(line[i : i + 1], codec) for i in range(len(line)))


def _decode_byte(byte: bytes, codec: str) -> str:
    try:
        return byte.decode(codec)
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _choose_one_byte(sample: bytes) -> tuple[str, str]:
    # The sign for the euro of ISO 8859-15; Windows has its own, and nobody writes the currency sign it replaced.
    if b"\xa4" in sample and not re.search(rb"[\x80-\x9f]", sample):
        return "iso8859_15", "ISO 8859-15"

    def count_broken(codec: str) -> int:
        text = _decode_line(sample, codec)
        return len(_BROKEN_WORD.findall(text)) + 2 * len(_C1.findall(text))

    return min(_ONE_BYTE, key=lambda pair: count_broken(pair[0]))
