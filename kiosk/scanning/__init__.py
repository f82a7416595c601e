"""Camera frame -> code -> stop: sources, readers, settling, and the scanner that joins them."""
