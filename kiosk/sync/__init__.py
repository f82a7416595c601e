"""Visit facts out, by themselves, when a connection appears; acknowledged only by the hub's own words."""
