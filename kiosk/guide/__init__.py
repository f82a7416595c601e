"""What next: stops near here and places near by, each with its reason."""
