"""Keeps Qt's own threads from asking Python anything when they let go of a sender."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance


def settle_overrides(signal: SignalInstance) -> None:
    """Make Qt look for Python overrides of the sender's ``disconnectNotify`` now, on this thread.

    Qt's renderer thread calls it, with a lock held, when it ends; the first call of each object waits
    for Python's global lock, which the interface thread holds while it waits for that very lock in
    stop() or setSource(): the app would stand still for ever. The answer is remembered per object, so
    one early call (a receiver that goes) ends the danger.
    """
    receiver = QObject()
    signal.connect(receiver.deleteLater)
    del receiver
