"""The section of arrests: each of its sentences is the one that the records give, and none is missing."""

from collections.abc import Iterator

from snhr_desktop.i18n import bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.sentences import SENTENCE
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Prose
from snhr_desktop.reports.sections import arrests


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every sentence that differs; table and chart are held against the records with all others."""
    edition, parts = manuscript.edition, manuscript.sections().get("arrests")
    if parts is None:
        return
    expected = list(arrests.sentences(edition)) if arrests.tells(edition) else [edition.text(arrests.NOTHING)]
    printed = [part.text for part in parts if isinstance(part, Prose)]
    yield from (Disagreement(SENTENCE, bare(text)[:160]) for text in printed if text not in expected)
    for text in expected:
        if printed.count(text) != expected.count(text):
            yield Disagreement(SENTENCE, edition.text(arrests.TITLE), "", bare(text)[:160])
