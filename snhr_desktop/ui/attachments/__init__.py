"""Files kept with a record, in the window: taken in, looked at, described, made less telling, and handed out."""
