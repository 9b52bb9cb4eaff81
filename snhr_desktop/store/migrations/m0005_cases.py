"""Cases of detention and disappearance: the person, the states with what is sensitive kept apart, facts and words."""

STATEMENTS = (
    """
    CREATE TABLE detention (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), reference TEXT NOT NULL UNIQUE, name_ar TEXT NOT NULL,
        name_en TEXT NOT NULL, father_ar TEXT NOT NULL, mother_ar TEXT NOT NULL, sex TEXT NOT NULL,
        age INTEGER CHECK (age >= 0), age_group TEXT NOT NULL, civil_status TEXT NOT NULL,
        occupation TEXT NOT NULL, place_of_origin_pcode TEXT NOT NULL, place_of_origin_precision TEXT NOT NULL,
        place_of_origin_lat REAL CHECK (place_of_origin_lat BETWEEN -90 AND 90),
        place_of_origin_lon REAL CHECK (place_of_origin_lon BETWEEN -180 AND 180), naming TEXT NOT NULL,
        place_shown TEXT NOT NULL, status TEXT NOT NULL, classification TEXT NOT NULL, notes TEXT NOT NULL,
        review_notes TEXT NOT NULL, origin TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE detention_protected (
        detention_id INTEGER PRIMARY KEY REFERENCES detention (id) ON DELETE CASCADE, family_contact TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE detention_state (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        detention_id INTEGER NOT NULL REFERENCES detention (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        state TEXT NOT NULL, date_first TEXT CHECK (date(date_first) IS date_first),
        date_last TEXT CHECK (date(date_last) IS date_last AND date_last >= date_first),
        date_precision TEXT NOT NULL, place_pcode TEXT NOT NULL, place_precision TEXT NOT NULL,
        place_lat REAL CHECK (place_lat BETWEEN -90 AND 90), place_lon REAL CHECK (place_lon BETWEEN -180 AND 180),
        party TEXT NOT NULL, circumstances TEXT NOT NULL, warrant TEXT NOT NULL, held_at_ar TEXT NOT NULL,
        held_at_en TEXT NOT NULL, body TEXT NOT NULL, source_kind TEXT NOT NULL, source_pseudonym TEXT NOT NULL,
        consent TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE detention_state_protected (
        detention_state_id INTEGER PRIMARY KEY REFERENCES detention_state (id) ON DELETE CASCADE,
        source_name TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE case_fact (
        detention_id INTEGER NOT NULL REFERENCES detention (id) ON DELETE CASCADE, event TEXT NOT NULL,
        standing TEXT NOT NULL, first TEXT, last TEXT, month TEXT NOT NULL, governorate TEXT NOT NULL,
        district TEXT NOT NULL, subdistrict TEXT NOT NULL, party TEXT NOT NULL, party_row TEXT NOT NULL,
        party_group TEXT NOT NULL, published_subdistrict TEXT NOT NULL, victim_class TEXT NOT NULL,
        outcome TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX detention_state_of_detention ON detention_state (detention_id, position)",
    "CREATE INDEX case_fact_of_detention ON case_fact (detention_id)",
    "CREATE INDEX case_fact_by_day ON case_fact (event, standing, first, last)",
    """
    CREATE TRIGGER detention_is_never_removed BEFORE DELETE ON detention
    BEGIN SELECT RAISE(ABORT, 'a case is rejected, not removed'); END
    """,
    "CREATE VIRTUAL TABLE case_search USING fts5 (words, content='', contentless_delete=1, tokenize='ascii')",
)
