"""Locking the store when nobody is there, when the computer sleeps, or at one key; and destroying its keys."""

from snhr_desktop.ui.locking.emergency import NO_KEYS, Emergency
from snhr_desktop.ui.locking.locking import ANOTHER, LOSSY, Locking, Place

__all__ = ["ANOTHER", "LOSSY", "NO_KEYS", "Emergency", "Locking", "Place"]
