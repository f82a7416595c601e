"""Runs every benchmark and prints one table: goal, measured, and the ratio to the plain floor of the same run.

Usage: ``./run bench [NAME ...]``, a name being a module without ``bench_``. Figures of one machine on one
day: the ratio is what to trust. Nothing here fails by the clock; the exit status is 1 only when a
benchmark could not be made.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Sequence

import tests.benchmarks


def main(names: Sequence[str]) -> int:
    """Measure the named benchmarks (all when none is named) and print the table."""
    known = [
        module.name.removeprefix("bench_")
        for module in pkgutil.iter_modules(tests.benchmarks.__path__)
        if module.name.startswith("bench_")
    ]
    if unknown := [name for name in names if name not in known]:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    failed = []
    print(f"{'goal':64} {'measured':>12} {'unit':8} {'floor':>12} {'ratio':>7}")
    for name in names or known:
        print(f"-- {name}", flush=True)
        try:
            rows = importlib.import_module(f"tests.benchmarks.bench_{name}").measure()
        except Exception:  # one that cannot be made must not hide the others; the status tells
            traceback.print_exc()
            failed.append(name)
            continue
        for goal, measured, unit, floor in rows:
            ratio = f"{measured / floor:7.2f}" if floor else "      -"
            against = f"{floor:12.2f}" if floor else "           -"
            print(f"{goal:64} {measured:12.2f} {unit:8} {against} {ratio}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
