"""What staff do at the device: the PIN, the drives, installs in processes of their own, the switch to new content."""
