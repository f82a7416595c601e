"""A real browser without a window, driven by W3C WebDriver: Debian's Chromium and its driver, spoken to over HTTP.

The protocol is a standard and small; no package is needed for it.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Final

KEYS: Final = {"tab": "\ue004", "enter": "\ue007", "down": "\ue015", "space": " "}
_FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
_PATIENCE_S: Final = 60.0


def find_driver() -> str | None:
    """Return where the driver is, None where it or the browser is missing."""
    return shutil.which("chromedriver") if shutil.which("chromium") else None


class Browser:
    """A browser with nothing in it, there while the ``with`` lasts."""

    def __init__(self, driver: str) -> None:
        self._driver = driver

    def __enter__(self) -> Browser:
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-browser-"))
        self._process = subprocess.Popen(
            [self._driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        try:
            self._connection = HTTPConnection("127.0.0.1", self._read_port(), timeout=_PATIENCE_S)
            options = {"args": [*_FLAGS, f"--user-data-dir={self._folder}", "about:blank"]}
            wanted = {
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }
            opened = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        except BaseException:
            self._end()
            raise
        self._session = f"/session/{opened['sessionId']}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._ask("DELETE", self._session, None)
        finally:
            self._end()

    def open(self, address: str) -> None:
        """Go to an address and wait for the page."""
        self._post("/url", {"url": address})

    def run(self, script: str) -> Any:
        """Return what ``script`` (a function's body) returns in the page."""
        return self._post("/execute/sync", {"script": script, "args": []})

    def press(self, *keys: str) -> None:
        """Press keys, one after the other: names of ``KEYS``, or text to type."""
        typed = [one for key in keys for one in (KEYS.get(key) or key)]
        actions = [{"type": kind, "value": one} for one in typed for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def focused(self) -> str:
        """Return the name or else the text of what has the keyboard."""
        return str(self.run("const e = document.activeElement; return e.name || e.innerText || e.tagName;"))

    def set_size(self, width: int, height: int) -> None:
        """Give the page a size, also one that no window can have."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )  # fmt: skip

    def set_media(self, media: str = "", scheme: str = "light") -> None:
        """Show the page as on paper (``media`` "print"), or for eyes that want it dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def command(self, name: str, **values: Any) -> Any:
        """Give a command of the browser's own protocol."""
        return self._post("/goog/cdp/execute", {"cmd": name, "params": values})

    def screenshot(self) -> bytes:
        """Return the whole page as PNG, below the window's edge too."""
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def print_page(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        return base64.b64decode(self._post("/print", {}))

    def complaints(self) -> list[str]:
        """Return what the page's console said since the last time, at warning or above."""
        return [one["message"] for one in self._log("browser") if one["level"] in ("WARNING", "SEVERE")]

    def requests(self) -> list[str]:
        """Return the addresses asked for since the last time."""
        events = (json.loads(one["message"])["message"] for one in self._log("performance"))
        sent = (one["params"] for one in events if one["method"] == "Network.requestWillBeSent")
        return [str(one["request"]["url"]) for one in sent]

    def _log(self, kind: str) -> Iterable[Any]:
        found: list[Any] = self._post("/se/log", {"type": kind})
        return found

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return self._ask("POST", self._session + path, body)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        content = None if body is None else json.dumps(body)
        self._connection.request(method, path, content, {"Content-Type": "application/json"})
        answer = self._connection.getresponse()
        value = json.loads(answer.read())["value"]
        if answer.status != 200:
            raise AssertionError(f"{method} {path}: {value['error']}: {value['message']}")
        return value

    def _read_port(self) -> int:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if found := re.search(r"started successfully on port (\d+)", line):
                return int(found[1])
        raise AssertionError("the browser's driver did not start")

    def _end(self) -> None:
        if hasattr(self, "_connection"):
            self._connection.close()
        self._process.terminate()
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)
