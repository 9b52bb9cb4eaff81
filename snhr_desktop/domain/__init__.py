"""What exists: fields, vocabularies, record types, places, periods and the rules of counting. No I/O."""
