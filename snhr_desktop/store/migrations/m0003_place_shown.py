"""How exactly the place of an incident may be published, and the sub-district that figures may be published under."""

STATEMENTS = (
    "ALTER TABLE incident ADD COLUMN place_shown TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE incident_fact ADD COLUMN published_subdistrict TEXT NOT NULL DEFAULT ''",
)
