"""What a visitor says aloud: the microphone, one recording at a time, and the recordings that wait for the hub."""
