"""Backups of a store: encrypted as it is, opened and compared before they count, the oldest rotated away."""
