"""The first schema: one table per record type, and what stands around them.

Written out as it was on the day; a later change of the record types is a later migration and leaves this file alone.
"""

RECORDS = (
    """
    CREATE TABLE incident (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), reference TEXT NOT NULL UNIQUE, title_ar TEXT NOT NULL,
        title_en TEXT NOT NULL, kinds TEXT NOT NULL CHECK (json_type(kinds) = 'array'),
        delivery TEXT NOT NULL, date_first TEXT CHECK (date(date_first) IS date_first),
        date_last TEXT CHECK (date(date_last) IS date_last AND date_last >= date_first),
        date_precision TEXT NOT NULL, time TEXT NOT NULL,
        second_strike INTEGER CHECK (second_strike >= 0), place_pcode TEXT NOT NULL,
        place_precision TEXT NOT NULL, place_lat REAL CHECK (place_lat BETWEEN -90 AND 90),
        place_lon REAL CHECK (place_lon BETWEEN -180 AND 180), landmark_ar TEXT NOT NULL,
        landmark_en TEXT NOT NULL, learned_on TEXT CHECK (date(learned_on) IS learned_on),
        learned_how TEXT NOT NULL, narrative_ar TEXT NOT NULL, narrative_en TEXT NOT NULL,
        status TEXT NOT NULL, classification TEXT NOT NULL,
        toll_open INTEGER NOT NULL CHECK (toll_open IN (0, 1)), massacre_override TEXT NOT NULL,
        massacre_reason TEXT NOT NULL, review_notes TEXT NOT NULL, origin TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE victim (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), name_ar TEXT NOT NULL,
        name_en TEXT NOT NULL, father_ar TEXT NOT NULL, sex TEXT NOT NULL, age INTEGER CHECK (age >= 0),
        age_group TEXT NOT NULL, civil_status TEXT NOT NULL, occupation TEXT NOT NULL,
        outcome TEXT NOT NULL, place_of_origin_pcode TEXT NOT NULL,
        place_of_origin_precision TEXT NOT NULL,
        place_of_origin_lat REAL CHECK (place_of_origin_lat BETWEEN -90 AND 90),
        place_of_origin_lon REAL CHECK (place_of_origin_lon BETWEEN -180 AND 180),
        displaced INTEGER NOT NULL CHECK (displaced IN (0, 1)), naming TEXT NOT NULL, notes TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX victim_of_incident ON victim (incident_id, position)",
    """
    CREATE TABLE attribution (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, party TEXT NOT NULL, mode TEXT NOT NULL, basis_ar TEXT NOT NULL,
        basis_en TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX attribution_of_incident ON attribution (incident_id, position)",
    """
    CREATE TABLE facility (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, type TEXT NOT NULL, name_ar TEXT NOT NULL, name_en TEXT NOT NULL,
        damage TEXT NOT NULL, out_of_service TEXT NOT NULL, military_presence TEXT NOT NULL,
        hit_before TEXT NOT NULL, notes TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX facility_of_incident ON facility (incident_id, position)",
    """
    CREATE TABLE weapon (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, weapon TEXT NOT NULL, attacks INTEGER NOT NULL CHECK (attacks >= 1),
        munitions INTEGER CHECK (munitions >= 1), model TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX weapon_of_incident ON weapon (incident_id, position)",
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, kind TEXT NOT NULL, pseudonym TEXT NOT NULL, first_hand TEXT NOT NULL,
        independent TEXT NOT NULL, depends_on TEXT NOT NULL, consent TEXT NOT NULL,
        reliability TEXT NOT NULL, credibility TEXT NOT NULL,
        stated_on TEXT CHECK (date(stated_on) IS stated_on), publisher_ar TEXT NOT NULL,
        publisher_en TEXT NOT NULL, link TEXT NOT NULL, stated_killed INTEGER CHECK (stated_killed >= 0),
        stated_injured INTEGER CHECK (stated_injured >= 0), statement_ar TEXT NOT NULL,
        statement_en TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE source_protected (
        source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE, real_name TEXT NOT NULL,
        contact TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX source_of_incident ON source (incident_id, position)",
    """
    CREATE TABLE period (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        revision INTEGER NOT NULL CHECK (revision >= 1), code TEXT NOT NULL UNIQUE, name_ar TEXT NOT NULL,
        name_en TEXT NOT NULL, first TEXT CHECK (date(first) IS first),
        last TEXT CHECK (date(last) IS last), area TEXT NOT NULL, scope TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE marker (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        period_id INTEGER NOT NULL REFERENCES period (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        when_first TEXT CHECK (date(when_first) IS when_first),
        when_last TEXT CHECK (date(when_last) IS when_last AND when_last >= when_first),
        when_precision TEXT NOT NULL,
        label_ar TEXT NOT NULL, label_en TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX marker_of_period ON marker (period_id, position)",
    """
    CREATE TABLE published_figure (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
        period_id INTEGER NOT NULL REFERENCES period (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        figure TEXT NOT NULL, breakdown TEXT NOT NULL, term TEXT NOT NULL, value TEXT NOT NULL,
        scope TEXT NOT NULL, published_on TEXT CHECK (date(published_on) IS published_on),
        source TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX published_figure_of_period ON published_figure (period_id, position)",
)

HISTORY = (
    """
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY, record_type TEXT NOT NULL, record_uid TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1), at TEXT NOT NULL, actor TEXT NOT NULL,
        action TEXT NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL, protected TEXT NOT NULL,
        body_sha256 TEXT NOT NULL, protected_sha256 TEXT NOT NULL, chain_sha256 TEXT NOT NULL,
        UNIQUE (record_uid, number)
    ) STRICT
    """,
    """
    CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END
    """,
    """
    CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END
    """,
    """
    CREATE TRIGGER incident_is_never_removed BEFORE DELETE ON incident
    BEGIN SELECT RAISE(ABORT, 'an incident is rejected, not removed'); END
    """,
)

FACTS = (
    """
    CREATE TABLE incident_fact (
        incident_id INTEGER PRIMARY KEY REFERENCES incident (id) ON DELETE CASCADE,
        standing TEXT NOT NULL, first TEXT, last TEXT, month TEXT NOT NULL, governorate TEXT NOT NULL,
        district TEXT NOT NULL, subdistrict TEXT NOT NULL, party TEXT NOT NULL, party_row TEXT NOT NULL,
        party_group TEXT NOT NULL, massacre INTEGER NOT NULL CHECK (massacre IN (0, 1)),
        civilians_killed INTEGER NOT NULL, civilians_injured INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE victim_fact (
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        number INTEGER NOT NULL, fate TEXT NOT NULL, victim_class TEXT NOT NULL,
        civil_status TEXT NOT NULL, occupation TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE facility_fact (
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        category TEXT NOT NULL, type TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE weapon_fact (
        incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
        weapon TEXT NOT NULL, attacks INTEGER NOT NULL, munitions INTEGER
    ) STRICT
    """,
    "CREATE INDEX incident_fact_by_day ON incident_fact (standing, first, last)",
    "CREATE INDEX victim_fact_of_incident ON victim_fact (incident_id)",
    "CREATE INDEX facility_fact_of_incident ON facility_fact (incident_id)",
    "CREATE INDEX weapon_fact_of_incident ON weapon_fact (incident_id)",
)

AROUND = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE counter (
        office TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= 1),
        PRIMARY KEY (office, year)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        key TEXT PRIMARY KEY, at TEXT NOT NULL, title TEXT NOT NULL, raw TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE place (
        pcode TEXT PRIMARY KEY, level TEXT NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL,
        parent TEXT REFERENCES place (pcode) DEFERRABLE INITIALLY DEFERRED,
        lat REAL NOT NULL, lon REAL NOT NULL, aliases TEXT NOT NULL CHECK (json_type(aliases) = 'array'),
        origin TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX place_of_parent ON place (parent)",
    "CREATE INDEX incident_by_day ON incident (date_first, id)",
    "CREATE INDEX incident_by_origin ON incident (origin) WHERE origin <> ''",
    # words are folded before they come here; this tokenizer parts them at spaces and leaves other scripts whole
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        words, content='', contentless_delete=1, tokenize='ascii'
    )
    """,
)

STATEMENTS = (*RECORDS, *HISTORY, *FACTS, *AROUND)
