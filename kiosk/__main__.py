"""``python -m kiosk``: the same as the command ``kiosk``; with a hidden argument, one of its helpers."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what is asked for, without loading the others for it."""
    if getattr(sys, "frozen", False):
        # A bundle's further processes (the hub's workers) come in by this door; elsewhere Python has one of its own.
        import multiprocessing

        multiprocessing.freeze_support()
    from kiosk.app.own_process import SPEECH_WORKER, TRACE_SEARCH

    if sys.argv[1:] == [SPEECH_WORKER]:
        from kiosk.speech import pyttsx_worker

        return pyttsx_worker.main()
    if sys.argv[1:] == [TRACE_SEARCH]:
        from kiosk.app.rehearsal import traces

        return traces.main()
    from kiosk.app.cli import main as run_command

    return run_command()


if __name__ == "__main__":
    sys.exit(main())
