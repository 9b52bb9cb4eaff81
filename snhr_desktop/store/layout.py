"""The names inside a store folder."""

DATABASE = "store.db"
ATTACHMENTS = "attachments"
BACKUPS = "backups"
