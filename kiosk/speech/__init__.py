"""Text that becomes sound: engines and their voices, how words are said, and what has been said before."""
