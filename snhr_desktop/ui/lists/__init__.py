"""Lists of any length: parts that every long list of the window is made of."""
