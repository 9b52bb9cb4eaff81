"""A passphrase made by chance: six words of a list of 512 in the language spoken, 54 bits.

The lists in `resources/words` are our own: short nouns that a person can see before them, no two of which are the same
when spelt carelessly. With what one guess costs here, 54 bits outlast the house they are guessed in.
"""

import secrets

from snhr_desktop import paths
from snhr_desktop.i18n import Language

COUNT = 6
"""Words of a passphrase."""


def offered(language: Language) -> list[str]:
    """The words of a language."""
    return (paths.resources() / "words" / f"{language.code}.txt").read_text(encoding="utf-8").split()


def passphrase(language: Language) -> str:
    """Six words, each as likely as any other."""
    found = offered(language)
    return " ".join(secrets.choice(found) for _ in range(COUNT))
