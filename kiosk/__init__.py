"""Heritage Kiosk: an offline-first guide for heritage sites."""

__version__ = "0.1.0"
