"""The lock files pin what pyproject.toml asks for, each by its hash, and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))? \\$")


def read_pins(lock: Path) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := PIN.match(line):
            pins.setdefault(found["name"], set()).add(found["version"])
    return pins


def read_wanted(house: Path) -> dict[str, list[Requirement]]:
    project = tomllib.loads((house / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "requirements.lock": [Requirement(line) for line in project["project"]["dependencies"]],
        "requirements-dev.lock": [Requirement(line) for line in project["dependency-groups"]["dev"]],
    }


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_what_is_asked_for(house: Path, lock: str) -> None:
    pins = read_pins(house / lock)
    for wanted in read_wanted(house)[lock]:
        versions = pins.get(canonicalize_name(wanted.name), set())
        assert versions, f"{lock} does not pin {wanted.name}: CONTRIBUTING.md says how to make it anew"
        assert all(version in wanted.specifier for version in versions), f"{lock} pins another {wanted.name}"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_each_line_of_the_lock_is_a_pin_or_a_hash(house: Path, lock: str) -> None:
    hashed = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
    for line in (house / lock).read_text(encoding="utf-8").splitlines():
        assert PIN.match(line) or hashed.match(line), line


def test_both_locks_agree(house: Path) -> None:
    runtime, tools = (read_pins(house / lock) for lock in ("requirements.lock", "requirements-dev.lock"))
    assert {name: tools[name] for name in tools.keys() & runtime.keys() if tools[name] != runtime[name]} == {}
