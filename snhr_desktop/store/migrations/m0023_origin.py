"""What a store says it is gets a seal, once it is opened with its keys."""

STATEMENTS = ("INSERT INTO meta (key, value) SELECT 'unsealed', '1' WHERE EXISTS (SELECT 1 FROM meta)",)
