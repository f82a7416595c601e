"""The report as one HTML file: charts with a table beside each, to read on a screen or on paper. No scripts, no network."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from kiosk.charts.report_sections import chart_sections
from kiosk.charts.report_words import count_words, decimal_words, describe_hiding, share_words
from kiosk.charts.style import STYLE
from kiosk.model.disclosure import SiteReport

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d1b18; --paper: #f7f4ee; --rule: #d9d2c5; --soft: #5e574c; --mark: #b4532a; }
@media (prefers-color-scheme: dark) { :root { --ink: #efe9dd; --paper: #191714; --rule: #3a352d; --soft: #aaa191; --mark: #e08a5b; } }
@media print { :root { --ink: #000; --paper: #fff; --rule: #bbb; --soft: #444; --mark: #8a3c1b; } }
:root { --chart-ink: var(--ink); --chart-soft: var(--soft); --chart-mark: var(--mark); --chart-rule: var(--rule); --chart-paper: var(--paper); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 "Noto Sans", system-ui, sans-serif; }
h1, h2, h3 { font-family: "Noto Serif Display", "Noto Serif", Georgia, serif; font-weight: 500; line-height: 1.15; }
h1 { font-size: 2.25rem; margin: 0 0 .5rem; } h2 { font-size: 1.75rem; margin: 3rem 0 .5rem; } h3 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
p { margin: .25rem 0 .75rem; color: var(--soft); max-width: 66ch; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1rem 0; padding: 1rem 0; border-block: 1px solid var(--rule); }
dl div { display: flex; flex-direction: column-reverse; } dt { color: var(--soft); font-size: .9375rem; }
dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; margin-top: 1rem; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9375rem; }
caption { text-align: start; color: var(--soft); padding-bottom: .25rem; }
th, td { padding: .375rem 1rem .375rem 0; text-align: end; border-bottom: 1px solid var(--rule); white-space: nowrap; font-weight: 400; }
thead th { color: var(--soft); } th:first-child { text-align: start; }
@media print { body { padding: 0; font-size: 10pt; max-width: none; } section { break-inside: avoid; } .scroll { overflow: visible; } }
"""


def format_page(reports: Iterable[SiteReport], made_on: str) -> str:
    """Return the page; ``made_on`` is the day it is made (2026-11-21). Every text from the data is escaped."""
    sites = list(reports)
    body = "".join(_format_site(report) for report in sites) or (
        "<h2>Nothing yet</h2><p>No visit has been handed over yet.</p>"
    )
    note = escape(describe_hiding(sites[0])) if sites else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>What guide users did</title><style>{_STYLE}{STYLE}</style></head><body><main>"
        "<h1>What guide users did</h1>"
        f"<p>Of one device, made on {escape(made_on)}. From facts that cannot be put together to a visit again."
        " Those who carry no guide are not in them.</p>"
        f"<p>{note}</p>{body}</main></body></html>\n"
    )


def _format_site(report: SiteReport) -> str:
    figures = {
        "guide visits": count_words(report.visits),
        "minutes, mean": decimal_words(report.mean_minutes),
        "diligent": share_words(report.diligent_share),
        "sweep rate index": decimal_words(report.sweep_rate_index),
    }
    entries = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(figure)}</dd></div>" for name, figure in figures.items()
    )
    sections = "".join(
        f"<section><h3>{escape(section.heading)}</h3><p>{escape(section.words)}</p>{section.chart}{section.table}</section>"
        for section in chart_sections(report)
    )
    return f"<article><h2>{escape(report.site)}</h2><dl>{entries}</dl>{sections}</article>"
