"""Against what was published before: a number that a report gave otherwise is told as changed, and never silently."""

from collections.abc import Iterator

from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, DataTable, Part, Prose
from snhr_desktop.reports.sections import revisions
from snhr_desktop.reports.snapshot import Earlier

SILENT = N_("a number contradicts an earlier publication without saying so")
OTHERWISE = N_("an earlier publication told otherwise, which is not said")
EARLIER = N_("{figure} ({code})")


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every number of an earlier report of the same period and scope that is another here and not told beside it."""
    edition = manuscript.edition
    told = manuscript.sections().get("revisions", ())
    sentences = {part.text for part in manuscript.parts if isinstance(part, Prose)}
    for earlier in edition.snapshot.earlier:
        yield from _otherwise(edition, earlier, told)
        found = revisions.differing(edition, earlier)
        if revisions.sentence(edition, earlier, found) in sentences:
            continue
        own = [part for part in told if isinstance(part, DataTable) and earlier.code in bare(part.caption)]
        rows = {(bare(row[0]), *map(value, row[1:])) for table in own for row in table.rows}
        for one in found:
            label, before, after, change = revisions.row(edition, one)
            if (bare(label), value(before), value(after), value(change)) not in rows:
                figure = edition.text(EARLIER, figure=one.named(edition), code=earlier.code)
                yield Disagreement(SILENT, figure, after, before)


def _otherwise(edition: Edition, earlier: Earlier, told: tuple[Part, ...]) -> Iterator[Disagreement]:
    """Every particular of an earlier dossier, and every list that told otherwise of incidents, that is not told."""
    rows = {tuple(map(bare, row)) for part in told if isinstance(part, DataTable) for row in part.rows}
    for one in earlier.particulars.get(edition.language.code, ()):
        if tuple(map(bare, (one.particular, one.before, one.after))) not in rows:
            figure = edition.text(EARLIER, figure=one.particular, code=earlier.code)
            yield Disagreement(OTHERWISE, figure, one.after, one.before)
    items = {item for part in told if isinstance(part, Bullets) for item in part.items}
    for text in revisions.told_otherwise(edition, earlier):
        if text not in items:
            yield Disagreement(OTHERWISE, earlier.code, "", text)
