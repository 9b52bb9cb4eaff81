"""An index of persons and one of the names of sources beside that of incidents; filters and records kept by hand.

The index of incidents is made anew with the beginnings of words at hand: one of three letters would else be gathered
from thousands of words at each key. It is filled when the store is opened, as after every change of folding.
"""

STATEMENTS = (
    "DROP TABLE search",
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        words, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='3 4'
    )
    """,
    """
    CREATE VIRTUAL TABLE search_person USING fts5 (
        words, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='3 4 5'
    )
    """,
    """
    CREATE TRIGGER victim_leaves_the_search AFTER DELETE ON victim
    BEGIN DELETE FROM search_person WHERE rowid = old.id; END
    """,
    "CREATE TABLE source_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE source_name_use (
        name_id INTEGER NOT NULL REFERENCES source_name (id),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE, PRIMARY KEY (name_id, incident_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX source_name_use_of_incident ON source_name_use (incident_id)",
    """
    CREATE VIRTUAL TABLE search_source_name USING fts5 (
        words, content='', contentless_delete=1, tokenize='ascii', detail='none', prefix='3 4'
    )
    """,
    """
    CREATE TABLE saved_filter (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        asked TEXT NOT NULL CHECK (json_type(asked) = 'object')
    ) STRICT
    """,
    """
    CREATE TABLE recent (
        kind TEXT NOT NULL, key TEXT NOT NULL, turn INTEGER NOT NULL, PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID
    """,
)
