"""The search box: everything that words may stand for, in one answer; records opened last; filters with a name."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from snhr_desktop.domain.dates import NotADate, parse_when
from snhr_desktop.domain.places import Place
from snhr_desktop.domain.records import Period
from snhr_desktop.domain.seeking import Question
from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.reports.codes import begun_codes
from snhr_desktop.store import dossiers, finding, periods, publications, recents, saved_filters
from snhr_desktop.store.finding import FoundCase, FoundIncident, FoundPerson, FoundSource
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.recents import Recent
from snhr_desktop.store.saved_filters import SavedFilter
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.door import Door
from snhr_desktop.workspace.excerpts import Excerpt, excerpt
from snhr_desktop.workspace.hearing import LOOKED_AT, keys_heard, meant

MOST, FEW = 5, 3
"""Of incidents and persons, and of anything else that is found at once."""
_RECENT, _LONGEST_DATE = 10, 60
_SEARCHED = 24
"""Incidents whose persons are looked at where a name and a place are asked for together."""


@dataclass(frozen=True)
class Sought:
    """What was found of each kind, the newest first. `excerpts` gives by uid where else in an incident words stand."""

    question: Question = field(default_factory=Question)
    typed: str = ""
    recent: tuple[FoundIncident | FoundPerson | FoundCase | Publication, ...] = ()
    coded: tuple[FoundIncident, ...] = ()
    incidents: tuple[FoundIncident, ...] = ()
    excerpts: dict[str, Excerpt] = field(default_factory=dict)
    persons: tuple[FoundPerson, ...] = ()
    heard: tuple[FoundPerson, ...] = ()
    cases: tuple[FoundCase, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[FoundSource, ...] = ()
    reports: tuple[Publication, ...] = ()
    days: When = NO_TIME
    periods: tuple[Period, ...] = ()
    filters: tuple[SavedFilter, ...] = ()


@dataclass(frozen=True)
class FiltersChanged:
    """The filters as they now are; records were not touched."""

    filters: tuple[SavedFilter, ...]
    changes: Changes = field(default_factory=Changes)


class SeekDoor(Door):
    """Asked at each key: nothing here reads more than a few rows of anything."""

    def seek(self, typed: str) -> Sought:
        """What the words typed may stand for; where nothing is typed, the records opened last and the filters."""
        question = Question.of(typed)
        with self._store.reading() as connection:
            filters = saved_filters.saved_filters(connection)
            if not question:
                return Sought(recent=tuple(self._recent()), filters=filters)
            rows = finding.incident_rows(connection, question, _SEARCHED)
            coded = self._coded(typed)
            told = (
                () if coded and not typed.strip().isdigit() else rows[:MOST]
            )  # who types a code wants no 2018 in texts
            found = finding.incidents(connection, told)
            answer = Sought(
                question,
                typed,
                coded=coded,
                incidents=tuple(one for one in found if one not in coded),
                persons=self._persons(question, rows),
                cases=finding.cases(connection, question, FEW),
                places=self._places(typed),
                sources=finding.sources(connection, question, FEW),
                reports=self._reports(question, typed),
                days=_days(typed),
                periods=tuple(self._periods(question)),
                filters=tuple(one for one in filters if question.agrees(one.name)),
            )
            answer = replace(answer, excerpts=self._excerpts(answer), heard=self._heard(typed, answer.persons))
        return answer if any(_groups(answer)) else replace(answer, places=self._alike(typed))

    def note_opened(self, kind: str, key: str) -> None:
        """Remember that a record was opened: an `incident`, a `person` or a `case` by uid, a `report` by its code."""
        if not self._store.info.read_only:
            with self._store.writing() as connection:
                recents.note(connection, Recent(kind, key))

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Filters of the list that have a name."""
        with self._store.reading() as connection:
            return saved_filters.saved_filters(connection)

    def save_filter(self, name: str, query: IncidentQuery) -> FiltersChanged:
        """Keep a filter under a name, in place of an earlier one of that name."""
        with self._store.writing() as connection:
            saved_filters.save(connection, name, query)
            return FiltersChanged(saved_filters.saved_filters(connection))

    def rename_filter(self, name: str, other: str) -> FiltersChanged:
        """Give a filter another name. Raises `NameTaken`."""
        with self._store.writing() as connection:
            saved_filters.rename(connection, name, other)
            return FiltersChanged(saved_filters.saved_filters(connection))

    def remove_filter(self, name: str) -> FiltersChanged:
        """Forget a filter."""
        with self._store.writing() as connection:
            saved_filters.remove(connection, name)
            return FiltersChanged(saved_filters.saved_filters(connection))

    def _recent(self) -> Iterator[FoundIncident | FoundPerson | FoundCase | Publication]:
        connection = self._store.connection
        kept = recents.recents(connection, _RECENT)
        keys = {kind: [one.key for one in kept if one.kind == kind] for kind in ("incident", "person", "case")}
        found: dict[Recent, FoundIncident | FoundPerson | FoundCase | Publication] = {}
        for incident in finding.incidents_by_uid(connection, keys["incident"]):
            found[Recent("incident", incident.uid)] = incident
        for person in finding.persons_by_uid(connection, keys["person"]):
            found[Recent("person", person.uid)] = person
        for case in finding.cases_by_uid(connection, keys["case"]):
            found[Recent("case", case.uid)] = case
        for one in kept:
            if one.kind == "report" and (publication := publications.find(connection, one.key)):
                found[one] = publication
        return (found[one] for one in kept if one in found)

    def _coded(self, typed: str) -> tuple[FoundIncident, ...]:
        connection = self._store.connection
        codes = begun_codes(typed, finding.series(connection)) if any(map(str.isdigit, typed)) else ()
        return finding.by_reference(connection, codes, FEW)

    def _persons(self, question: Question, incident_rows: list[int]) -> tuple[FoundPerson, ...]:
        """By their names alone; or, with fewer than enough, by a name and other words of the incident."""
        connection = self._store.connection
        found = finding.persons(connection, question, MOST)
        if len(found) >= MOST or len(question.all_whole().whole) < 2:
            return found
        taken = {one.uid for one in found}
        others = (
            one
            for one in finding.persons_of(connection, incident_rows)
            if one.uid not in taken and any(map(question.touches, (one.name_ar, one.name_en)))
        )
        return (*found, *others)[:MOST]

    def _heard(self, typed: str, found: tuple[FoundPerson, ...]) -> tuple[FoundPerson, ...]:
        """By the sound of the name, where few are found by its spelling."""
        keys = keys_heard(typed) if len(found) < MOST else frozenset()
        if not keys:
            return ()
        likely = finding.persons_heard(self._store.connection, keys, LOOKED_AT)
        return meant(typed, (one for one in likely if one not in found))

    def _reports(self, question: Question, typed: str) -> tuple[Publication, ...]:
        code = "".join(begun_codes(typed)[-1:]).replace("-", "")
        found = (
            one
            for one in publications.publications(self._store.connection)
            if (code and one.code.startswith(code)) or question.agrees(f"{one.title_ar} {one.title_en} {one.code}")
        )
        return tuple(found)[:FEW]

    def _periods(self, question: Question) -> Iterator[Period]:
        for file in periods.periods(self._store.connection):
            if question.agrees(f"{file.period.name_ar} {file.period.name_en} {file.period.code}"):
                yield file.period

    def _excerpts(self, found: Sought) -> dict[str, Excerpt]:
        """Where the words of an incident stand that its title and place do not say."""
        read = dossiers.read_many(self._store.connection, [one.uid for one in found.incidents])
        said = ((one.incident.uid, excerpt(one, found.question, self._store.gazetteer)) for one in read)
        return {uid: found for uid, found in said if found}

    def _places(self, typed: str) -> tuple[Place, ...]:
        """By any spelling as far as it is typed, or by the p-code."""
        coded = self._store.gazetteer.get(typed.strip().upper())
        found = self._store.gazetteer.search(typed[:200], FEW, strict=True)
        return tuple(dict.fromkeys((*([coded] if coded else []), *found)))

    def _alike(self, typed: str) -> tuple[Place, ...]:
        """Places that only look alike, where nothing else is found."""
        return tuple(self._store.gazetteer.search(typed[:200], FEW))


def _days(typed: str) -> When:
    """The day, month or range that is typed, if it is one."""
    if len(typed) <= _LONGEST_DATE and any(map(str.isdigit, typed)):
        with suppress(NotADate):
            return parse_when(typed)
    return NO_TIME


def _groups(found: Sought) -> Iterator[object]:
    yield from (found.coded, found.incidents, found.persons, found.heard, found.cases, found.places, found.sources)
    yield from (found.reports, found.days, found.periods, found.filters)
