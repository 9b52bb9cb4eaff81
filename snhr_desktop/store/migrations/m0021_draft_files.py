"""Files taken in for an entry that was never saved hang on its draft."""

STATEMENTS = (
    """
    CREATE TABLE draft_file (
        id INTEGER PRIMARY KEY, draft TEXT NOT NULL, attachment TEXT NOT NULL REFERENCES attachment (uid),
        UNIQUE (draft, attachment)
    ) STRICT
    """,
)
