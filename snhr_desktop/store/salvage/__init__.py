"""What can be read from a damaged store brought into a new one, and what cannot told by name."""
