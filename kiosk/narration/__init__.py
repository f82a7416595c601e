"""Stop to voice: choosing a recording, speech or text, its captions, and the one player of the app."""
