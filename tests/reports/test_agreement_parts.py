"""Mistakes planted in the parts of one edition, after they were made and before they are drawn."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from snhr_desktop.charts import BarChart, MonthChart, ShareBar
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, Message, bare
from snhr_desktop.reports.agreement import FiguresDisagree, charts, incident, recount, sentences, tables, timeline
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Facts, KeyFigures, Part, Picture
from snhr_desktop.reports.render import printed, written
from snhr_desktop.reports.sections import compared, facilities, key_figures, months, parties
from snhr_desktop.reports.snapshot import Snapshot
from tests.reports.planting import cell, changed, in_table, slip, told_by
from tests.reports.specimen import snapshot

BOTH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
Mistake = Callable[[Manuscript], Manuscript]


def manuscript(language: Language, shown: Snapshot | None = None) -> Manuscript:
    (found,) = written(shown or snapshot(), (language,))
    return found


def without_row(at: int) -> Callable[[DataTable], DataTable]:
    return lambda table: replace(table, rows=table.rows[:at] + table.rows[at + 1 :])


def without_party_and_sum(table: DataTable) -> DataTable:
    """The row and its share of the total gone, so that the rows sum to what is printed."""
    left = table.rows[0]
    total = [
        f"{int(a.replace(',', '')) - int(b.replace(',', '')):,}" for a, b in zip(table.total[1:], left[1:], strict=True)
    ]
    return replace(table, rows=table.rows[1:], total=(table.total[0], *total))


def with_total(at: int, wrong: str) -> Callable[[DataTable], DataTable]:
    return lambda table: replace(table, total=(*table.total[:at], wrong, *table.total[at + 1 :]))


def headline(part: Part) -> Part | None:
    return KeyFigures((("1,190", part.cells[0][1]), *part.cells[1:])) if isinstance(part, KeyFigures) else None


def shares(part: Part) -> Part | None:
    if not isinstance(part, Picture) or not isinstance(part.chart, ShareBar):
        return None
    first, *others = part.chart.shares
    return Picture(replace(part.chart, shares=(replace(first, value=604), *others)))


def bars_swapped(part: Part) -> Part | None:
    """Two categories exchange their names."""
    if not isinstance(part, Picture) or not isinstance(part.chart, BarChart):
        return None
    one, two, *others = part.chart.rows
    rows = (replace(one, label=two.label), replace(two, label=one.label), *others)
    return Picture(replace(part.chart, rows=rows))


def event_moved(part: Part) -> Part | None:
    if not isinstance(part, Picture) or not isinstance(part.chart, MonthChart):
        return None
    first, *others = part.chart.markers
    return Picture(replace(part.chart, markers=(replace(first, date=dt.date(2017, 6, 6)), *others)))


def toll_of_a_massacre(part: Part) -> Part | None:
    if not isinstance(part, Facts) or part.rows[0][1][0] != "IDL-2018-00001":
        return None
    return Facts(tuple((name, tuple(bare(line).replace("28", "82") for line in lines)) for name, lines in part.rows))


TABLES: dict[str, tuple[Mistake, Message]] = {
    "1 digits swapped between headline and body": (lambda m: changed(m, headline), tables.HEADLINE),
    "1 digits swapped in the table of figures": (
        lambda m: in_table(m, key_figures.ALL_FIGURES, cell(0, 2, "1,190")), tables.ROW,
    ),
    "2 own published figure cited wrongly": (
        lambda m: in_table(m, compared.TITLE, cell(7, 1, "223")), tables.PUBLISHED,
    ),
    "2 recorded figure beside it told wrongly": (
        lambda m: in_table(m, compared.TITLE, cell(7, 2, "223")), tables.RECORDED,
    ),
    "6 running sum does not match its months": (
        lambda m: in_table(m, months.TABLE, with_total(4, "725")), recount.BREAKDOWN,
    ),
    "6 a month does not match the running sum": (
        lambda m: in_table(m, months.TABLE, cell(0, 1, "21")), tables.ROW,
    ),
    "12 a party left out of the table": (lambda m: in_table(m, parties.TABLE, without_row(0)), tables.MISSING),
    "12 a party left out with its share of the total": (
        lambda m: in_table(m, parties.TABLE, without_party_and_sum), recount.BREAKDOWN,
    ),
    "14 a category under the name of another": (
        lambda m: in_table(m, facilities.CATEGORIES, cell(0, 0, "media")), tables.ROW,
    ),
    "a figure left out of the table of figures": (
        lambda m: in_table(m, key_figures.ALL_FIGURES, without_row(2)), tables.MISSING,
    ),
    "a chart against its table": (lambda m: changed(m, shares), charts.CHART),
    "14 a chart whose categories are exchanged": (lambda m: changed(m, bars_swapped), charts.LABEL),
    "5 an event at the wrong date in the chart": (lambda m: changed(m, event_moved), charts.EVENT),
}  # fmt: skip

WORDS: dict[str, tuple[str, str, Message]] = {
    "1 digits swapped between headline and body": ("225 children", "255 children", sentences.SENTENCE),
    "4 rounded in one place, exact in another": ("at least 230", "at least 233", sentences.SENTENCE),
    "7 title against body": ("at least 1,106 civilians", "at least 1,109 civilians", sentences.SENTENCE),
    "8 a subtotal for a total": ("255 children and 105 women", "255 children and 209 women", sentences.SENTENCE),
    "9 a share that does not recompute": ("1.8%", "41.8%", sentences.SENTENCE),
    "11 a share rounded beyond its figures": ("42%", "41.8%", sentences.SENTENCE),
    "12 a party left out of the list": ("Others: ", "Russian forces: ", sentences.SENTENCE),
    "14 a category under another name": (
        "Vital media facilities: 34",
        "Vital medical facilities: 34",
        sentences.SENTENCE,
    ),
    "5 an event of the timeline at the wrong date": ("6 June 2017: De-esc", "6 May 2017: De-esc", timeline.EVENT),
}


@BOTH
@pytest.mark.parametrize("plant", TABLES.values(), ids=list(TABLES))
def test_a_mistake_in_a_table_a_chart_or_the_headline_is_caught(
    plant: tuple[Mistake, Message], language: Language
) -> None:
    mistake, what = plant
    planted = mistake(manuscript(language))
    assert what in [found for found, _, _ in told_by([planted])]
    with pytest.raises(FiguresDisagree):
        printed([planted])


@pytest.mark.parametrize("plant", WORDS.values(), ids=list(WORDS))
def test_a_mistake_in_a_sentence_is_caught(plant: tuple[str, str, Message]) -> None:
    wrong, right, what = plant
    planted = slip(manuscript(ENGLISH), wrong, right)
    assert what in [found for found, _, _ in told_by([planted])]
    with pytest.raises(FiguresDisagree):
        printed([planted])


@pytest.mark.parametrize(
    ("wrong", "right", "what"),
    [
        ("225 طفلاً", "255 طفلاً", sentences.SENTENCE),
        ("105 سيدات", "209 سيدات", sentences.SENTENCE),
        ("230 حادثة اعتداء", "233 حادثة اعتداء", sentences.SENTENCE),
        ("42%", "41.8%", sentences.SENTENCE),
        ("6 حزيران 2017: سريان", "6 أيار 2017: سريان", timeline.EVENT),
        ("بين 6 حزيران 2017", "بين 6 أيار 2017", sentences.BOUNDS),
    ],
)
def test_the_same_mistakes_are_caught_in_arabic(wrong: str, right: str, what: Message) -> None:
    assert what in [found for found, _, _ in told_by([slip(manuscript(ARABIC), wrong, right)])]


@BOTH
def test_the_toll_told_of_a_massacre_is_that_of_its_victims(language: Language) -> None:
    planted = changed(manuscript(language), toll_of_a_massacre)
    assert incident.TOLL in [found for found, _, _ in told_by([planted])]


@pytest.mark.parametrize(
    ("language", "title", "caught"),
    [
        (ENGLISH, "Six women killed in the market of Harim", True),
        (ENGLISH, "Nine women and 15 children killed", False),
        (ENGLISH, "28 civilians killed, 15 children among them", False),
        (ENGLISH, "Killing of 82 civilians", True),
        (ENGLISH, "13 January 2013 Children killed", False),
        (ARABIC, "مقتل ست سيدات في سوق حارم", True),
        (ARABIC, "مقتل تسع سيدات في سوق حارم", False),
    ],
)
def test_the_title_of_an_incident_says_no_other_number_than_its_toll(
    language: Language, title: str, caught: bool
) -> None:
    shown = snapshot()
    first = shown.massacres[0]
    titled = replace(first, incident=replace(first.incident, title_en=title, title_ar=title))
    planted = manuscript(language, replace(shown, massacres=(titled, *shown.massacres[1:])))
    assert (incident.TITLE in [found for found, _, _ in told_by([planted])]) == caught


def test_an_event_that_the_program_knows_is_printed_at_no_other_date() -> None:
    shown = snapshot()
    markers = shown.file.markers
    moved = tuple(
        replace(m, when=type(m.when).on(dt.date(2017, 6, 6))) if m.label_en == "De-escalation in force" else m
        for m in markers
    )
    planted = manuscript(ENGLISH, replace(shown, file=replace(shown.file, markers=moved)))
    assert (timeline.EVENT, "2017-06-06", "2017-05-06") in told_by([planted])


def test_the_refusal_names_the_figure_and_both_numbers_in_the_users_language() -> None:
    with pytest.raises(FiguresDisagree) as refused:
        printed([slip(manuscript(ENGLISH), "225 children", "255 children")])
    assert "of the records (Civilians killed: “225” instead of “255”)" in bare(refused.value.tell(ENGLISH))
    assert "ليس رقم السجلات" in refused.value.tell(ARABIC)
    assert "«225» بدلاً من «255»" in bare(refused.value.tell(ARABIC))
