"""Users of the store: who may do what. Their passphrases lie in the keyslots."""

STATEMENTS = (
    """
    CREATE TABLE user (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), name TEXT NOT NULL, role TEXT NOT NULL,
        no_sources INTEGER NOT NULL CHECK (no_sources IN (0, 1)),
        switched_off INTEGER NOT NULL CHECK (switched_off IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TRIGGER user_is_never_removed BEFORE DELETE ON user
    BEGIN SELECT RAISE(ABORT, 'a user stands in the history and is only switched off'); END
    """,
)
