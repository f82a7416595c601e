"""A whole visit, off screen, on the real parts: how we and our users see the guide work."""
