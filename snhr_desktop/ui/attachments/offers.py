"""What was read in a file as offers for its own fields, and for those of the incident it is kept with."""

from collections.abc import Callable, Iterator

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Attachment, Incident
from snhr_desktop.domain.saying import say_place
from snhr_desktop.i18n import Language
from snhr_desktop.ui.attachments.asking import Row
from snhr_desktop.ui.attachments.proposals import Proposal
from snhr_desktop.ui.incidents.saying import say_code

INCIDENT = {"captured_on": "date", "captured_time": "time", "place": "place"}
"""The fields of an incident that a photo of it may tell."""


def offers_of(row: Row, places: Gazetteer, of_incident: bool) -> tuple[Proposal, ...]:
    """What the file does not say already, in the order of its fields; then the same for the incident."""
    own = tuple(_own(row, places))
    if not of_incident:
        return own
    read = tuple(_read(row, places))
    also = (
        Proposal(INCIDENT[one.field], Incident.field(INCIDENT[one.field]).label, one.said, one.raw, of_incident=True)
        for one in read
        if one.field in INCIDENT
    )
    return (*own, *also)


def _own(row: Row, places: Gazetteer) -> Iterator[Proposal]:
    for one in _read(row, places):
        field = Attachment.field(one.field)
        if field.kind.dump(getattr(row.file, one.field)) != one.raw:
            yield one


def _read(row: Row, places: Gazetteer) -> Iterator[Proposal]:
    read = row.proposed

    def offer(name: str, said: object) -> Proposal:
        field = Attachment.field(name)
        return Proposal(name, field.label, said, field.kind.dump(getattr(read, name)))  # type: ignore[arg-type]

    def place(language: Language) -> str:
        return say_place(read.place, language, places)

    said: dict[str, Callable[[Language], str]] = {
        "captured_on": lambda language: say_when(read.captured_on, language),
        "captured_time": lambda _: say_code(read.captured_time),
        "place": place,
        "taken_by": lambda language: language.isolate(read.taken_by),
        "device": lambda _: read.device,
    }
    yield from (offer(name, words) for name, words in said.items() if getattr(read, name))
