"""Keys of devices and of the hub: requests signed, envelopes sealed, so that any carrier will do."""
