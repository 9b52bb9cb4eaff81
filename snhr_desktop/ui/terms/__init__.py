"""The terms that an office adds to the vocabularies open to it."""
