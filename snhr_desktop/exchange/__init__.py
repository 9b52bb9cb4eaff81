"""Records in and out: files read through mappings, samples that come with the program, made-up training records."""
