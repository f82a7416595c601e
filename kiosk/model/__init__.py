"""The ground: the field's nouns and arithmetic. Standard library only; no clock, no input or output."""
