"""Is everything there that a section is made of? A table that is gone tells no wrong number, and hides every one."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from snhr_desktop.i18n import N_
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.audience import may_appear
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, KeyFigures, Part, Picture
from snhr_desktop.reports.sections.bulletin import MOST_ROWS
from snhr_desktop.reports.snapshot import Snapshot

PARTS = N_("a table, a chart or the key figures of a section are missing or stand twice")


class Parts(NamedTuple):
    """How many tables, charts and bands of key figures a section has."""

    tables: int = 0
    charts: int = 0
    bands: int = 0


def _states_a_toll(snapshot: Snapshot) -> bool:
    assert snapshot.filed is not None
    shown = [one for one in snapshot.filed.dossier.sources if may_appear(one, snapshot.brief.audience)]
    return any((one.stated_killed, one.stated_injured) != (None, None) for one in shown)


def _if_killed(snapshot: Snapshot) -> Parts:
    return Parts(int(bool(snapshot.answers["civilians_killed"].total)))


def _year(snapshot: Snapshot) -> Parts:
    """January is its own year, and has no section of its own."""
    begins = snapshot.year is not None and snapshot.year.first < snapshot.first
    return Parts(1, 1) if begins else Parts()


def _arrests(snapshot: Snapshot) -> Parts:
    """One sentence alone where no case is counted."""
    return Parts(1, 1) if "arrests" in figures_told(snapshot) else Parts()


_MADE_OF: Mapping[str, Callable[[Snapshot], Parts]] = {
    "key_figures": lambda _: Parts(2, 0, 1),
    "months": lambda _: Parts(1, 1),
    "victims": lambda _: Parts(1, 1),
    "parties": lambda _: Parts(1),
    "places": lambda _: Parts(1, 1),
    "facilities": lambda _: Parts(2, 1),
    "weapons": lambda _: Parts(1),
    "arrests": _arrests,
    "detained": lambda snapshot: Parts(int(bool(snapshot.detained))),
    "alongside": lambda _: Parts(2, 0, 1),
    "year": _year,
    "late": lambda snapshot: Parts(int(bool(snapshot.late))),
    "compared": lambda snapshot: Parts(int(bool(snapshot.compared))),
    "incident_list": lambda snapshot: Parts(int(bool(snapshot.incidents))),
    "roll": _if_killed,
    "completeness": _if_killed,
    "names": lambda snapshot: Parts(int(bool(snapshot.roll and snapshot.roll.named))),
    "people": lambda snapshot: Parts(int(bool(snapshot.filed and snapshot.filed.dossier.victims))),
    "stated_tolls": lambda snapshot: Parts(int(_states_a_toll(snapshot))),
    "custody": lambda _: Parts(1),
}
"""By section. Those of words alone, and those that other checks count, are not here."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every section that has another number of tables, charts or bands than its records ask for."""
    edition, sections = manuscript.edition, manuscript.sections()
    for section in CONTENTS[edition.snapshot.brief.kind]:
        if section.code in _MADE_OF and manuscript.prints(section.code):
            printed = _counted(sections.get(section.code, ()))
            if printed != _MADE_OF[section.code](edition.snapshot):
                yield Disagreement(PARTS, edition.text(section.title))
    if bulletin := sections.get("bulletin"):
        parties = next((len(part.rows) for part in bulletin if isinstance(part, DataTable)), 0)
        if _counted(bulletin) != Parts(1, int(parties <= MOST_ROWS), 1):
            yield Disagreement(PARTS, edition.title)


def _counted(parts: tuple[Part, ...]) -> Parts:
    return Parts(*(sum(isinstance(part, kind) for part in parts) for kind in (DataTable, Picture, KeyFigures)))
