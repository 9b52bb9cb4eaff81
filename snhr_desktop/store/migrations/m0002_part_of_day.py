"""The part of the day of an incident whose hour is not known: "at night"."""

STATEMENTS = ("ALTER TABLE incident ADD COLUMN part_of_day TEXT NOT NULL DEFAULT ''",)
