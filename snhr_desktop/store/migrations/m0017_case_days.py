"""Figures of cases find the days of a month without walking through all cases: they ask for several events at once."""

STATEMENTS = (
    "DROP INDEX case_fact_by_day",
    "CREATE INDEX case_fact_by_day ON case_fact (standing, first, last)",
)
