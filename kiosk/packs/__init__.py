"""Content packs: source, build, catalogue, install and the library the guide reads from."""
