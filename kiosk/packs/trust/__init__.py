"""Whose packs a device shows: the operator's root, what it vouches for, and how that is learned from a stick."""
