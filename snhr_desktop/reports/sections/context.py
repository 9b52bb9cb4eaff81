"""The history of the period as dated headings: its markers, each with what the standing text says of that day."""

from snhr_desktop.domain.dates import say_when, write_when
from snhr_desktop.domain.records import Marker
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.emphasis import marked
from snhr_desktop.reports.parts import Heading, Part, Prose
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.standing import under_headings
from snhr_desktop.reports.texts import kept

DATED = N_("{date}: {event}")


def build(edition: Edition) -> tuple[Part, ...]:
    """A heading for each marker, oldest first; a date that the text alone knows is no marker and is left out."""
    told = under_headings(kept(edition.texts.blocks("context"), edition.numbers))
    found: list[Part] = []
    for marker in sorted(edition.snapshot.file.markers, key=lambda m: (str(m.when.first), m.label_en)):
        found.append(Heading(_title(marker, edition), 3))
        for text in told.get(write_when(marker.when), ()):
            said, marks = marked(text, edition.words, edition.language)
            found.append(Prose(said, marks=marks))
    return tuple(found)


def _title(marker: Marker, edition: Edition) -> str:
    language, event = edition.language, marker.label(edition.language)
    if not marker.when:
        return event
    return edition.text(DATED, date=say_when(marker.when, language), event=event)


SECTION = Section("context", N_("Historical context"), build, level=2)
