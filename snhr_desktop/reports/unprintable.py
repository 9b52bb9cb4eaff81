"""The characters that no typeface of the program has, told to whoever made the report."""

from collections.abc import Iterable

from snhr_desktop.i18n import N_, Language

UNPRINTABLE = N_("No typeface of the program has these characters; they are printed as �: {characters}")


def say_unprintable(characters: Iterable[str], language: Language) -> str:
    """Each character with its number, so that one that the screen cannot show either can be looked up."""
    told = [f"{character} (U+{ord(character):04X})" for character in sorted(characters)]
    return language.text(UNPRINTABLE, characters=language.join(told))
