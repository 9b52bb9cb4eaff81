"""The lines of the palette: what the store found and what the window offers, by group."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.places import Place, in_full
from snhr_desktop.domain.records import Period
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ARABIC, ENGLISH, N_, NC_, Language, Message
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.arrivals import Narrowed, PersonShown
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.seek import sayings
from snhr_desktop.ui.seek.row import Offer, Row
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.workspace import (
    FoundCase,
    FoundIncident,
    FoundPerson,
    FoundSource,
    IncidentQuery,
    PersonQuery,
    Publication,
    SavedFilter,
    Sought,
)
from snhr_desktop.workspace.seeking import MOST

OPENED_LAST = N_("Opened last")
ALL_OF_THEM, EVERYBODY = N_("All incidents with these words"), N_("All people with these words")
PEOPLE, SOURCES, CODES = NC_("search", "People"), NC_("search", "Sources"), NC_("search", "Codes")
HEARD = N_("People whose names sound alike")
FILTERS, WINDOW = N_("Saved filters"), N_("Pages and commands")


class Rows:
    """Turns what was found into lines; their doors go through the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._places = desk, desk.operations.gazetteer

    def of(self, found: Sought, offers: Iterable[Offer]) -> list[Row]:
        """Every group that has something, under its heading."""
        asked = found.question
        window = [_offered(offer) for offer in offers if not asked or asked.agrees(_in_both(offer.title))]
        groups: tuple[tuple[Message, list[Row]], ...] = (
            (OPENED_LAST, [row for one in found.recent if (row := self._recent(one))]),
            (CODES, [self._incident(one, found) for one in found.coded]),
            (N_("Dates"), self._days(found.days)),
            (FILTERS, [self._filter(one) for one in found.filters]),
            (N_("Incidents"), self._incidents(found)),
            (PEOPLE, self._people(found)),
            (HEARD, [self._person(one) for one in found.heard]),
            (N_("Cases"), [self._case(one) for one in found.cases]),
            (N_("Places"), [self._place(one) for one in found.places]),
            (SOURCES, [self._source(one) for one in found.sources]),
            (N_("Published reports"), [self._report(one) for one in found.reports]),
            (N_("Periods"), [self._period(one) for one in found.periods]),
            (WINDOW, window),
        )
        return list(_headed(groups))

    def _recent(self, one: FoundIncident | FoundPerson | FoundCase | Publication) -> Row | None:
        if isinstance(one, FoundIncident):
            return self._incident(one, Sought())
        if isinstance(one, FoundPerson):
            return self._person(one)
        return self._case(one) if isinstance(one, FoundCase) else self._report(one)

    def _incidents(self, found: Sought) -> list[Row]:
        """The newest, and the way to all of them."""
        rows = [self._incident(one, found) for one in found.incidents]
        every = Row(ALL_OF_THEM, icon="list", open=self._door("incidents", IncidentQuery(text=found.typed)))
        return [*rows, every] if rows else []

    def _incident(self, one: FoundIncident, found: Sought) -> Row:
        return Row(
            partial(sayings.incident_title, one),
            lambda language: sayings.incident_note(one, found, self._places, language),
            partial(sayings.day, one),
            "siren",
            self._door("incidents", one.uid),
        )

    def _people(self, found: Sought) -> list[Row]:
        """The newest, and the way to everybody whose names agree."""
        rows = [self._person(one) for one in found.persons]
        every = Row(EVERYBODY, icon="users", open=self._door("people", PersonQuery(text=found.typed)))
        return [*rows, every] if len(rows) >= MOST else rows

    def _person(self, one: FoundPerson) -> Row:
        return Row(
            partial(sayings.person_title, one),
            lambda language: sayings.person_note(one, self._places, language),
            partial(sayings.day, one.incident),
            "user",
            self._door("incidents", PersonShown(one.incident.uid, one.uid)),
        )

    def _case(self, one: FoundCase) -> Row:
        door = self._door("cases", one.uid)
        return Row(partial(sayings.person_title, one), partial(sayings.case_note, one), icon="lock", open=door)

    def _place(self, one: Place) -> Row:
        def name(language: Language) -> str:
            return in_full(one, language.code)

        def above(language: Language) -> str:
            return sayings.joined(list(self._places.path(one, language.code)[1:]), language)

        door = self._door("incidents", (IncidentQuery(area=one.pcode), Narrowed(name)))
        return Row(partial(_both_names, one), above, icon="map-pin", open=door)

    def _source(self, one: FoundSource) -> Row:
        def name(_: Language) -> str:
            return one.name

        door = self._door("incidents", (IncidentQuery(source=one.name), Narrowed(name)))
        return Row(name, partial(sayings.source_note, one), icon="book-open", open=door)

    def _report(self, one: Publication) -> Row:
        def code(_: Language) -> str:
            return say_code(one.code)

        return Row(partial(sayings.report_title, one), code, icon="file-check", open=self._door("reports", one.code))

    def _days(self, days: When) -> list[Row]:
        """A date that is typed is a way to the incidents of it."""
        if not days:
            return []
        words, query = partial(say_when, days), IncidentQuery(first=days.first, last=days.last)
        return [Row(words, icon="calendar-days", open=self._door("incidents", (query, Narrowed(words))))]

    def _period(self, one: Period) -> Row:
        def days(language: Language) -> str:
            return " – ".join(language.short_date(bound) for bound in (one.first, one.last) if bound)

        within = IncidentQuery(first=one.first, last=one.last, area=one.area)
        return Row(one.name, days, icon="calendar", open=self._door("incidents", (within, Narrowed(one.name))))

    def _filter(self, one: SavedFilter) -> Row:
        def name(_: Language) -> str:
            return one.name

        return Row(name, icon="filter", open=self._door("incidents", (one.query, Narrowed(name))))

    def _door(self, page: str, subject: Any) -> Any:
        return partial(self._desk.open, page, subject)


def _headed(groups: Iterable[tuple[Message, list[Row]]]) -> Iterator[Row]:
    for heading, rows in groups:
        if rows:
            yield Row(heading)
            yield from rows


def _offered(offer: Offer) -> Row:
    return Row(offer.title, tail=lambda _: say_code(offer.key), icon=offer.icon, open=offer.act)


def _both_names(place: Place, language: Language) -> str:
    """The name in the language spoken with the kind of unit, then as the other language writes it."""
    other = place.name_en if language.rtl else place.name_ar
    return sayings.joined([in_full(place, language.code), other], language)


def _in_both(words: Words) -> str:
    return f"{said(words, ENGLISH)} {said(words, ARABIC)}"
