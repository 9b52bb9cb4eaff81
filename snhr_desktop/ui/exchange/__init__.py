"""Records in: a file chosen, tried, read about, imported; the samples; and the check of the store."""
