"""Packs of places and boundaries in the window."""
