"""Charts as SVG, drawn from figures alone: for reports on paper, in a file and on the pages of the hub."""
