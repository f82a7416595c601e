"""The scene of every attack on trust: a device that shows release 1, and a stick that is about to be attacked."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.packs.store import PackStore
from tests.fakes.repository_simulator import RepositorySimulator
from tests.fakes.signed_packs import ThrowAwayOperator

PACK = "test.mill"


class Scene:
    """A device, its operator's repository and a stick; ``attempt`` plugs the stick in.

    Attributes:
        repository: The operator's, to be changed at will; ``write`` puts it on the stick.
        stick: The folder of the stick.
        store: The device's packs.
    """

    def __init__(self, releases: Path, folder: Path, before: Scene | None = None) -> None:
        """Set the scene up in ``folder``, or as a copy of one from ``before``, which nobody has touched since."""
        self.stick = folder / "stick"
        self._releases = releases
        self._device = folder / "device"
        self.repository: RepositorySimulator = before.repository.copy() if before else RepositorySimulator()
        if before is not None:
            shutil.copytree(before.stick, self.stick)
            shutil.copytree(before._device, self._device)
            self.store = PackStore(self._device)
            return
        self.store = ThrowAwayOperator(self.repository).open_store(self._device)
        self.publish(1)
        assert self.attempt() == "installed"

    def close(self) -> None:
        """Let go of the device."""
        self.store.close()

    def put(self, version: int) -> bytes:
        """Lay a release on the stick; nobody vouches for it yet. Return its manifest."""
        shutil.copytree(self._releases / str(version), self.stick, dirs_exist_ok=True)
        return self.manifest(version).read_bytes()

    def manifest(self, version: int) -> Path:
        """Return where a release's manifest lies on the stick."""
        return self.stick / "HERITAGE" / "targets" / PACK / f"{version}.json"

    def metadata(self, name: str) -> Path:
        """Return where a file of metadata lies on the stick."""
        return self.stick / "HERITAGE" / "metadata" / name

    def publish(self, version: int, role: str = "targets") -> None:
        """Put a release on the stick, properly signed."""
        self.repository.add_release(PACK, version, self.put(version), role)
        self.repository.publish()
        self.write()

    def write(self) -> None:
        """Make the stick's metadata what the repository says, and nothing else."""
        shutil.rmtree(self.metadata(""), ignore_errors=True)
        self.repository.write(self.stick)

    def restart(self) -> None:
        """Switch the device off and on."""
        self.store.close()
        self.store = PackStore(self._device)

    def attempt(self) -> str:
        """Install the highest release on the stick by its name; return what came of it or the refusal's code.

        Whatever happened, one whole release is shown, the new one only where it was installed, and a refusal
        has words for staff.
        """
        before = self.shown()
        newest = max(self.manifest(0).parent.iterdir(), key=lambda path: int(path.stem))
        outcome = self.store.install(newest)
        assert self.shown() == (outcome.version if outcome.result == "installed" else before)
        if outcome.error is None:
            return outcome.result
        assert outcome.error.remedy
        assert "\n" not in str(outcome.error)
        return outcome.code

    def shown(self) -> int:
        """Return the version that visitors see; 0 for none."""
        library = self.store.open_library()
        try:
            assert library.problems == []
            if not library.sites("en"):
                return 0
            return int(library.get_stop("mill/wheel", "en").publisher.removeprefix("Publisher "))
        finally:
            library.close()
