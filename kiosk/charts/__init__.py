"""Small charts as SVG for reports: bars, a scatter, a histogram, a flow. No scripts, no network, printable.

Every chart has a title and a description for whoever does not see it, and belongs beside a table of the
same figures. The colours are those of :data:`~kiosk.charts.style.STYLE`.
"""
