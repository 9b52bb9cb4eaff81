"""Which window has which record open to be changed, so that no two of them do it unseen."""

STATEMENTS = (
    """
    CREATE TABLE editing (
        record_uid TEXT NOT NULL CHECK (length(record_uid) = 32), window TEXT NOT NULL, actor TEXT NOT NULL,
        since TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (record_uid, window)
    ) STRICT, WITHOUT ROWID
    """,
)
