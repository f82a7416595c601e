"""Drives that are plugged in: which there are, and when one comes or goes.

Nothing is mounted here: the system does that (see ``docs/how-to/look-after-a-device.md``). Nothing on a drive is
read here either.
"""
