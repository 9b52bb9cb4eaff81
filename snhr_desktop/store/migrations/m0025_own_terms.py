"""Terms that an office adds to vocabularies. A code stays what it was made as, and no term is ever removed."""

STATEMENTS = (
    """
    CREATE TABLE own_term (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), vocabulary TEXT NOT NULL, code TEXT NOT NULL UNIQUE,
        "like" TEXT NOT NULL, label_en TEXT NOT NULL, label_ar TEXT NOT NULL, also TEXT NOT NULL,
        retired INTEGER NOT NULL CHECK (retired IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TRIGGER own_term_is_never_removed BEFORE DELETE ON own_term
    BEGIN SELECT RAISE(ABORT, 'records may say its code: it is only retired'); END
    """,
    """
    CREATE TRIGGER own_term_keeps_its_meaning BEFORE UPDATE ON own_term
    WHEN NEW.code <> OLD.code OR NEW.vocabulary <> OLD.vocabulary OR NEW."like" <> OLD."like"
    BEGIN SELECT RAISE(ABORT, 'a code never changes what it means'); END
    """,
)
