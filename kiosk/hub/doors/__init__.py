"""The hub's doors for programs, one file each. Everything that comes in is hostile until parsed."""
