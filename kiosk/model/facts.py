"""What leaves the device: unlinked facts, one line of JSON each, checked on both sides of the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.model.fact_kinds import FACTS

__all__ = ["FACTS", "MAX_FACT_BYTES", "Fact", "format_fact", "parse_fact"]

MAX_FACT_BYTES: Final = 4_096


@dataclass(frozen=True, slots=True)
class Fact:
    """One unlinked fact: its declaration's name and its values (None where absent)."""

    name: str
    values: Mapping[str, Any]


def format_fact(fact: Fact) -> bytes:
    """Return a fact as one line of JSON (UTF-8, keys sorted, no line break); checked first.

    Raises:
        ValueError: It is not declared, or out of bounds.
    """
    declared = FACTS.get(fact.name)
    if declared is None:
        raise ValueError(f"no fact is declared as {fact.name!r}")
    if fault := declared.find_fault(fact.values):
        raise ValueError(fault)
    body = {"fact": fact.name, **{key: value for key, value in fact.values.items() if value is not None}}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def parse_fact(line: bytes) -> Fact:
    """Return the fact in one line; the pair of :func:`format_fact`. ``line`` is not trusted.

    Raises:
        ValueError: Too long, not JSON, not declared or out of bounds; the message says which.
    """
    if len(line) > MAX_FACT_BYTES:
        raise ValueError(f"longer than {MAX_FACT_BYTES} bytes")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(body, dict):
        raise ValueError("not a JSON object")
    name = body.pop("fact", None)
    declared = FACTS.get(name) if isinstance(name, str) else None
    if declared is None:
        raise ValueError("no such fact is declared here")
    if fault := declared.find_fault(body):
        raise ValueError(fault)
    return Fact(declared.name, {datum.name: body.get(datum.name) for datum in declared.data})
