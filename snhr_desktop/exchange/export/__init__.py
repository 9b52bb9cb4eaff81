"""Records out: whole records, tables and maps, for an audience, as the field declarations say what a column is."""
