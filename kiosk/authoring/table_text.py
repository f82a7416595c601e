"""What people and programs leave in a text: blanks, invisible characters, HTML, letters decoded wrongly."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter

_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060\xad"
# Joiners, isolates and the marks of emoji have their use within a text; these have none.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u200b\u2028\u2029\u202a-\u202e\ufffe\uffff]"
)
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|span|div|a|ul|ol|li|h[1-6]|font|img|table|tbody|thead|tr|td|th|sup|sub|u|s|small|big|q"
    r"|blockquote|hr|pre|code|cite|center|section|article|script|style|iframe|video|audio|source|figure|figcaption)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|hr)(?:\s[^<>]*)?/?>|</(?:li|tr)\s*>", re.IGNORECASE)
_PARAGRAPH = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,20}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
# No sign has a number of more than seven digits, and a million of them would take int() minutes.
_SIGN_NUMBER = re.compile(r"&#0*([0-9]+);?", re.ASCII)
_MOST_DIGITS = 7
# The blocks in which such scripts lie.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# One letter of several UTF-8 bytes.
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# The bytes 0xC3, 0xC2 and 0xE2 0x80 as they look in each wrong encoding: hardly ever right in a text.
_SURE_LEADS = {"cp1252": "Ã|Â|â€|ðŸ", "mac_roman": "√|‚Ä|¬´|¬ª", "cp850": "├|┬"}
# Behind a word in capitals these are what they look like: RÅ”, SMÅ–.
_CLOSING = "”’»“‘–—…°´"
_MOST_ROUNDS = 3


def compose(text: str) -> str:
    """Return ``text`` with each letter and its accents as one sign (NFC), and without blanks round it."""
    return unicodedata.normalize("NFC", strip_blanks(text))


def strip_blanks(text: str) -> str:
    """Return ``text`` with plain line ends and without blanks and invisible signs round it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    before = None
    while plain != before:
        before = plain
        plain = plain.strip().strip(_INVISIBLE)
    return plain


def is_padded(text: str) -> bool:
    """Tell whether a value has blanks or invisible signs round it."""
    return bool(text.strip()) and (text != text.strip() or text[0] in _INVISIBLE or text[-1] in _INVISIBLE)


def has_control(text: str) -> bool:
    """Tell whether invisible control characters stand within a text."""
    return bool(_CONTROL.search(text.strip().strip(_INVISIBLE)))


def take_control_out(text: str) -> str:
    """Return a text without control characters; such as break a line become line ends."""
    return _CONTROL.sub(lambda match: "\n" if match[0] in _LINE_BREAKS else "", text)


def has_markup(text: str) -> bool:
    """Tell whether a text has HTML marks or entities."""
    return bool(_TAG.search(text) or any(html.unescape(found) != found for found in _ENTITY.findall(text)))


def take_markup_out(text: str) -> str:
    """Return a text of HTML as plain paragraphs."""
    plain = _HIDDEN.sub("", text)
    plain = _PARAGRAPH.sub("\n\n", _BREAK.sub("\n", plain))
    plain = html.unescape(_SIGN_NUMBER.sub(_bound_number, _TAG.sub("", plain)))
    lines = (line.strip(" \t") for line in plain.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _bound_number(match: re.Match[str]) -> str:
    return f"&#{match[1]};" if len(match[1]) <= _MOST_DIGITS else "\ufffd"


def has_lost_letters(text: str) -> bool:
    """Tell whether letters were replaced by a mark, so that nobody can know them."""
    return "\ufffd" in text


def mend_garbled(text: str) -> str:
    """Return a text whose UTF-8 was taken for another encoding as it was meant; others as they are.

    Only what is whole UTF-8 sequences is changed, and only where there are several, or one that no
    language writes.
    """
    for _ in range(_MOST_ROUNDS):
        mended = text
        for codec, sure in _SURE_LEADS.items():
            mended = _mend_as(mended, codec, sure)
        if mended == text:
            break
        text = mended
    return text


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text run from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    directions = Counter(unicodedata.bidirectional(sign) for sign in text[:2000])
    return directions["R"] + directions["AL"] > directions["L"]


def _mend_as(text: str, codec: str, sure: str) -> str:
    if text.isascii():
        return text
    parts: list[str] = []
    mended = 0
    is_sure = False
    end = 0
    for match in re.finditer(r"[^\x00-\x7f]{2,}", text):
        raw = _encode(match[0], codec)
        for sequence in _SEQUENCE.finditer(raw or b""):
            start = match.start() + sequence.start()
            letter = _decode(sequence[0])
            if not letter or _is_closing_mark(text, start, sequence[0]):
                continue
            parts += [text[end:start], letter]
            end = start + len(sequence[0])
            mended += 1
            is_sure = is_sure or bool(re.match(sure, text[start:]))
    enough = is_sure or (codec == "cp1252" and mended > 1)
    return "".join([*parts, text[end:]]) if enough else text


def _is_closing_mark(text: str, start: int, sequence: bytes) -> bool:
    """Tell whether two signs are a capital at the end of a word in capitals and a mark behind it."""
    return (
        len(sequence) == 2
        and text[start].isupper()
        and text[start + 1] in _CLOSING
        and text[:start][-1:].isupper()
    )


def _decode(sequence: bytes) -> str:
    try:
        return sequence.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _encode(text: str, codec: str) -> bytes | None:
    """Return a stretch's bytes, one for each sign; None where it has one that the encoding lacks."""
    parts = []
    for sign in text:
        try:
            parts.append(sign.encode(codec))
        except UnicodeEncodeError:
            if not "\x80" <= sign <= "\x9f":
                return None
            parts.append(sign.encode("latin-1"))
    return b"".join(parts)
