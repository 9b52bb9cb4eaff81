"""The list of incidents behind the figures, each with its code."""

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.places import in_full
from snhr_desktop.domain.values import When
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.reports.edition import GOVERNORATE, Edition
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.pictures.places import NO_INCIDENTS
from snhr_desktop.reports.section import ANNEX, Section
from snhr_desktop.reports.sections.matrix import TOTAL
from snhr_desktop.reports.snapshot import Listed
from snhr_desktop.reports.telling import Telling

TITLE = N_("List of incidents")
CODE, DATE, PLACE, PARTY = NC_("column", "Code"), NC_("column", "Date"), NC_("column", "Place"), NC_("column", "Party")
KILLED, INJURED = NC_("column", "Killed"), NC_("column", "Injured")
CIVILIANS = N_("Killed and injured are civilians. The date is the day of the incident, or the days it may have been.")
DAYS = N_("{first}\u00a0– {last}")
SHORT = {"alliance_joint": N_("Regime or Russian forces")}
SHORTENED = N_("“{short}”: {long}.")
PLACE_IN = N_("{place}, {wider}")


def build(edition: Edition) -> tuple[Part, ...]:
    """One row an incident, oldest first."""
    listed = edition.snapshot.incidents
    if not listed:
        return (Prose(edition.text(NO_INCIDENTS)),)
    columns = (
        TableColumn(edition.text(CODE), share=2.05),
        TableColumn(edition.text(DATE), share=1.85),
        TableColumn(edition.text(PLACE), share=2.1),
        TableColumn(edition.text(PARTY), share=2.95),
        TableColumn(edition.text(KILLED), numeric=True, share=0.85),
        TableColumn(edition.text(INJURED), numeric=True, share=0.95),
    )
    rows = tuple(_row(edition, incident) for incident in listed)
    sums = (sum(i.killed for i in listed), sum(i.injured for i in listed))
    total = (edition.text(TOTAL), "", "", "", *(edition.language.number(n) for n in sums))
    return (DataTable("", columns, rows, total=total, note=_note(edition)),)


def _note(edition: Edition) -> str:
    used = {incident.party_row for incident in edition.snapshot.incidents}
    shortened = [
        edition.text(SHORTENED, short=edition.text(short), long=label("party_row", row, edition.language))
        for row, short in SHORT.items()
        if row in used
    ]
    return " ".join([edition.text(CIVILIANS), *shortened])


def _row(edition: Edition, incident: Listed) -> tuple[str, ...]:
    language = edition.language
    return (
        incident.reference,
        date_of(edition, incident.date),
        place_of(edition, incident.place.pcode) or label("place_precision", "unknown", language),
        party_of(edition, incident.party_row),
        language.number(incident.killed),
        language.number(incident.injured),
    )


def party_of(telling: Telling, row: str) -> str:
    """The row of the table by party, shortened where its label is a sentence that the note tells once."""
    return telling.text(SHORT[row]) if row in SHORT else label("party_row", row, telling.language)


def date_of(edition: Edition, date: When) -> str:
    """A date in figures, as it stands in tables."""
    if date.first is None or date.last is None or date.precision in ("month", "year"):
        return say_when(date, edition.language)
    first, last = (edition.language.short_date(day) for day in (date.first, date.last))
    return first if first == last else edition.text(DAYS, first=first, last=last)


def place_of(telling: Telling, pcode: str) -> str:
    """A place with the sub-district it lies in, where that has another name; a wider one with what it is."""
    places = telling.snapshot.places
    place = places.get(pcode)
    if place is None:
        return telling.place(pcode)
    if place.level != "community":
        name = in_full(place, telling.language.code)
        return telling.text(GOVERNORATE, name=name) if place.level == "governorate" else name
    name, wider = telling.place(pcode), telling.place(place.parent)
    return name if name == wider else telling.text(PLACE_IN, place=name, wider=wider)


SECTION = Section("incident_list", TITLE, build, numbering=ANNEX)
