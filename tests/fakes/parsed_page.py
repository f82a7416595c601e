"""A page taken apart, to see what it is made of."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

_SILENT: Final = ("style", "title", "desc")
_LABELLED: Final = ("input", "select", "textarea")
_EMPTY: Final = frozenset({"meta", "link", "input", "br", "img"})


class ParsedPage(HTMLParser):
    """All elements with their attributes, and the words that are read."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in _SILENT:
            self.words += re.sub(r"\s+", " ", data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of this kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def find_faults(self) -> list[str]:
        """Return what keeps somebody from reading or using it: by keyboard, by ear, without scripts."""
        return [*self._find_structure_faults(), *self._find_form_faults(), *self._find_foreign()]

    def _find_structure_faults(self) -> list[str]:
        levels = [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]
        faults = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"headings {levels}"]
        faults += [
            f"a heading of level {after} after {before}"
            for before, after in pairwise(levels)
            if after > before + 1
        ]
        ids = [attributes["id"] for _, attributes in self.elements if "id" in attributes]
        faults += [f"two of the id {name}" for name in set(ids) if ids.count(name) > 1]
        faults += [
            "a table's head without scope" for one in self.all("th") if one.get("scope") not in ("col", "row")
        ]
        if len(self.all("caption")) != len(self.all("table")):
            faults.append("a table without a caption")
        faults += [
            "a picture without words"
            for one in self.all("svg")
            if one.get("role") == "img" and "aria-labelledby" not in one
        ]
        return faults + ([] if any(one.get("lang") for one in self.all("html")) else ["no language"])

    def _find_form_faults(self) -> list[str]:
        named = {one["for"] for one in self.all("label")}
        fields = [one for tag, one in self.elements if tag in _LABELLED and one.get("type") != "hidden"]
        faults = [f"no label for {one.get('name')}" for one in fields if one.get("id") not in named]
        posted = sum(one.get("method") == "post" for one in self.all("form"))
        guarded = sum(one.get("name") == "csrf_token" and bool(one.get("value")) for one in self.all("input"))
        return faults + ([] if posted == guarded else ["a form that anybody's page could send"])

    def _find_foreign(self) -> list[str]:
        faults = [
            f"an element {tag}" for tag, _ in self.elements if tag in ("script", "iframe", "object", "img")
        ]
        for tag, attributes in self.elements:
            faults += [f"{name} in {tag}" for name in attributes if name.startswith("on") or name == "style"]
            links = (attributes[name] for name in ("href", "src", "action") if name in attributes)
            faults += [f"{tag} leads to {link}" for link in links if not re.match(r"[/#?](?!/)", link)]
        return faults
