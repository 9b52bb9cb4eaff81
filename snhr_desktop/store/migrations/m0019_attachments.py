"""Files kept as evidence: what is said of each, the key its file is encrypted with, and the log of its custody.

A file stands once, however many records it is kept with. Nothing is removed: a file is withdrawn.
"""

STATEMENTS = (
    """
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), reference TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        media_type TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size >= 0), shows_ar TEXT NOT NULL, shows_en TEXT NOT NULL,
        captured_on_first TEXT CHECK (date(captured_on_first) IS captured_on_first),
        captured_on_last TEXT CHECK (date(captured_on_last) IS captured_on_last
            AND captured_on_last >= captured_on_first),
        captured_on_precision TEXT NOT NULL, captured_time TEXT NOT NULL, place_pcode TEXT NOT NULL,
        place_precision TEXT NOT NULL, place_lat REAL CHECK (place_lat BETWEEN -90 AND 90),
        place_lon REAL CHECK (place_lon BETWEEN -180 AND 180),
        received_on TEXT CHECK (date(received_on) IS received_on), consent TEXT NOT NULL,
        graphic INTEGER NOT NULL CHECK (graphic IN (0, 1)), device TEXT NOT NULL, derived_from TEXT NOT NULL,
        derivation TEXT NOT NULL CHECK (json_type(derivation) = 'array'),
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)), withdrawn_reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE attachment_protected (
        attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE, original_name TEXT NOT NULL,
        taken_by TEXT NOT NULL, received_from TEXT NOT NULL, exif TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX attachment_derived ON attachment (derived_from) WHERE derived_from <> ''",
    """
    CREATE TRIGGER attachment_is_never_removed BEFORE DELETE ON attachment
    BEGIN SELECT RAISE(ABORT, 'a file is withdrawn, not removed'); END
    """,
    """
    CREATE TRIGGER attachment_stays_the_same_file BEFORE UPDATE ON attachment
    WHEN NEW.sha256 <> OLD.sha256 OR NEW.size <> OLD.size OR NEW.derived_from <> OLD.derived_from
    BEGIN SELECT RAISE(ABORT, 'another file is another attachment'); END
    """,
    """
    CREATE TABLE attachment_link (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        attachment_id INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        record TEXT NOT NULL, target TEXT NOT NULL CHECK (length(target) = 32)
    ) STRICT
    """,
    "CREATE INDEX attachment_link_of_attachment ON attachment_link (attachment_id, position)",
    "CREATE INDEX attachment_link_to ON attachment_link (target, record)",
    """
    CREATE TABLE attachment_blob (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), name TEXT NOT NULL UNIQUE CHECK (length(name) = 64),
        key BLOB NOT NULL CHECK (length(key) = 32), size INTEGER NOT NULL CHECK (size >= 0), thumbnail BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER attachment_blob_is_never_removed BEFORE DELETE ON attachment_blob
    BEGIN SELECT RAISE(ABORT, 'the key of a file is not removed'); END
    """,
    """
    CREATE TABLE custody (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision = 1), attachment TEXT NOT NULL CHECK (length(attachment) = 32),
        act TEXT NOT NULL, sha256 TEXT NOT NULL, about TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE custody_protected (
        custody_id INTEGER PRIMARY KEY REFERENCES custody (id) ON DELETE CASCADE, recipient TEXT NOT NULL,
        purpose TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX custody_of_attachment ON custody (attachment, id)",
    """
    CREATE TRIGGER custody_is_never_removed BEFORE DELETE ON custody
    BEGIN SELECT RAISE(ABORT, 'the log of custody is only added to'); END
    """,
    """
    CREATE TRIGGER custody_is_never_changed BEFORE UPDATE ON custody
    BEGIN SELECT RAISE(ABORT, 'the log of custody is only added to'); END
    """,
)
