"""Somebody who cares for the labels and only remembers what was told."""

from __future__ import annotations


class FakeLabelCare:
    """``told``: every call as (what, about what)."""

    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []

    def code_read(self, stop_id: str, spare: float | None) -> None:
        self.told.append(("read", stop_id, "" if spare is None else f"{spare:g}"))

    def code_refused(self, kind: str, text: str = "") -> None:
        self.told.append(("refused", kind, text))

    def stop_opened(self, stop_id: str, by: str) -> None:
        self.told.append(("opened", stop_id, by))
