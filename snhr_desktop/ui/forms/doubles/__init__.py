"""Duplicates in the window: hints beside the form, two records side by side, and the choice of what is kept of each."""
