"""Each entry of the history keeps who made it by identity, beside the name; those from before have none."""

STATEMENTS = ("ALTER TABLE revision ADD COLUMN actor_uid TEXT NOT NULL DEFAULT ''",)
