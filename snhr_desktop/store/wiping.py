"""Overwrites secrets where they lie: Python frees a text without wiping it, and whoever reads the memory finds it.

For values made for the purpose and shared with nobody: never one that stands in the program itself.
"""

import ctypes
import sys


def wipe(*secrets: str | bytes) -> None:
    """Overwrite bytes, or texts of ASCII letters alone, with zeros. What other copies there are stay."""
    if sys.implementation.name != "cpython":
        return
    for secret in secrets:
        length = len(secret)
        if length > 1 and (isinstance(secret, bytes) or secret.isascii()):  # shorter ones are everybody's
            ctypes.memset(id(secret) + sys.getsizeof(secret) - length - 1, 0, length)
