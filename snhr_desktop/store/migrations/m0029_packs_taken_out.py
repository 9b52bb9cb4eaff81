"""A pack of places can be taken out again: it stays, and says nothing any more."""

STATEMENTS = ("ALTER TABLE place_pack ADD COLUMN taken_out INTEGER NOT NULL DEFAULT 0 CHECK (taken_out IN (0, 1))",)
