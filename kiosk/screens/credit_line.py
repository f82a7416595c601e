"""Whose work something is and who may use it, on one line."""

from __future__ import annotations


def join_credit(credit: str, rights: str) -> str:
    """Return who made something and its rights, as far as they are known; "" where neither is."""
    return " · ".join(part for part in (credit, rights) if part)
