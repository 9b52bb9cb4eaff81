"""Whether packs were taken out is asked with every question: their places and boundaries are not read for it."""

STATEMENTS = ("CREATE INDEX place_pack_taken_out ON place_pack (taken_out)",)
