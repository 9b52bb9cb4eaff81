"""Persons whose names sound like what is typed, in the other script or in another spelling of the same one."""

from collections.abc import Iterable

from snhr_desktop.domain.doubles import asked_keys, person_traits
from snhr_desktop.domain.names import words
from snhr_desktop.domain.records import Incident, Victim
from snhr_desktop.domain.sounds import is_arabic, sounds_alike
from snhr_desktop.store.finding import FoundPerson

LOOKED_AT = 48
"""Persons looked at: a key of consonants files many who are not meant."""
_MOST, _LONGEST = 3, 120
"""Persons told, and letters of a name."""


def keys_heard(typed: str) -> frozenset[int]:
    """The keys under which a typed name is filed by its sound; none for a single word, which tells too little."""
    asked = words(typed[:_LONGEST])
    if len(asked) < 2 or any(word.isdigit() for word in asked):
        return frozenset()
    field = "name_ar" if is_arabic(asked[0]) else "name_en"
    traits = person_traits(Victim(**{field: typed[:_LONGEST]}), Incident())  # type: ignore[arg-type]
    return asked_keys(traits.name) if traits else frozenset()


def meant(typed: str, likely: Iterable[FoundPerson]) -> tuple[FoundPerson, ...]:
    """Those of them whose name has a word for each one typed."""
    asked = words(typed[:_LONGEST])
    return tuple(one for one in likely if _has_all(asked, one))[:_MOST]


def _has_all(asked: tuple[str, ...], one: FoundPerson) -> bool:
    said = {word for name in (one.name_ar, one.name_en, one.father_ar) for word in words(name)}
    return all(any(sounds_alike(word, other) for other in said) for word in asked)
