"""Simulated devices: plausible visits to the installed packs, sent to a hub as real devices send them."""
