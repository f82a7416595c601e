"""The hub's one page for people: totals and a table a site. No scripts, nothing from elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from html import escape

from kiosk.hub.reports import Totals
from kiosk.model.disclosure import SiteReport, StopReport

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1b18; --paper: #f7f4ee; --rule: #d9d2c5; --soft: #5e574c; --bar: #b4532a; }
@media (prefers-color-scheme: dark) { :root { --ink: #efe9dd; --paper: #191714; --rule: #3a352d; --soft: #aaa191; --bar: #e08a5b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 3rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 "Noto Sans", system-ui, sans-serif; }
h1, h2 { font-family: "Noto Serif Display", "Noto Serif", Georgia, serif; font-weight: 500; line-height: 1.15; }
h1 { font-size: 2.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.625rem; margin: 3rem 0 .75rem; }
p { margin: .25rem 0; color: var(--soft); max-width: 62ch; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.5rem 0; padding: 1rem 0; border-block: 1px solid var(--rule); }
dl div { display: flex; flex-direction: column-reverse; } dt { color: var(--soft); font-size: .9375rem; }
dd { margin: 0; font-size: 1.75rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .75rem .5rem 0; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th { font-weight: 500; color: var(--soft); font-size: .9375rem; } th:first-child, td:first-child { text-align: left; }
.bar { display: inline-block; width: 7rem; height: .5rem; background: var(--rule); vertical-align: middle; margin-inline-end: .5rem; }
.bar span { display: block; height: 100%; background: var(--bar); }
"""


def format_page(totals: Totals, sites: Iterable[SiteReport]) -> str:
    """Return the page as HTML. Every text that came from a device is escaped."""
    sections = "".join(_format_site(site) for site in sites) or (
        "<h2>Nothing yet</h2><p>Devices send by themselves once they know this hub's address.</p>"
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Heritage Kiosk hub</title><style>{_STYLE}</style></head><body>"
        "<h1>What guide users do</h1>"
        "<p>From unlinked facts: no visit, device or person can be followed. Counts under 5 are hidden (·), "
        "and what would give them away.</p>"
        f"{_format_totals(totals)}{sections}</body></html>"
    )


def _format_totals(totals: Totals) -> str:
    last = (
        time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(totals.last_seen_ms // 1000))
        if totals.last_seen_ms
        else "never"
    )
    return _format_list(
        {
            "devices": f"{totals.devices:,}",
            "facts received": f"{totals.facts:,}",
            "in quarantine": f"{totals.quarantined:,}",
            "dropped on devices": f"{totals.dropped:,}",
            "last heard": last,
        }
    )


def _format_site(site: SiteReport) -> str:
    figures = {
        "guide visits": _count(site.visits),
        "minutes, mean": _decimal(site.mean_minutes),
        "diligent": _share(site.diligent_share),
        "languages": ", ".join(f"{escape(tag)} {_count(count)}" for tag, count in site.languages.items())
        or "·",
        "suggestions taken": f"{_count(site.suggestions_taken)} of {_count(site.suggestions_shown)}",
    }
    rows = "".join(_format_stop(stop) for stop in site.stops)
    return (
        f"<h2>{escape(site.site)}</h2>{_format_list(figures)}"
        '<div class="scroll"><table><thead><tr><th scope="col">Stop</th><th scope="col">Stopped</th>'
        '<th scope="col">Attraction</th><th scope="col">Holding time</th><th scope="col">Heard</th>'
        f'<th scope="col">Completed</th><th scope="col">Capped</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _format_stop(stop: StopReport) -> str:
    name = stop.stop.split("/", 1)[-1]
    width = round(100 * (stop.attraction or 0))
    bar = f'<span class="bar"><span style="width:{width}%"></span></span>'
    held = "·" if stop.holding_time_s is None else f"{stop.holding_time_s:.0f} s"
    shares = (stop.holding_power, stop.completion, stop.capped_share)
    cells = [_count(stop.stopped), bar + _share(stop.attraction), held, *map(_share, shares)]
    return f"<tr><td>{escape(name)}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _format_list(figures: Mapping[str, str]) -> str:
    entries = "".join(f"<div><dt>{name}</dt><dd>{figure}</dd></div>" for name, figure in figures.items())
    return f"<dl>{entries}</dl>"


def _count(count: int | None) -> str:
    return "·" if count is None else f"{count:,}"


def _decimal(value: float | None) -> str:
    return "·" if value is None else f"{value:.1f}"


def _share(share: float | None) -> str:
    return "·" if share is None else f"{share:.0%}"
