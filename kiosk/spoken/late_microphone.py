"""A microphone that is looked for when somebody first wants to speak: Qt's multimedia takes 45 ms and 10 MB."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.spoken.microphone import Microphone, MicrophoneListener


class LateMicrophone:
    """A :class:`~kiosk.spoken.microphone.Microphone` made at its first use."""

    def __init__(self, make: Callable[[], Microphone]) -> None:
        """Take what makes it."""
        self._make = make
        self._made: Microphone | None = None

    @property
    def is_there(self) -> bool:
        """See Microphone."""
        return self._get().is_there

    def start(self, listener: MicrophoneListener) -> None:
        """See Microphone."""
        self._get().start(listener)

    def stop(self) -> None:
        """See Microphone."""
        if self._made is not None:
            self._made.stop()

    def _get(self) -> Microphone:
        if self._made is None:
            self._made = self._make()
        return self._made
