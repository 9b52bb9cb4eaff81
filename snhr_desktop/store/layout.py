"""The names inside a store folder."""

DATABASE = "store.db"
ATTACHMENTS = "attachments"
BACKUPS = "backups"
BALLAST = "kept-free.bin"
"""Room kept back for a save on a full disk; holds nothing."""
REKEYED = DATABASE + ".rekey"
"""A store being written anew under other keys, until it takes the place of the old."""
