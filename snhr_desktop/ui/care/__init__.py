"""Care of the store: its backups, whether it is sound, and what to do when it is not."""
