"""The sections of cases: each sentence and each row is the one that the records give, and none is missing."""

from collections.abc import Iterator

from snhr_desktop.i18n import bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.sentences import SENTENCE
from snhr_desktop.reports.agreement.tables import differing, whole_rows
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part, Prose
from snhr_desktop.reports.sections import arrests, detained


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything that differs; the table by party and its chart are held against the records with all others."""
    edition, sections = manuscript.edition, manuscript.sections()
    if "arrests" in sections:
        told = list(arrests.sentences(edition)) if arrests.tells(edition) else [edition.text(arrests.NOTHING)]
        yield from _sentences(edition, sections["arrests"], told)
    if "detained" in sections:
        yield from _sentences(edition, sections["detained"], _nobody(edition))
        for table in (part for part in sections["detained"] if isinstance(part, DataTable)):
            yield from differing(whole_rows(table), whole_rows(detained.table(edition)), whole=True)


def _nobody(edition: Edition) -> list[str]:
    return [] if edition.snapshot.detained else [edition.text(detained.NOBODY)]


def _sentences(edition: Edition, parts: tuple[Part, ...], expected: list[str]) -> Iterator[Disagreement]:
    printed = [part.text for part in parts if isinstance(part, Prose)]
    yield from (Disagreement(SENTENCE, bare(text)[:160]) for text in printed if text not in expected)
    for text in expected:
        if printed.count(text) != expected.count(text):
            yield Disagreement(SENTENCE, edition.text(arrests.TITLE), "", bare(text)[:160])
