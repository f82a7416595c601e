"""The hub's interface tried at length from its own description: a closed and an open hub, on SQLite and on PostgreSQL.

An answer that the description does not promise, a 5xx, or none within 20 s ends it with the request that got it.
``python -m tests.benchmarks.bench_api 50`` tries less.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.hub.database import open_database
from tests.fakes.api_fuzz import Fuzz, register_batches
from tests.fakes.hub_process import HubProcess
from tests.fakes.postgres_cluster import PostgresCluster, find_programs

Row = tuple[str, float, str, float | None]
EXAMPLES = 150


def measure(examples: int = EXAMPLES) -> list[Row]:
    """Try every door with so many right and as many wrong requests at each hub."""
    register_batches()
    rows: list[Row] = []
    with ExitStack() as stack:
        for kind, addresses in _make_databases(stack):
            for name, is_open, address in (("closed", False, addresses[0]), ("open", True, addresses[1])):
                fuzz = _try(address, examples, is_open=is_open)
                asked = sum(fuzz.answers.values())
                failed = sum(count for status, count in fuzz.answers.items() if status >= 500)
                where = f"{name} hub on {kind}"
                rows += [
                    (f"{where}: requests made up and answered as described", asked, "requests", None),
                    (f"{where}: of them taken (2xx, 409)", _count_taken(fuzz), "requests", None),
                    (f"{where}: 5xx among them (goal 0)", failed, "answers", None),
                    (f"{where}: slowest answer", fuzz.slowest_s * 1_000, "ms", None),
                ]
    return rows


def _make_databases(stack: ExitStack) -> Iterator[tuple[str, tuple[str, str]]]:
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="kiosk-api-")))
    yield "SQLite", (str(folder / "closed.db"), str(folder / "open.db"))
    if (programs := find_programs()) is not None:
        cluster = stack.enter_context(PostgresCluster(programs))
        yield "PostgreSQL", (cluster.make_database(), cluster.make_database())


def _try(address: str, examples: int, *, is_open: bool) -> Fuzz:
    with HubProcess(address, is_open=is_open) as hub:
        fuzz = Fuzz(hub.address)
        with closing(open_database(address)) as database:
            fuzz.provide(database)
        fuzz.run(examples)
    return fuzz


def _count_taken(fuzz: Fuzz) -> int:
    return sum(count for status, count in fuzz.answers.items() if status < 300 or status == 409)


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES):
        print(*row)
