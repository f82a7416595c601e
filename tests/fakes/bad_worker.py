"""A speech worker that misbehaves in the way its argument names; run as a script."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Request = dict[str, Any]


def main(how: str) -> None:
    """Answer for the voices, then misbehave at the first utterance."""
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "voices":
            answer(request, voices=[["gmw/en", "English", ["en-gb"]]])
        else:
            _WAYS[how](request)


def answer(request: Request, **parts: object) -> None:
    print(json.dumps({"id": request["id"], "ok": True, "words": [], **parts}), flush=True)


def _damage(request: Request) -> None:
    Path(request["path"]).write_bytes(b"RIFF nonsense")
    answer(request)


def _babble(_: Request) -> None:
    print("Audio saved to file", flush=True)


def _list(_: Request) -> None:
    print("[1, 2]", flush=True)


_WAYS: dict[str, Callable[[Request], object]] = {
    "hangs": lambda _: time.sleep(600),
    "dies": lambda _: sys.exit(),
    "babbles": _babble,
    "lists": _list,
    "muddles": lambda request: answer({**request, "id": request["id"] - 1}),
    "refuses": lambda request: answer(request, ok=False, reason="wrong-voice", found="gmw/de"),
    "forgets": answer,
    "damages": _damage,
}

if __name__ == "__main__":
    main(sys.argv[1])
