"""Whether a corrected file spells the name of the same victim otherwise, or speaks of somebody else."""

import re

from snhr_desktop.domain.doubles.fullname import FullName, Likeness, likeness
from snhr_desktop.domain.doubles.keys import person_keys
from snhr_desktop.domain.records import Record, Victim
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.domain.sounds import is_arabic

_DOUBLED = re.compile(r"(.)\1")


def respelled(was: Record, now: Record) -> bool:
    """Whether two records in the same place of a file are one person whose name was corrected.

    All else of them must be the same, age and sex among it, and both names have the same consonants and no word that
    differs in more than a letter. Salman is not Sultan, nor Hassan Hussein: whoever is in doubt is asked about.
    """
    if not (isinstance(was, Victim) and isinstance(now, Victim)):
        return False
    said = was.number == 1 and was.age is not None and was.sex
    return bool(said) and _unnamed(was) == _unnamed(now) and _alike(_name(was), _name(now))


def _unnamed(one: Victim) -> Victim:
    return altered(one, uid="", name_ar="", name_en="")


def _name(one: Victim) -> FullName:
    return FullName.of(one.name_ar, one.name_en, one.father_ar)


def _alike(one: FullName, other: FullName) -> bool:
    """In each script the same words in their order, but for a letter in them that is no consonant."""
    keys = person_keys(one)
    spelled = ((one.arabic, other.arabic), (one.latin, other.latin))
    return bool(keys) and keys == person_keys(other) and all(_same_words(*both) for both in spelled)


def _same_words(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return len(here) == len(there) and all(map(_is_slip, here, there))


def _is_slip(one: str, other: str) -> bool:
    how = likeness(_once(one), _once(other))
    return how is not None and how >= Likeness.LETTER


def _once(word: str) -> str:
    """Latin writes a consonant once or twice as it pleases."""
    return word if is_arabic(word) else _DOUBLED.sub(r"\1", word)
