"""Packs signed with a throw-away key, and devices that trust it: the signed door for suites about other things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.packs.build import build_pack
from kiosk.packs.pack_source import PackSource
from kiosk.packs.signatures import SignatureMaker
from kiosk.packs.store import PackStore
from tests.fakes.repository_simulator import RepositorySimulator

MakeStore = Callable[[Path], PackStore]


@dataclass(frozen=True)
class ThrowAwayOperator:
    """Signs packs for one test or one module of them; ``repository`` is there to be tampered with."""

    repository: RepositorySimulator = field(default_factory=RepositorySimulator)

    def build(
        self,
        source: PackSource,
        out: Path,
        *,
        once: bool = False,
        signatures: SignatureMaker | None = None,
    ) -> Path:
        """Build a pack and sign it; ``once`` for a second one under the same id and version."""
        build_pack(source, out, signatures=signatures)
        return self.repository.sign_hpack(out, once=once)

    def trust(self, data: Path) -> Path:
        """Make the device in ``data`` trust this operator."""
        data.mkdir(parents=True, exist_ok=True)
        root = data / "throw-away.root.json"
        root.write_bytes(self.repository.roots[-1])
        store = PackStore(data)
        try:
            store.trust.adopt(root)
        finally:
            store.close()
            root.unlink()
        return data

    def open_store(self, data: Path) -> PackStore:
        """Open the store of a device that trusts this operator."""
        return PackStore(self.trust(data))
