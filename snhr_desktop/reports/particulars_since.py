"""What the dossier of an incident told otherwise than the record of now, particular by particular."""

from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Facts
from snhr_desktop.reports.sections import filed, people, statements
from snhr_desktop.reports.sections.particulars import TOLL
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Texts

SAID = N_("{particular}: {before}, now {after}")
AS_PRINTED, ANOTHER = N_("as printed"), N_("changed")
NOT_SAID = "–"
_WHOLE = (people.SECTION, statements.SOURCES, statements.STATED, filed.NARRATIVE)
"""Sections of which is told that they are others now, and no more: the record itself is to be read."""


@dataclass(frozen=True)
class ParticularChange:
    """A label or section of the dossier, with what stood there and what stands there now, in one language."""

    particular: str
    before: str
    after: str

    def tell(self, language: Language) -> str:
        """Attribution: Not attributed to any party, now Attributed to Russian forces."""
        said = {name: language.isolate(getattr(self, name).rstrip(".")) for name in ("before", "after")}
        return language.text(SAID, particular=self.particular, **said)


def particulars_since(published: Snapshot, now: Snapshot, language: Language) -> Iterator[ParticularChange]:
    """Where something else stands now; nothing for a report that is of no one incident."""
    if not (published.filed and now.filed):
        return
    was, after = (_edition(snapshot, language) for snapshot in (published, now))
    told, telling = _told(was), _told(after)
    for title in dict.fromkeys((*told, *telling)):
        if told.get(title) != telling.get(title):
            yield ParticularChange(title, told.get(title, NOT_SAID), telling.get(title, NOT_SAID))
    for section in _WHOLE:
        if section.build(was) != section.build(after):
            yield ParticularChange(*(language.text(one) for one in (section.title, AS_PRINTED, ANOTHER)))


def _edition(snapshot: Snapshot, language: Language) -> Edition:
    return Edition(snapshot, language, Texts(language.code, snapshot.brief.period, snapshot.brief.kind))


def _told(edition: Edition) -> dict[str, str]:
    """Everything but the toll, whose numbers are compared as numbers."""
    parts = (*filed.what_happened(edition), *filed.assessment(edition))
    rows = [row for part in parts if isinstance(part, Facts) for row in part.rows]
    return {title: " ".join(lines) for title, lines in rows if title != edition.text(TOLL)}
