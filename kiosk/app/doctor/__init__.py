"""What is wrong with this device, and what to do: for the command line and for the staff page."""
