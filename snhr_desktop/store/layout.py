"""The names inside a store folder."""

DATABASE = "store.db"
ATTACHMENTS = "attachments"
BACKUPS = "backups"
REKEYED = DATABASE + ".rekey"
"""A store being written anew under other keys, until it takes the place of the old."""
