"""Packs of places and boundaries, as the humanitarian exchange or an office distributes them."""
