"""How the tables came to be: one file a step, in order; never changed once released."""
