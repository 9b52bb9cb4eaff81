"""Signatures: one for each transaction that wrote history, over the head it left; what was there before waits for one.

`unsigned` in `meta` is the last entry of a history that is older than signatures, until one is laid over it.
"""

STATEMENTS = (
    """
    CREATE TABLE signature (
        id INTEGER PRIMARY KEY, first_entry INTEGER NOT NULL CHECK (first_entry >= 1),
        last_entry INTEGER NOT NULL CHECK (last_entry >= first_entry), at TEXT NOT NULL,
        chain_sha256 TEXT NOT NULL, begun INTEGER NOT NULL CHECK (begun IN (0, 1)),
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        signature BLOB NOT NULL CHECK (length(signature) = 64)
    ) STRICT
    """,
    """
    CREATE TRIGGER signature_is_never_changed BEFORE UPDATE ON signature
    BEGIN SELECT RAISE(ABORT, 'signatures are only ever added'); END
    """,
    """
    CREATE TRIGGER signature_is_never_removed BEFORE DELETE ON signature
    BEGIN SELECT RAISE(ABORT, 'signatures are only ever added'); END
    """,
    "INSERT INTO meta (key, value) SELECT 'unsigned', max(id) FROM revision HAVING max(id) IS NOT NULL",
)
