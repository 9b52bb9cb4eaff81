"""The queue of review with identity and revision in its own narrow rows, so that a large one is sorted without more."""

STATEMENTS = (
    "DROP TABLE queue",
    """
    CREATE TABLE queue (
        incident_id INTEGER PRIMARY KEY REFERENCES incident (id) ON DELETE CASCADE,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32), revision INTEGER NOT NULL CHECK (revision >= 1),
        status TEXT NOT NULL, since TEXT NOT NULL, changed TEXT NOT NULL, author TEXT NOT NULL,
        needed INTEGER NOT NULL CHECK (needed >= 0), hints INTEGER NOT NULL CHECK (hints >= 0)
    ) STRICT
    """,
    "CREATE INDEX queue_by_wait ON queue (status, since)",
)
