"""Incidents merged into others, and persons who stand in several incidents. Both are only ever added to and ended."""

STATEMENTS = (
    """
    CREATE TABLE merge (
        id INTEGER PRIMARY KEY, survivor_uid TEXT NOT NULL CHECK (length(survivor_uid) = 32),
        survivor_number INTEGER NOT NULL CHECK (survivor_number >= 2),
        other_uid TEXT NOT NULL CHECK (length(other_uid) = 32 AND other_uid <> survivor_uid),
        other_number INTEGER NOT NULL CHECK (other_number >= 2), undone_survivor INTEGER, undone_other INTEGER,
        CHECK ((undone_survivor IS NULL) = (undone_other IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX merge_in_force ON merge (other_uid) WHERE undone_other IS NULL",
    "CREATE INDEX merge_of_survivor ON merge (survivor_uid)",
    """
    CREATE TRIGGER merge_is_never_removed BEFORE DELETE ON merge
    BEGIN SELECT RAISE(ABORT, 'a merge is undone, not removed'); END
    """,
    """
    CREATE TRIGGER merge_is_undone_once BEFORE UPDATE ON merge
    WHEN OLD.undone_other IS NOT NULL OR NEW.id <> OLD.id OR NEW.survivor_uid <> OLD.survivor_uid
        OR NEW.survivor_number <> OLD.survivor_number OR NEW.other_uid <> OLD.other_uid
        OR NEW.other_number <> OLD.other_number
    BEGIN SELECT RAISE(ABORT, 'a merge is undone once, and stays as it was made'); END
    """,
    """
    CREATE TABLE person_link (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), one_uid TEXT NOT NULL CHECK (length(one_uid) = 32),
        other_uid TEXT NOT NULL CHECK (length(other_uid) = 32 AND one_uid < other_uid),
        removed INTEGER NOT NULL CHECK (removed IN (0, 1)), UNIQUE (one_uid, other_uid)
    ) STRICT
    """,
    "CREATE INDEX person_link_of_other ON person_link (other_uid)",
    """
    CREATE TRIGGER person_link_is_never_removed BEFORE DELETE ON person_link
    BEGIN SELECT RAISE(ABORT, 'a link is ended, not removed'); END
    """,
)
