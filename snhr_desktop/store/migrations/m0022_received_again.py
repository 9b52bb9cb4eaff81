"""Each reception of a file tells its name then and whom it came from: the same photo may come from two people."""

STATEMENTS = (
    "ALTER TABLE custody_protected ADD COLUMN received_from TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE custody_protected ADD COLUMN original_name TEXT NOT NULL DEFAULT ''",
)
