"""Where the visitor is outdoors: positions from a receiver or a file, and the stops that are near."""
