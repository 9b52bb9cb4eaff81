"""The history of the period as dated headings: its markers, each with what the standing text says of that day."""

from snhr_desktop.domain.dates import say_span
from snhr_desktop.domain.records import Marker
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Heading, Part, Prose
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.standing import under_headings
from snhr_desktop.reports.texts import fill, kept

DATED = N_("{date}: {event}")


def build(edition: Edition) -> tuple[Part, ...]:
    """A heading for each marker, oldest first; a date that the text alone knows is no marker and is left out."""
    told = under_headings(kept(edition.texts.blocks("context"), edition.numbers))
    found: list[Part] = []
    for marker in sorted(edition.snapshot.file.markers, key=lambda m: (str(m.on), m.label_en)):
        found.append(Heading(_title(marker, edition), 3))
        found += [Prose(fill(text, edition.words)) for text in told.get(str(marker.on), ())]
    return tuple(found)


def _title(marker: Marker, edition: Edition) -> str:
    language, event = edition.language, marker.label(edition.language)
    if marker.on is None:
        return event
    date = say_span(marker.on, marker.until, language) if marker.until else language.date(marker.on)
    return edition.text(DATED, date=date, event=event)


SECTION = Section("context", N_("Historical context"), build, level=2)
