"""Resident memory of the window with a full store, its overview and its list open."""

from pathlib import Path

from benchmarks import window
from benchmarks.result import Result


def measure(store: Path) -> list[Result]:
    """In MB, as the operating system counts them."""
    ours, bare = window.memory(store)
    return [Result("memory.resident", ours, bare, "a bare window of Qt", "MB", 250.0)]
