"""One anonymous visit: its durable log, attention, facts without a trail, and the wipe at its end."""
