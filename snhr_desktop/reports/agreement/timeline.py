"""The events of the period: each under its own date, in the chapter of history as in the records."""

from collections.abc import Iterator

from snhr_desktop.domain.dates import say_when, write_when
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Heading

EVENT = N_("an event of the timeline has the wrong date")


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Events that stand under another date than their own."""
    edition = manuscript.edition
    yield from _known(edition)
    if not manuscript.prints("context"):
        return
    context = manuscript.sections().get("context", ())
    headings = [bare(part.text) for part in context if isinstance(part, Heading)]
    for marker in edition.snapshot.file.markers:
        event, date = marker.label(edition.language), say_when(marker.when, edition.language)
        own = [heading for heading in headings if bare(event) in heading]
        if marker.when and not any(bare(date) in heading for heading in own):
            yield Disagreement(EVENT, event, own[0] if own else "", date)


def _known(edition: Edition) -> Iterator[Disagreement]:
    """Events that the program knows the date of, by their own name."""
    known = {marker.label_en: marker.when for marker in IDLIB.markers}
    for marker in edition.snapshot.file.markers:
        date = known.get(marker.label_en, marker.when)
        if date != marker.when:
            yield Disagreement(EVENT, marker.label(edition.language), write_when(marker.when), write_when(date))
