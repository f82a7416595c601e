"""What the house demands of every room: floors, clean tests, complete documents."""
