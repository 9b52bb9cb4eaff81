"""What the list of people needs of each victim, in the order of their incidents, without the names."""

STATEMENTS = (
    """
    CREATE INDEX victim_in_list ON victim (
        incident_id, position, number, outcome, civil_status, sex, age_group, age, naming
    )
    """,
    "DROP INDEX victim_of_incident",
)
