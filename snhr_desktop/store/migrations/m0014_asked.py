"""What figures read of facts stands in their indexes whole: no page of a table is looked up beside them."""

STATEMENTS = (
    """
    CREATE INDEX incident_fact_of_area ON incident_fact (
        standing, governorate, first, last, incident_id, party_group, party_row, party, month, district, subdistrict,
        published_subdistrict, massacre
    )
    """,
    "DROP INDEX victim_fact_of_incident",
    """
    CREATE INDEX victim_fact_of_incident ON victim_fact (
        incident_id, fate, civil_status, victim_class, occupation, number
    )
    """,
    "DROP INDEX facility_fact_of_incident",
    "CREATE INDEX facility_fact_of_incident ON facility_fact (incident_id, category, type)",
    "DROP INDEX weapon_fact_of_incident",
    "CREATE INDEX weapon_fact_of_incident ON weapon_fact (incident_id, weapon, attacks, munitions)",
)
