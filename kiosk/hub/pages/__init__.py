"""The hub's pages for people: made here, without scripts, readable by keyboard and on paper."""
