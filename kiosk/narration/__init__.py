"""Stop to voice: choosing a recording, speech or text, its captions, and the player of the app."""
