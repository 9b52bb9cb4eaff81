"""The files that an import read where there were several, each with its fingerprint."""

STATEMENTS = (
    """
    CREATE TABLE import_file (
        id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        name TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT
    """,
    "CREATE INDEX import_file_of_batch ON import_file (batch_id)",
)
