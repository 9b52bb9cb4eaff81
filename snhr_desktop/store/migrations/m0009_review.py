"""Review: what waits since when and by whose hand, who looked at what last, and the notes of reviewers.

The words of a note stand in the history, chained like every save; `review_note` says only which incident it is on.
"""

STATEMENTS = (
    """
    CREATE TABLE queue (
        incident_id INTEGER PRIMARY KEY REFERENCES incident (id) ON DELETE CASCADE, status TEXT NOT NULL,
        since TEXT NOT NULL, changed TEXT NOT NULL, author TEXT NOT NULL,
        needed INTEGER NOT NULL CHECK (needed >= 0), hints INTEGER NOT NULL CHECK (hints >= 0)
    ) STRICT
    """,
    "CREATE INDEX queue_by_wait ON queue (status, since)",
    """
    CREATE TABLE looked (
        actor TEXT NOT NULL, record_uid TEXT NOT NULL, revision INTEGER NOT NULL CHECK (revision >= 1),
        at TEXT NOT NULL, PRIMARY KEY (actor, record_uid)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE review_note (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_uid TEXT NOT NULL REFERENCES incident (uid), actor TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX review_note_of_incident ON review_note (incident_uid, id)",
    """
    CREATE TRIGGER review_note_is_never_changed BEFORE UPDATE ON review_note
    BEGIN SELECT RAISE(ABORT, 'notes are only ever added to'); END
    """,
    """
    CREATE TRIGGER review_note_is_never_removed BEFORE DELETE ON review_note
    BEGIN SELECT RAISE(ABORT, 'notes are only ever added to'); END
    """,
)
