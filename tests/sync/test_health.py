"""Whether the hub answers, asked for staff: the truth in seconds, whatever the network says."""

from __future__ import annotations

import json
import time

import pytest

from kiosk.sync.health import find_trouble
from kiosk.sync.hub_address import parse_hub_address
from tests.fakes.fake_hub import PORTAL, FakeHub, Reply, free_port


def test_a_hub_that_is_well_has_no_trouble() -> None:
    with FakeHub() as hub:
        assert find_trouble(parse_hub_address(hub.url)) == ""


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ((200, PORTAL, {}), "answers 200, not as a hub does"),
        ((200, b"[" * 4000, {}), "not as a hub does"),
        ((200, json.dumps({"ok": False}).encode(), {}), "not as a hub does"),
        ((500, b"", {}), "answers 500"),
        ((302, b"", {}), "answers 302"),
    ],
)
def test_another_answer_is_told_in_words(reply: Reply, words: str) -> None:
    with FakeHub(health=reply) as hub:
        assert words in find_trouble(parse_hub_address(hub.url))


def test_nobody_there_is_told_at_once() -> None:
    trouble = find_trouble(parse_hub_address(f"http://127.0.0.1:{free_port()}"))
    assert "does not answer" in trouble and "refused" in trouble


def test_a_hub_that_says_nothing_does_not_keep_staff_waiting() -> None:
    with FakeHub(silent=True) as hub:
        started = time.monotonic()
        assert find_trouble(parse_hub_address(hub.url), patience_s=0.3) == "does not answer (not in time)"
        # The silence lasts 10 s: far more than a loaded machine needs to notice that the patience is over.
        assert time.monotonic() - started < 8
