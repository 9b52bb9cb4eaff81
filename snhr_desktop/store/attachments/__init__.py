"""Files kept as evidence: encrypted one by one beside the database, which keeps their keys and what is said of them."""
