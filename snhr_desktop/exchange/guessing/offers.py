"""Everything that a person may take a column for, with its words in both languages, in the order it is offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from snhr_desktop.domain.records import CHILDREN, Case, CaseState, Incident, Record
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.i18n import N_, Message

_NOT_OFFERED = frozenset({"reference", "origin", "date", "place", "status", "massacre_override", "massacre_reason"})
"""Fields of an incident that a file does not decide, or that have rules of their own."""
_KEY, _WHEN, _WHERE, _TOLL, _REST = N_("Key"), N_("Date"), N_("Place"), N_("Numbers of persons"), N_("Nothing")
_ARREST_DAY, _ARREST_PLACE = N_("Date of the arrest"), N_("Place of the arrest")
_ARREST, _LATER = N_("Arrest"), N_("What followed the arrest")


@dataclass(frozen=True)
class Offer:
    """One target: its code, the heading it stands under, and its label."""

    target: str
    heading: Message
    label: Message


def offers(*, cases: bool = False) -> tuple[Offer, ...]:
    """All of them; for a file of cases those of the person, of the arrest and of what followed it."""
    ignored = Offer("ignored", _REST, N_("Left out on purpose"))
    if cases:
        return (*_of_cases(), ignored)
    fixed = tuple(Offer(*one) for one in _FIXED)
    return (*fixed, *_fields({"incident": Incident, **CHILDREN}), ignored)


def _of_cases() -> Iterator[Offer]:
    headings = {_WHEN: _ARREST_DAY, _WHERE: _ARREST_PLACE}
    yield Offer("file.key", _KEY, N_("Number or code of the case"))
    yield from (Offer(target, headings[head], said) for target, head, said in _FIXED if head in headings)
    yield from _fields({"case": Case})
    yield from (Offer(target, _ARREST, CaseState.field(target.rpartition(".")[2]).label) for target in _OF_ARREST)
    yield from (Offer(target, _LATER, said) for target, said in _OF_LATER)


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
_OF_ARREST = tuple(
    f"states.first.{name}"
    for name in ("state", "party", "circumstances", "warrant", "held_at_ar", "held_at_en", "source_kind")
)
_OF_LATER = (
    ("states.disappeared.date", N_("Date of the disappearance")),
    ("states.transferred.date", N_("Date of the transfer")),
    ("states.transferred.held_at_ar", N_("Place transferred to, in Arabic")),
    ("states.transferred.held_at_en", N_("Place transferred to, in English")),
    ("states.released.date", N_("Date of the release")),
    ("states.died.date", N_("Date of the death")),
    ("states.died.body", N_("Body handed over to the family")),
    ("states.fate.state", N_("What became of the person")),
    ("states.fate.date", N_("Date of what became of the person")),
)
