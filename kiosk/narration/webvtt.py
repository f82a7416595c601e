"""Reads WebVTT as it is found: whatever can be used is used, and what cannot is told in words.

Format: https://www.w3.org/TR/webvtt1/ (parsing, section 6; cue text, section 6.4). Other programs write it with
commas for full stops, without its first line, with styles, regions, notes and settings: none of it costs a caption.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_LENGTH = 1_000_000
MAX_CUES = 5_000
# Longer than any cue's times with its settings.
_TIMES_LENGTH = 300
_FAULT_LENGTH = 60
# Whoever mends a file mends these first.
_MAX_FAULTS = 20

_STAMP = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?", re.ASCII | re.DOTALL)
_INNER_STAMP = re.compile(_STAMP, re.ASCII)
_TAG = re.compile(r"<([^<>]{0,200})>")
_TAG_BEGINS = re.compile(r"[A-Za-z/.]|$", re.ASCII)
# The highest has seven digits; Python refuses to read thousands of them.
_NO_SIGN = re.compile(r"&#[0-9]{9,};?", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class WrittenCue:
    """A cue as it is written.

    ``pieces`` are (ms at which it begins to be said, or None; plain text), in order; ``line`` counts from 1.
    ``voice`` names who speaks, "" where nobody is named.
    """

    line: int
    start_ms: int
    end_ms: int
    pieces: tuple[tuple[int | None, str], ...]
    voice: str = ""

    @property
    def text(self) -> str:
        """Return the caption in plain words, on one line."""
        return " ".join("".join(piece for _, piece in self.pieces).split())


def read_webvtt(source: str) -> tuple[list[WrittenCue], list[str]]:
    """Return the cues that can be read, in the file's order, and what is wrong with the others, by line.

    ``source`` has at most :data:`MAX_LENGTH` characters; of more than :data:`MAX_CUES` cues the rest is left out.
    """
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    faults = [] if lines[0].startswith("WEBVTT") else ["line 1: WEBVTT is missing"]
    cues: list[WrittenCue] = []
    for number, times, body in _find_blocks(lines):
        match = _TIMES.fullmatch(times[:_TIMES_LENGTH])
        if match is None and len(faults) < _MAX_FAULTS:
            faults.append(f"line {number}: no times like 00:01.000 --> 00:02.500: {_shorten(times)}")
        elif match is not None and len(cues) == MAX_CUES:
            faults.append(f"line {number}: more than {MAX_CUES} captions")
            break
        elif match is not None:
            cues.append(_make_cue(number, match, body))
    return cues, faults


def _find_blocks(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield (line number, times, text) of each cue; all that stands outside of cues is no caption."""
    index = 0
    while index < len(lines):
        if "-->" not in lines[index]:
            index += 1
            continue
        end = index + 1
        while end < len(lines) and lines[end].strip() and "-->" not in lines[end]:
            end += 1
        yield index + 1, lines[index], "\n".join(lines[index + 1 : end])
        index = end


def _make_cue(line: int, match: re.Match[str], body: str) -> WrittenCue:
    times = match.groups()
    pieces, voice = _read_text(body)
    return WrittenCue(line, _milliseconds(*times[:4]), _milliseconds(*times[4:]), tuple(pieces), voice)


def _read_text(body: str) -> tuple[list[tuple[int | None, str]], str]:
    pieces: list[tuple[int | None, str]] = []
    at_ms: int | None = None
    kept, begun, voice, is_ruby = "", 0, "", False
    for tag in _TAG.finditer(body):
        name = tag.group(1)
        stamp = _INNER_STAMP.fullmatch(name)
        if stamp is None and _TAG_BEGINS.match(name) is None:
            continue  # a < b, <3
        kept += "" if is_ruby else body[begun : tag.start()]
        begun = tag.end()
        if stamp is not None:
            pieces.append((at_ms, _plain(kept)))
            at_ms, kept = _milliseconds(*stamp.groups()), ""
        elif name.startswith(("v ", "v.", "v\t")):
            voice = voice or _plain(name.partition(" ")[2]).strip()
        is_ruby = name == "rt" or name.startswith("rt.") or (is_ruby and name not in ("/rt", "/ruby"))
    pieces.append((at_ms, _plain(kept + ("" if is_ruby else body[begun:]))))
    return pieces, voice


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))


def _plain(text: str) -> str:
    return _CONTROLS.sub("", html.unescape(_NO_SIGN.sub("", text)))


def _shorten(text: str) -> str:
    text = " ".join(text[: 4 * _FAULT_LENGTH].split())
    return text if len(text) <= _FAULT_LENGTH else text[: _FAULT_LENGTH - 1] + "…"
