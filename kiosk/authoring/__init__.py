"""Authoring: spreadsheets and folders in, pack sources and printable labels out."""
