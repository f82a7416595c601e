"""The documents are complete: checked against the code, link by link."""
