"""Published reports: the file, the state it was made of, and the revisions of the records it read. Never changed.

What is bulky stands last in its row: whatever is read of the columns before it needs none of its pages.
"""

STATEMENTS = (
    """
    CREATE TABLE publication (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32), code TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, letter TEXT NOT NULL CHECK (length(letter) = 1),
        yymm TEXT NOT NULL CHECK (length(yymm) = 4), serial INTEGER NOT NULL CHECK (serial BETWEEN 1 AND 99),
        published_at TEXT NOT NULL, actor TEXT NOT NULL, audience TEXT NOT NULL, edition TEXT NOT NULL,
        period TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, area TEXT NOT NULL, scope TEXT NOT NULL,
        title_ar TEXT NOT NULL, title_en TEXT NOT NULL, rules TEXT NOT NULL,
        frozen_sha256 TEXT NOT NULL CHECK (length(frozen_sha256) = 64),
        file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64), chain_head TEXT NOT NULL,
        figures TEXT NOT NULL CHECK (json_type(figures) = 'object'), frozen TEXT NOT NULL, file BLOB NOT NULL,
        UNIQUE (letter, yymm, serial)
    ) STRICT
    """,
    """
    CREATE TABLE publication_record (
        publication_id INTEGER NOT NULL REFERENCES publication (id),
        record_uid TEXT NOT NULL CHECK (length(record_uid) = 32), revision INTEGER NOT NULL CHECK (revision >= 1),
        figures TEXT NOT NULL CHECK (json_type(figures) = 'object'),
        PRIMARY KEY (publication_id, record_uid)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX publication_record_of_record ON publication_record (record_uid)",
    """
    CREATE TRIGGER publication_is_never_changed BEFORE UPDATE ON publication
    BEGIN SELECT RAISE(ABORT, 'what is published is only ever added to'); END
    """,
    """
    CREATE TRIGGER publication_is_never_removed BEFORE DELETE ON publication
    BEGIN SELECT RAISE(ABORT, 'what is published is only ever added to'); END
    """,
    """
    CREATE TRIGGER publication_record_is_never_changed BEFORE UPDATE ON publication_record
    BEGIN SELECT RAISE(ABORT, 'what is published is only ever added to'); END
    """,
    """
    CREATE TRIGGER publication_record_is_never_removed BEFORE DELETE ON publication_record
    BEGIN SELECT RAISE(ABORT, 'what is published is only ever added to'); END
    """,
)
