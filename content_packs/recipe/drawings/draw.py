"""Draw the pictures of the Delhi pack anew: `python content_packs/recipe/drawings/draw.py [NAME ...]`.

The drawings are seeded, so the same source gives the same files to the byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from emblem import wordmark
from pictures import PICTURES
from plan import Plan

MEDIA = Path(__file__).resolve().parents[2] / "delhi" / "media"


def main(names: list[str]) -> int:
    """Write the named pictures, or all of them."""
    makers = {**PICTURES, "plan": lambda: Plan().draw(), "wordmark": wordmark}
    unknown = sorted(set(names) - set(makers))
    if unknown:
        print(
            f"no picture is called {', '.join(unknown)}; there are {', '.join(sorted(makers))}",
            file=sys.stderr,
        )
        return 2
    MEDIA.mkdir(parents=True, exist_ok=True)
    for name in names or sorted(makers):
        makers[name]().save(MEDIA / f"{name}.svg")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
