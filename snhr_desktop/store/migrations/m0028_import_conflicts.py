"""What a file says otherwise than staff do: both values, until somebody answers; and which row each part came from."""

STATEMENTS = (
    """
    CREATE TABLE import_conflict (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
        record_type TEXT NOT NULL, record_uid TEXT NOT NULL, about_type TEXT NOT NULL, about_uid TEXT NOT NULL,
        field TEXT NOT NULL, ours TEXT NOT NULL, theirs TEXT NOT NULL, rows TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'ours', 'theirs', 'withdrawn', 'undone'))
    ) STRICT
    """,
    "CREATE INDEX import_conflict_of_record ON import_conflict (record_uid, about_uid, field)",
    "CREATE INDEX import_conflict_of_batch ON import_conflict (batch_id)",
    """
    CREATE TRIGGER import_conflict_is_answered_once BEFORE UPDATE ON import_conflict
    WHEN OLD.answer <> '' OR NEW.ours IS NOT OLD.ours OR NEW.theirs IS NOT OLD.theirs OR NEW.uid IS NOT OLD.uid
        OR NEW.record_uid IS NOT OLD.record_uid OR NEW.about_uid IS NOT OLD.about_uid OR NEW.field IS NOT OLD.field
    BEGIN SELECT RAISE(ABORT, 'what a file said and what was answered stays'); END
    """,
    "ALTER TABLE import_row ADD COLUMN parts TEXT NOT NULL DEFAULT ''",
)
