"""How charts look on a light page. A page with other colours sets ``--chart-ink``, ``-soft``, ``-mark``, ``-rule``, ``-paper``."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
.chart { display: block; width: 100%; max-width: 48rem; height: auto; overflow: visible;
  font: 12px "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
.chart text { fill: var(--chart-ink, #1d1b18); unicode-bidi: plaintext; }
.chart .axis, .chart .value { fill: var(--chart-soft, #5e574c); }
.chart .mark { fill: var(--chart-mark, #b4532a); }
.chart .spot { stroke: var(--chart-paper, #ffffff); stroke-width: 1.5; }
.chart .grid { stroke: var(--chart-rule, #d9d2c5); stroke-width: 1; }
.chart .hidden { fill: none; stroke: var(--chart-soft, #5e574c); stroke-dasharray: 3 3; }
.chart .line { fill: none; stroke: var(--chart-mark, #b4532a); stroke-opacity: .55; stroke-linecap: butt; }
.chart .head { fill: var(--chart-mark, #b4532a); }
.chart .place { fill: var(--chart-ink, #1d1b18); }
@media print { .chart { break-inside: avoid; -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""
