"""Makes the picture of the hub's pages anew: a filled hub in a real Chromium.

.env/*-dev/bin/python -m tests.docs.hub_picture
"""

from __future__ import annotations

import io
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from PIL import Image

from kiosk.hub.accounts import Role, add_account
from kiosk.hub.database import open_database
from tests.fakes.asgi_person import PASSWORD
from tests.fakes.browser import Browser, find_driver
from tests.fakes.filled_hub import fill_hub
from tests.fakes.hub_people import now_ms
from tests.fakes.hub_process import HubProcess
from tests.house.repository import HOUSE

PICTURE = HOUSE / "docs" / "images" / "hub-stops.jpg"
SIZE = (1100, 1340)
QUALITY = 82


def main() -> None:
    """Fill a hub, log in, and take the page of stops."""
    driver = find_driver()
    if driver is None:
        raise SystemExit("Chromium is not here: apt-get install chromium chromium-driver")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hub.db"
        with closing(open_database(str(path))) as database:
            fill_hub(database, date.today(), now_ms())
            with database.writing() as connection:
                add_account(connection, "asha", Role.OPERATOR, None, PASSWORD, now_ms())
        with HubProcess(path, is_open=False) as hub, Browser(driver) as browser:
            browser.set_size(*SIZE)
            browser.open(f"{hub.address}/login?next=/stops%3Fsite%3Dmill")
            browser.press("asha", "tab", PASSWORD, "enter")
            browser.open(f"{hub.address}/stops?site=mill")
            shot = Image.open(io.BytesIO(browser.screenshot())).convert("RGB")
    shot.crop((0, 0, min(shot.width, SIZE[0]), SIZE[1])).save(PICTURE, quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main()
