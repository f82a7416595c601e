"""Picture -> stop: local features of a pack's pictures, made at build and matched on the device."""
