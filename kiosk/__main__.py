"""``python -m kiosk``: the same as the command ``kiosk``; with a hidden argument, its speech worker."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the speech worker or the command line, without loading the one for the other."""
    from kiosk.app.own_process import SPEECH_WORKER

    if sys.argv[1:] == [SPEECH_WORKER]:
        from kiosk.narration import pyttsx_worker

        return pyttsx_worker.main()
    from kiosk.app.cli import main as run_command

    return run_command()


if __name__ == "__main__":
    sys.exit(main())
