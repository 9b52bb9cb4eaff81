"""Whether a row is of another list, in which the code of a record stands for another incident or person.

Offices number their lists from 1 each month: the code alone would have August written over June. Where it is not sure
nothing is written: a record that is lost is told by nobody, a row that is refused is.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from snhr_desktop.domain.doubles.fullname import FullName, agreement
from snhr_desktop.domain.records import Case, CaseFile, Dossier, RecordSet
from snhr_desktop.domain.values import Site, When
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store.imports import Brought

ANOTHER_INCIDENT = N_(
    "An incident of another day came in under this code, a week away or more, at another place or with other people, "
    "from “{file}”; nothing of it was changed. If this is another list, take as its mapping “Made here, from the "
    "columns of the file”, or a mapping file with another code. If it is a correction, correct the day of that "
    "incident by hand, and import this file again."
)
ANOTHER_PERSON = N_(
    "The case of another person came in under this code, from “{file}”; nothing of it was changed. If this is another "
    "list, take as its mapping “Made here, from the columns of the file”, or a mapping file with another code. If it "
    "is a correction, correct the name in that case by hand, and import this file again."
)
_FAR = dt.timedelta(days=7)
"""What no correction of a day alone goes beyond: in small towns the numbers of two months are often the same."""


def of_another_list(
    records: Records, file: Brought, new: RecordSet, present: RecordSet, base: RecordSet, number: int
) -> Problem | None:
    """Why `new` of a `file` may not change `present`: it tells of another than both that and `base`, what another file
    brought by the revision `number`. None where it may: the same file may come in read otherwise, and who is known by
    an identity is no other.
    """
    said = _told_of_another(new, (base, present))
    if said is None:
        return None
    first = next((one.file for one in records.written_by_imports(present.head.uid) if one.after == number), None)
    if new.head.uid == present.head.uid or (first and _is_same(first, file)):
        return None
    told = first if first and not records.guarded else file.unnamed()
    return Problem(new.head_type.type_name, "origin", said, values={"file": told.called})


def _told_of_another(new: RecordSet, known: Iterable[RecordSet]) -> Message | None:
    """What is to be said where a set is of none of those that are known under its code."""
    if isinstance(new, CaseFile):
        cases = [one for one in known if isinstance(one, CaseFile)]
        return ANOTHER_PERSON if all(_other_person(new, one) for one in cases) else None
    incidents = [one for one in known if isinstance(one, Dossier)]
    if isinstance(new, Dossier) and all(_other_incident(new, one) for one in incidents):
        return ANOTHER_INCIDENT
    return None


def _other_incident(one: Dossier, other: Dossier) -> bool:
    """A day is corrected alone, and by less than a week: with another place, or on two days that are known other people
    or another title, it is another incident.
    """
    here, there = one.incident, other.incident
    if _other_day(here.date, there.date) and _other_place(here.place, there.place):
        return True
    titles = (here.title_ar, here.title_en) != (there.title_ar, there.title_en)
    far = _apart(here.date, there.date, _FAR)
    return far or (_apart(here.date, there.date) and (titles or _harmed(one) != _harmed(other)))


def _harmed(given: Dossier) -> Counter[tuple[object, ...]]:
    return Counter((one.name_ar, one.name_en, one.outcome, one.number) for one in given.victims)


def _other_person(one: CaseFile, other: CaseFile) -> bool:
    """Who has another name, and not the same one spelled otherwise; without names, who was taken on another day."""
    here, there = _name(one.case), _name(other.case)
    if any(here) and any(there):
        return here != there and agreement(here, there) is None
    days = [given.states[0].date if given.states else When() for given in (one, other)]
    return _other_day(*days)


def _name(case: Case) -> FullName:
    return FullName.of(case.name_ar, case.name_en, case.father_ar)


def _other_day(one: When, other: When) -> bool:
    """A day that is told better, or less well, is no other; one that is not known is."""
    if not (one.first and one.last and other.first and other.last):
        return one != other
    return _apart(one, other)


def _apart(one: When, other: When, by: dt.timedelta = dt.timedelta(days=1)) -> bool:
    """Whether two days that are known are so far from each other, whichever they are."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return max(other.first - one.last, one.first - other.last) >= by


def _other_place(one: Site, other: Site) -> bool:
    return one.pcode != other.pcode if one.pcode or other.pcode else one != other


def _is_same(one: Brought, other: Brought) -> bool:
    return (one.sha256, one.sheet) == (other.sha256, other.sheet)
