"""One narrow row for each incident: all that the list filters and sorts by, so that no narrative is read to find it."""

STATEMENTS = (
    """
    CREATE TABLE incident_line (
        incident_id INTEGER PRIMARY KEY REFERENCES incident (id) ON DELETE CASCADE,
        first INTEGER, last INTEGER, reference TEXT NOT NULL, status TEXT NOT NULL, classification TEXT NOT NULL,
        kinds TEXT NOT NULL, place_pcode TEXT NOT NULL, place_shown TEXT NOT NULL, subdistrict TEXT NOT NULL,
        district TEXT NOT NULL, governorate TEXT NOT NULL, parties TEXT NOT NULL, party_row TEXT NOT NULL,
        party_group TEXT NOT NULL, killed INTEGER NOT NULL, injured INTEGER NOT NULL, sources INTEGER NOT NULL,
        changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO incident_line
    SELECT
        incident.id, CAST(replace(incident.date_first, '-', '') AS INTEGER),
        CAST(replace(incident.date_last, '-', '') AS INTEGER), incident.reference, incident.status,
        incident.classification, incident.kinds, incident.place_pcode, incident.place_shown,
        coalesce(fact.subdistrict, ''), coalesce(fact.district, ''), coalesce(fact.governorate, ''),
        (SELECT json_group_array(party ORDER BY position) FROM attribution
            WHERE incident_id = incident.id AND party <> ''),
        coalesce(fact.party_row, ''), coalesce(fact.party_group, ''), coalesce(fact.civilians_killed, 0),
        coalesce(fact.civilians_injured, 0), (SELECT count(*) FROM source WHERE incident_id = incident.id),
        coalesce(latest.at, ''), coalesce(latest.actor, '')
    FROM incident
    LEFT JOIN incident_fact AS fact ON fact.incident_id = incident.id
    LEFT JOIN revision AS latest ON latest.record_uid = incident.uid AND latest.number = incident.revision
    """,
    # holds all that the list asks for when it is not filtered, in its usual order
    "CREATE INDEX incident_line_by_day ON incident_line (first, incident_id, killed, injured)",
)
