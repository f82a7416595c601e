"""The content of a running guide: opened anew between two visits whenever other releases are to be shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.packs.library import Library

if TYPE_CHECKING:
    from kiosk.model.background import Background
    from kiosk.packs.manifest import PackManifest
    from kiosk.packs.register import InstalledRelease
    from kiosk.packs.store import PackStore

    Opened = tuple[tuple[InstalledRelease, ...], Library]


class LiveContent:
    """Keeps ``library`` on the releases that the device is to show. Lives on the interface thread.

    A visit under way goes on with what it began with. Opening hashes every catalogue, so it is done in the background;
    the switch itself only changes what the library reads from.

    Args:
        open_store: Opens the device's packs, on any thread; None where they cannot change, as in a folder that can
            only be read.
        library: What the guide reads from; it stays the same object.
        background: The way off the interface thread.
        on_switch: Called when visitors see other releases than before, on the interface thread.
        report: Given what went wrong.
    """

    def __init__(
        self,
        open_store: Callable[[], PackStore] | None,
        library: Library,
        background: Background,
        on_switch: Callable[[], None],
        report: Callable[[KioskError], None],
    ) -> None:
        self._open_store = open_store
        self._library = library
        self._background = background
        self._on_switch = on_switch
        self._report = report
        self._active: tuple[InstalledRelease, ...] | None = None
        self._has_visitor = False
        self._is_looking = False
        self._asked_again = False
        self._opens_anew = False
        self._is_open = True

    @property
    def has_visitor(self) -> bool:
        """Whether somebody visits."""
        return self._has_visitor

    @property
    def releases(self) -> tuple[PackManifest, ...]:
        """The releases visitors see, as far as they are on this device."""
        return self._library.releases

    @property
    def shown(self) -> frozenset[tuple[str, int]]:
        """The releases visitors see: pack and version."""
        return frozenset((release.id, release.version) for release in self._library.releases)

    def note_visitor(self, *, present: bool) -> None:
        """Tell whether somebody visits; when they have left, what is new is shown."""
        has_left = self._has_visitor and not present
        self._has_visitor = present
        if has_left:
            self.renew()

    def renew(self, *, anew: bool = False) -> None:
        """Show the newest releases as soon as nobody visits: at once, or when :meth:`note_visitor` tells so.

        ``anew`` opens them even where they are those that are open: their files may have been mended.
        """
        self._opens_anew = self._opens_anew or anew
        if self._has_visitor or not self._is_open or self._open_store is None:
            return
        if self._is_looking:
            self._asked_again = True
            return
        self._is_looking = True
        anew, self._opens_anew = self._opens_anew, False
        self._background.submit(lambda: self._open_if_other(anew=anew), self._take, self._fail)

    def close(self) -> None:
        """Switch no more."""
        self._is_open = False

    def _open_if_other(self, *, anew: bool) -> Opened | None:
        """Open what is to be shown where it is not what was opened last, or ``anew``. In the background."""
        assert self._open_store is not None
        with closing(self._open_store()) as store:
            active = tuple(release for release in store.list_releases() if release.active)
            is_open = self._is_open_already(active) and not anew
            return None if is_open else (active, store.open_library())

    def _is_open_already(self, active: tuple[InstalledRelease, ...]) -> bool:
        if self._active is not None:
            return active == self._active
        return tuple(release.present for release in active) == self._library.releases

    def _take(self, opened: Opened | None) -> None:
        self._is_looking = False
        if opened is not None:
            active, fresh = opened
            if self._has_visitor or not self._is_open:  # who came meanwhile began with the old content
                fresh.close()
                self._active, self._opens_anew = None, True
                return
            self._active = active
            self._library.take_over(fresh)
            self._on_switch()
        self._look_again()

    def _fail(self, error: Exception) -> None:
        self._is_looking = False
        if not isinstance(error, KioskError):
            raise error
        self._report(error)
        self._look_again()

    def _look_again(self) -> None:
        if self._asked_again:
            self._asked_again = False
            self.renew()
