"""The publisher's side of trust: keys, signatures, and the tree that packs are handed on in."""
