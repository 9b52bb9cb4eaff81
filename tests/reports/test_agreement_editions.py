"""The two languages of a report held against each other: planted in one of them, whatever the other says is right."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from snhr_desktop.charts import MapChart
from snhr_desktop.i18n import ARABIC, Message, bare
from snhr_desktop.reports.agreement import FiguresDisagree, disagreements, editions
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Facts, Heading, Part, Picture
from snhr_desktop.reports.render import BOTH, printed, written
from snhr_desktop.reports.sections import facilities, parties, places, summary
from tests.reports.planting import cell, changed, in_table, slip
from tests.reports.specimen import snapshot


def one_more_massacre_in_idlib(table: DataTable) -> DataTable:
    """As found on a page: 5 beside 6 massacres in one place, and the sums 43 beside 44."""
    at = next(n for n, row in enumerate(table.rows) if row[2] == "2")
    more = cell(at, 2, "3")(table)
    return replace(more, total=(*more.total[:2], "3", *more.total[3:]))


def map_point(part: Part) -> Part | None:
    if not isinstance(part, Picture) or not isinstance(part.chart, MapChart):
        return None
    first, *others = part.chart.points
    return Picture(replace(part.chart, points=(replace(first, value=first.value + 9), *others)))


def dated_otherwise(part: Part) -> Part | None:
    if not isinstance(part, Facts) or part.rows[0][1][0] != "IDL-2018-00001":
        return None
    rows = [(name, tuple(line.replace("22", "23") for line in lines)) for name, lines in part.rows]
    return Facts(tuple(rows))


def without_a_heading(manuscript: Manuscript) -> Manuscript:
    heading = Heading(manuscript.edition.text(summary.BY_PLACE), 3)
    return replace(manuscript, parts=tuple(part for part in manuscript.parts if part != heading))


PLANTED: dict[str, tuple[Callable[[Manuscript], Manuscript], Message]] = {
    "10 one row differs, and its sum": (
        lambda m: in_table(m, places.TABLE, one_more_massacre_in_idlib), editions.TABLE,
    ),
    "13 digits swapped in a sentence": (lambda m: slip(m, "613", "136"), editions.WORDS),
    "13 digits swapped in a table": (lambda m: in_table(m, parties.TABLE, cell(2, 1, "163")), editions.TABLE),
    "13 digits swapped on the map": (lambda m: changed(m, map_point), editions.CHART),
    "13 a date of a massacre": (lambda m: changed(m, dated_otherwise), editions.WORDS),
    "12 a row left out of one language": (
        lambda m: in_table(m, parties.TABLE, lambda t: replace(t, rows=t.rows[:-1])), editions.TABLE,
    ),
    "14 categories exchanged in one language": (
        lambda m: in_table(m, facilities.CATEGORIES, lambda t: replace(t, rows=(t.rows[1], t.rows[0], *t.rows[2:]))),
        editions.TABLE,
    ),
    "a passage left out of one language": (without_a_heading, editions.SHAPE),
}  # fmt: skip


@pytest.mark.parametrize("plant", PLANTED.values(), ids=list(PLANTED))
@pytest.mark.parametrize("at", [0, 1], ids=["en", "ar"])
def test_what_differs_between_the_languages_is_caught(
    plant: tuple[Callable[[Manuscript], Manuscript], Message], at: int
) -> None:
    mistake, what = plant
    both = written(snapshot(), BOTH)
    both[at] = mistake(both[at])
    assert what in [found.what for found in editions.disagreements(both, ())]
    with pytest.raises(FiguresDisagree):
        printed(both)


def test_an_edition_printed_alone_is_held_against_the_other_language_too() -> None:
    alone = slip(written(snapshot(), (ARABIC,))[0], "90 طفلاً", "130 طفلاً")  # 90 is a number of the records as well
    beside = [m for m in written(snapshot(), BOTH) if m.edition.language != ARABIC]
    assert editions.WORDS in [found.what for found in disagreements([alone], beside)]
    with pytest.raises(FiguresDisagree) as refused:
        printed([alone])
    assert "«90» بدلاً من «130»" in bare(refused.value.tell(ARABIC))


def test_standing_texts_are_compared_where_both_languages_are_printed() -> None:
    edited = {
        "en": {"about": "Counted by 17 offices (SNHR, 2018)."},
        "ar": {"about": "أحصاها 71 مكتباً (الشبكة، 2018)."},
    }
    both = written(snapshot(), BOTH, edited)
    assert editions.WORDS in [found.what for found in editions.disagreements(both, ())]
    assert list(editions.disagreements(both[:1], written(snapshot(), (ARABIC,)))) == []
