"""What finds likely duplicates at entry, and what a person said is none.

A key of a person is a number; the cells beside it let most candidates be passed over without reading their rows.
"""

STATEMENTS = (
    """
    CREATE TABLE person_key (
        key INTEGER NOT NULL, victim_id INTEGER NOT NULL, sex TEXT NOT NULL, born INTEGER, place TEXT NOT NULL,
        PRIMARY KEY (key, victim_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX incident_by_place ON incident (place_pcode, date_first)",
    "CREATE INDEX incident_spanning ON incident (place_pcode, date_last, date_first) WHERE date_last > date_first",
    """
    CREATE TABLE not_double (
        entry TEXT NOT NULL, other TEXT NOT NULL CHECK (length(other) = 32), at TEXT NOT NULL, actor TEXT NOT NULL,
        PRIMARY KEY (entry, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX not_double_of_other ON not_double (other)",
)
