"""Records in: a file chosen, tried, read about, imported; and the samples."""
