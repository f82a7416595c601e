"""A speech worker that misbehaves in the way its argument names; run as a script."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main(how: str) -> None:
    """Answer for the voices, then misbehave at the first utterance."""
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "voices":
            answer(json.dumps({"ok": True, "voices": [["gmw/en", "English", ["en-gb"]]]}))
        elif how == "hangs":
            time.sleep(600)
        elif how == "dies":
            return
        elif how == "babbles":
            answer("Audio saved to file")
        elif how == "lists":
            answer("[1, 2]")
        elif how == "refuses":
            answer(json.dumps({"ok": False, "reason": "wrong-voice", "found": "gmw/de"}))
        elif how == "forgets":
            answer(json.dumps({"ok": True, "words": []}))
        elif how == "damages":
            Path(request["path"]).write_bytes(b"RIFF nonsense")
            answer(json.dumps({"ok": True, "words": []}))


def answer(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
