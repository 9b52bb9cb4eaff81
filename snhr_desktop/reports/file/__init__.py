"""The file that a report becomes: what it is for readers that cannot see it, for archives and for programs."""
