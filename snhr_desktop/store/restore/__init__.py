"""A backup made a store again: tried, compared with the present one, and put in its place or beside it."""
