"""Writing SVG: escaped, with a title and a description, and as wide as there is room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

# Noto Sans at 12 units: wide enough for nearly all text; what is wider runs into the margin.
CHARACTER_WIDTH: Final = 6.6


def tag(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """Return an element; attributes are escaped, ``children`` are markup already."""
    written = "".join(f' {key}="{escape(_format(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(x: float, y: float, words: str, kind: str = "label", anchor: str = "start") -> str:
    """Return a line of text; ``kind`` is its class (label, value, axis), ``anchor`` start, middle or end."""
    attributes = {"x": x, "y": y, "class": kind, "text-anchor": anchor}
    return tag("text", attributes, escape(words, quote=False))


def hover(words: str) -> str:
    """Return what a pointer that rests on the element around it is told."""
    return tag("title", {}, escape(words, quote=False))


def draw(title: str, description: str, width: float, height: float, marks: Iterable[str]) -> str:
    """Return a whole chart of ``marks`` in a space of ``width`` x ``height`` units.

    ``title`` says what it is, ``description`` what it shows: who cannot see the chart hears both.
    """
    body = "".join(marks)
    # Told apart by what it holds: a page has many charts, and an id may be there once.
    name = "chart-" + hashlib.sha256(f"{title}\n{description}\n{body}".encode()).hexdigest()[:12]
    return tag(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "chart",
            "role": "img",
            "viewBox": f"0 0 {_format(width)} {_format(height)}",
            "aria-labelledby": f"{name}-title {name}-description",
        },
        tag("title", {"id": f"{name}-title"}, escape(title, quote=False)),
        tag("desc", {"id": f"{name}-description"}, escape(description, quote=False)),
        body,
    )


def shorten(words: str, width: float) -> str:
    """Return ``words``, cut with an ellipsis to about ``width`` units."""
    # A hundredth more: what was measured to fit must not fail by a rounding.
    most = max(1, int(width / CHARACTER_WIDTH + 0.01))
    return words if len(words) <= most else words[: most - 1] + "…"


def _format(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
