"""Everything that a person may take a column for, with its words in both languages, in the order it is offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from snhr_desktop.domain.records import CHILDREN, Case, Incident, Record
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.i18n import N_, Message

_NOT_OFFERED = frozenset({"reference", "origin", "date", "place", "status", "massacre_override", "massacre_reason"})
"""Fields of an incident that a file does not decide, or that have rules of their own."""
_KEY, _WHEN, _WHERE, _TOLL, _REST = N_("Key"), N_("Date"), N_("Place"), N_("Numbers of persons"), N_("Nothing")


@dataclass(frozen=True)
class Offer:
    """One target: its code, the heading it stands under, and its label."""

    target: str
    heading: Message
    label: Message


def offers(*, cases: bool = False) -> tuple[Offer, ...]:
    """All of them; for a file of cases those of the person, whose states the mapping itself tells apart."""
    headings = (_KEY, _WHEN, _WHERE, *(() if cases else (_TOLL,)))
    fixed = tuple(Offer(target, heading, said) for target, heading, said in _FIXED if heading in headings)
    fields = _fields({"case": Case} if cases else {"incident": Incident, **CHILDREN})
    return (*fixed, *fields, Offer("ignored", _REST, N_("Left out on purpose")))


def _fields(record_types: Mapping[str, type[Record]]) -> Iterator[Offer]:
    for name, record_type in record_types.items():
        if name == "waivers":
            continue
        for field in record_type.fields():
            if not field.sensitive and not (name in ("incident", "case") and field.name in _NOT_OFFERED):
                yield Offer(f"{name}.{field.name}", record_type.title, field.label)


_FIXED = (
    ("file.key", _KEY, N_("Number or code of the incident")),
    ("date.column", _WHEN, N_("Date, or first day")),
    ("date.until", _WHEN, N_("Last day")),
    ("place.pcodes", _WHERE, N_("P-code")),
    ("place.community", _WHERE, N_("Town or village, or governorate and place")),
    ("place.subdistrict", _WHERE, N_("Name of the sub-district")),
    ("place.district", _WHERE, N_("Name of the district")),
    ("place.governorate", _WHERE, N_("Name of the governorate")),
    ("place.latitude", _WHERE, N_("Latitude")),
    ("place.longitude", _WHERE, N_("Longitude")),
    ("place.point", _WHERE, N_("Both coordinates in one cell")),
    (KILLED, _TOLL, N_("Number of persons killed")),
    (INJURED, _TOLL, N_("Number of persons injured")),
    ("toll.minimum", _TOLL, N_("Killed at least")),
    ("toll.maximum", _TOLL, N_("Killed at most")),
)
