"""Hands python-tuf the metadata of a tree on a stick as if it came from a server."""

from __future__ import annotations

from collections.abc import Iterator

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from kiosk.packs.tree import PackTree

BASE_URL = "tree:/"
# python-tuf's own bound for the largest role; each role's own is checked again by what asks.
MAX_METADATA_BYTES = 5_000_000
# Everything one look at a stick may read: a curator could delegate to ever more roles.
MAX_TOTAL_BYTES = 32_000_000


class TreeFetcher(FetcherInterface):
    """Reads ``HERITAGE/metadata`` of ``tree``; what is not there is a 404. Errors of the tree stay the cause.

    ``timestamp`` is served in the place of the tree's own where it is given: the device knows a newer one.
    """

    def __init__(self, tree: PackTree | None, timestamp: bytes | None = None) -> None:
        self._tree = tree
        self._timestamp = timestamp
        self._left_bytes = MAX_TOTAL_BYTES

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(BASE_URL)
        if self._timestamp is not None and name == "timestamp.json":
            return iter([self._timestamp])
        raw = self._tree.read_metadata(name, MAX_METADATA_BYTES) if self._tree else None
        if raw is None:
            raise DownloadHTTPError(f"{name} is missing", 404)
        self._left_bytes -= len(raw)
        if self._left_bytes < 0:
            raise DownloadError(f"more than {MAX_TOTAL_BYTES:,} bytes of metadata")
        return iter([raw])
