"""Imports: which file brought which records, from which row of it, and what each was before and after."""

STATEMENTS = (
    """
    CREATE TABLE import_batch (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32), at TEXT NOT NULL,
        actor TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, sheet TEXT NOT NULL, dataset TEXT NOT NULL,
        mapping TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE import_row (
        id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        record_type TEXT NOT NULL, record_uid TEXT NOT NULL, rows TEXT NOT NULL,
        before INTEGER NOT NULL CHECK (before >= 0), after INTEGER NOT NULL CHECK (after > before),
        brought TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX import_row_of_record ON import_row (record_uid, after)",
    "CREATE INDEX import_row_of_batch ON import_row (batch_id)",
)
