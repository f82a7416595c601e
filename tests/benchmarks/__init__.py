"""Measurements beside their floor: run them all with ``./run bench``."""
