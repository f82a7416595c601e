"""How fast the network may be used: on average, so that a metered connection is not eaten up by one good day."""

from __future__ import annotations


class Pace:
    """Tells how long to wait before the next request, by what the last ones moved. Times are monotonic, in s.

    Args:
        rate_kbps: How many kilobits a second may be moved on average, both ways together; 0 for any number.
    """

    def __init__(self, rate_kbps: int) -> None:
        self._bytes_a_second = rate_kbps * 1000 / 8
        self._free_at_s = 0.0

    def note(self, moved_bytes: int, now_s: float) -> None:
        """Take note of what was just moved."""
        if self._bytes_a_second:
            self._free_at_s = max(self._free_at_s, now_s) + moved_bytes / self._bytes_a_second

    def wait_s(self, now_s: float) -> float:
        """Return for how many s nothing more may be sent."""
        return max(0.0, self._free_at_s - now_s)
