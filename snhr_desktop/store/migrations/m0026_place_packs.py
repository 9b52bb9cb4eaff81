"""Lists of places and boundaries that were taken in, each version whole; and which places are no more."""

STATEMENTS = (
    """
    CREATE TABLE place_pack (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL,
        source TEXT NOT NULL, licence TEXT NOT NULL, credit TEXT NOT NULL, sha256 TEXT NOT NULL,
        at TEXT NOT NULL, places BLOB NOT NULL, outlines BLOB NOT NULL
    ) STRICT
    """,
    "ALTER TABLE place ADD COLUMN former INTEGER NOT NULL DEFAULT 0 CHECK (former IN (0, 1))",
    "ALTER TABLE place ADD COLUMN successor TEXT NOT NULL DEFAULT ''",
)
