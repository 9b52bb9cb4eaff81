"""Checks that somebody let stand, with the reason."""

STATEMENTS = (
    """
    CREATE TABLE waiver (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        "check" TEXT NOT NULL, about TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX waiver_of_incident ON waiver (incident_id, position)",
)
