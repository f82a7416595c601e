"""``python -m kiosk``: the same as the command ``kiosk``."""

import sys

from kiosk.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
