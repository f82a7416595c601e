"""What holds for every test: no screen, no trace on this machine, and nothing left behind.

A test fails on stray log records and Qt messages at warning or above, and on leaked threads, timers,
players, windows, connections, sockets and processes. CONTRIBUTING.md names the markers that allow them.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.house.leaks import LeakWatch
from tests.house.stray_messages import (
    HARMLESS_QT_MESSAGES,
    HARMLESS_RECORDS,
    QtMessageCollector,
    RecordCollector,
    list_unexpected,
)

# The hub's databases: SQLite, and a PostgreSQL of this run's own.
pytest_plugins = ["tests.fakes.hub_databases"]

HOUSE = Path(__file__).resolve().parents[1]
SHARED_DATA = HOUSE.parent / "shared" / "data"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# A test that forgets to name its data folder must not find that of the person who runs it.
os.environ["KIOSK_DATA"] = tempfile.mkdtemp(prefix="kiosk-test-data-")

# The same examples every time, and as much time as they need: a test says the same of the same code.
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

failed_key = pytest.StashKey[bool]()
watch_key = pytest.StashKey[LeakWatch]()
records = RecordCollector()
qt_messages = QtMessageCollector()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with whole visits, which take longest: no worker is left alone with them at the end."""
    items.sort(key=lambda item: "test_rehearsal" not in item.nodeid)


@pytest.fixture(scope="session")
def house() -> Path:
    """The repository's root."""
    return HOUSE


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real museums' data beside the repository; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the collected real data is not here: {SHARED_DATA}")
    return SHARED_DATA


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application that pytest-qt makes: the kind that the kiosk itself runs."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


def pytest_configure() -> None:
    """Listen from the first to the last test."""
    logging.getLogger().addHandler(records)
    qt_messages.install()


def pytest_unconfigure() -> None:
    """Take the stand-in data folder away again."""
    shutil.rmtree(os.environ["KIOSK_DATA"], ignore_errors=True)


@pytest.fixture(autouse=True)
def _watch_leaks(request: pytest.FixtureRequest) -> None:
    # A fixture, because those of wider scope are already there when it is made: they may outlive the test.
    records.lines.clear()
    qt_messages.lines.clear()
    request.node.stash[watch_key] = LeakWatch()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report: pytest.TestReport = yield  # type: ignore[assignment]  # pluggy sends the report in
    if report.failed:
        item.stash[failed_key] = True
    return report  # type: ignore[return-value]  # a wrapper's result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Look for strays once every fixture of the test has been torn down."""
    yield
    # pytest keeps the fixtures' values a little longer than the test needs them.
    getattr(item, "funcargs", {}).clear()
    watch = item.stash.get(watch_key, None)
    if watch is None or item.stash.get(failed_key, False):
        return  # a failure's traceback keeps everything alive, and one failure is enough
    leaks = [] if item.get_closest_marker("allow_leak") else watch.finish()
    complaints = [
        *(
            f"stray log record: {line}"
            for line in list_unexpected(records.lines, [*HARMLESS_RECORDS, *_allowed(item, "allow_log")])
        ),
        *(
            f"stray Qt message: {line}"
            for line in list_unexpected(
                qt_messages.lines, [*HARMLESS_QT_MESSAGES, *_allowed(item, "allow_qt_message")]
            )
        ),
        *leaks,
    ]
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def _allowed(item: pytest.Item, marker: str) -> list[str]:
    return [pattern for mark in item.iter_markers(marker) for pattern in mark.args]
