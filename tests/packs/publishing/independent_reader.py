"""Reads a published tree with python-tuf's own client, and with no code of the house's trust."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig


class FolderFetcher(FetcherInterface):
    """Serves files of a folder, as a web server would."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = Path(url.removeprefix("folder:"))
        if not path.is_file():
            raise DownloadHTTPError(f"no {path.name}", 404)
        return iter([path.read_bytes()])


class IndependentReader:
    """A client that begins with ``root``; its ``known`` folder outlives it, as a device's memory does."""

    def __init__(self, tree: Path, root: bytes, known: Path) -> None:
        self._heritage = tree / "HERITAGE"
        known.mkdir(exist_ok=True)
        self._updater = Updater(
            str(known),
            f"folder:{self._heritage}/metadata",
            fetcher=FolderFetcher(),
            config=UpdaterConfig(prefix_targets_with_hash=False),
            bootstrap=root,
        )

    def read_release(self, pack_id: str, version: int) -> str:
        """Return the publisher of a release that is vouched for and whole in each byte; "" where it is not listed."""
        path = f"{pack_id}/{version}.json"
        target = self._updater.get_targetinfo(path)
        if target is None:
            return ""
        raw = (self._heritage / "targets" / path).read_bytes()
        target.verify_length_and_hashes(raw)
        manifest = json.loads(raw)
        for part in manifest["parts"]:
            for blob in [part, *part["blobs"]]:
                sha256 = blob["sha256"]
                data = (self._heritage / "blobs" / sha256[:2] / sha256).read_bytes()
                assert (len(data), hashlib.sha256(data).hexdigest()) == (blob["size_bytes"], sha256)
        return str(manifest["publisher"])


def read_release(tree: Path, root: bytes, version: int, pack_id: str = "test.mill") -> str:
    """Return the publisher of a release as a device sees it that knows only ``root``; "" where it is not listed."""
    with TemporaryDirectory(prefix="kiosk-reader-") as known:
        return IndependentReader(tree, root, Path(known)).read_release(pack_id, version)
