"""Tickets and onward vouchers: typed codes and signed QR codes, checked with no network, taken once."""
