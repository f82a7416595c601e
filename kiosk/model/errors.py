"""The one exception for what the world did wrong: environment, device, file, network or input.

A bug in our own code is any other exception: it is never caught to be hidden.
"""

from __future__ import annotations

import re

# What could end a line, move a terminal's cursor or turn the writing round; names of files may hold all of it.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def make_printable(text: str) -> str:
    """Return ``text`` on one line; what would break it, or a terminal, becomes "\N{REPLACEMENT CHARACTER}"."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


class KioskError(Exception):
    """Something could not be done, and it is not a bug.

    The parts answer, in order: what did not happen, to which thing, what was expected and what
    was found, and what to do. ``code`` is stable: documents, tests and staff refer to it.

    Attributes:
        what: What did not happen, as a short clause ("The pack was not installed").
        thing: Which thing (a file name, an address, a stop number); "" when there is only one.
        expected: What was expected; "" when it goes without saying.
        found: What was found instead.
        remedy: What to do now, as an instruction.
        code: ``room.reason`` in lower case with hyphens, for example ``packs.hash-mismatch``.
    """

    def __init__(
        self,
        what: str,
        *,
        code: str,
        thing: str = "",
        expected: str = "",
        found: str = "",
        remedy: str = "",
    ) -> None:
        self.what = what
        self.thing = thing
        self.expected = expected
        self.found = found
        self.remedy = remedy
        self.code = code
        super().__init__(self.format())

    def format(self) -> str:
        """Return the whole error as one line for staff: ``what · thing · expected, found · remedy · [code]``.

        What would break the line, or a terminal, is shown as "\N{REPLACEMENT CHARACTER}".
        """
        compared = ", ".join(
            part
            for part in (
                f"expected {self.expected}" if self.expected else "",
                f"found {self.found}" if self.found else "",
            )
            if part
        )
        parts = [self.what, self.thing, compared, self.remedy, f"[{self.code}]"]
        return make_printable(" · ".join(part for part in parts if part))

    def as_dict(self) -> dict[str, str]:
        """Return the parts as a JSON-ready dict with the keys of the attributes."""
        return {
            "what": self.what,
            "thing": self.thing,
            "expected": self.expected,
            "found": self.found,
            "remedy": self.remedy,
            "code": self.code,
        }
