"""``kiosk sync status``: what waits, since when, why, and what to do. Sends nothing and changes nothing."""

from __future__ import annotations

import argparse
import time

from kiosk.app.output import Output


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell; 1 where facts wait and something is in their way."""
    from kiosk.app.settings import read_settings
    from kiosk.app.sync_words import SyncReport, read_sync_report

    hub = arguments.hub or read_settings(arguments.data).hub
    report: SyncReport = read_sync_report(arguments.data, hub)
    out.answer(report.as_dict(), report.format(time.time_ns() // 1_000_000))
    return 1 if report.waiting and report.reason else 0
