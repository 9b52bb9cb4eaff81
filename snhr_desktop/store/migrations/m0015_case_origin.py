"""Cases found by the record of another data set that they came from."""

STATEMENTS = ("CREATE INDEX detention_by_origin ON detention (origin) WHERE origin <> ''",)
