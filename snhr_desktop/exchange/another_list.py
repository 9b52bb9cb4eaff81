"""Whether a row is of another list, in which the code of a record stands for another incident.

Offices number their lists from 1 each month: the code alone would have August written over June.
"""

from collections.abc import Iterable

from snhr_desktop.domain.records import Dossier, RecordSet
from snhr_desktop.domain.values import Site, When
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.i18n import N_
from snhr_desktop.store.imports import Brought

ANOTHER_INCIDENT = N_(
    "An incident of another day and another place came in under this code, from “{file}”; nothing of it was changed. "
    "If this is another list, take as its mapping “Made here, from the columns of the file”, or a mapping file with "
    "another code. If it is a correction, correct the day or the place of that incident by hand, and import this file "
    "again."
)


def another_incident(
    records: Records, file: Brought, new: RecordSet, present: RecordSet, base: RecordSet, number: int
) -> Problem | None:
    """Why `new` of a `file` may not change `present`: it says another day and another place than both that and `base`,
    what another file brought by the revision `number`. None where it may: the same file may come in read otherwise,
    and who is known by an identity is no other.
    """
    if not _is_another(new, (base, present)):
        return None
    first = next((one.file for one in records.written_by_imports(present.head.uid) if one.after == number), None)
    if new.head.uid == present.head.uid or (first and _is_same(first, file)):
        return None
    told = first if first and not records.guarded else file.unnamed()
    return Problem(new.head_type.type_name, "origin", ANOTHER_INCIDENT, values={"file": told.called})


def _is_another(new: RecordSet, known: Iterable[RecordSet]) -> bool:
    """Whether the day of an incident is none that is known of it, and its place neither."""
    if not isinstance(new, Dossier):
        return False
    incident, before = new.incident, [one.incident for one in known if isinstance(one, Dossier)]
    return all(_other_day(incident.date, one.date) for one in before) and all(
        _other_place(incident.place, one.place) for one in before
    )


def _other_day(one: When, other: When) -> bool:
    """A day that is told better, or less well, is no other; one that is not known is."""
    if not (one.first and one.last and other.first and other.last):
        return one != other
    return one.last < other.first or other.last < one.first


def _other_place(one: Site, other: Site) -> bool:
    return one.pcode != other.pcode if one.pcode or other.pcode else one != other


def _is_same(one: Brought, other: Brought) -> bool:
    return (one.sha256, one.sheet) == (other.sha256, other.sheet)
