"""Persons who are perhaps listed twice in one incident."""

from collections import defaultdict
from collections.abc import Iterator

from snhr_desktop.domain.doubles.keys import person_keys
from snhr_desktop.domain.doubles.persons import PersonTraits, may_be_one, person_traits
from snhr_desktop.domain.records import Dossier


def listed_twice(dossier: Dossier) -> Iterator[tuple[int, int]]:
    """Rows of victims who may be the person of an earlier row, with that row. Place and date are the same for all."""
    if len(dossier.victims) < 2:
        return
    filed: dict[int, list[tuple[int, PersonTraits]]] = defaultdict(list)
    for row, victim in enumerate(dossier.victims):
        person = person_traits(victim, dossier.incident)
        if person is None:
            continue
        keys = person_keys(person.name)
        firsts = (next((at for at, other in filed[key] if may_be_one(person, other)), None) for key in keys)
        if found := [at for at in firsts if at is not None]:
            yield row, min(found)
        for key in keys:
            filed[key].append((row, person))
