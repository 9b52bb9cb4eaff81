"""The fifteen kinds of mistake, planted in every kind of report that can hold them; why the others cannot is told.

`test_fifteen_kinds` plants each as it was found on a published page; here each goes where such a number stands.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from snhr_desktop.charts import MonthChart
from snhr_desktop.domain.records import Marker
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, bare
from snhr_desktop.reports.agreement import FiguresDisagree
from snhr_desktop.reports.kind import BULLETIN, DOSSIER, KINDS, MONTHLY, THEMATIC, VICTIMS
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Facts, Part, Picture, Prose
from snhr_desktop.reports.render import printed, written
from snhr_desktop.reports.sections import particulars
from snhr_desktop.reports.snapshot import Earlier, Snapshot
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.reports.every_kind import every_kind
from tests.reports.planting import changed, told_by

Plant = Callable[[Snapshot], Sequence[Manuscript]]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Snapshot]]:
    made, _ = Workspace.create(tmp_path_factory.mktemp("kinds") / "office.snhr", PASSPHRASE, "IDL")
    with made:
        yield every_kind(made)


def killed(snapshot: Snapshot) -> int:
    """The number in the headline: of the period, or of the one incident."""
    answers = snapshot.filed.toll if snapshot.filed else snapshot.answers
    return int(answers["civilians_killed"].total or 0)


def in_words(snapshot: Snapshot, wrong: int) -> list[Manuscript]:
    """The first sentence or particular that tells the headline tells another number; in one edition."""
    right = str(killed(snapshot))

    def change(part: Part) -> Part | None:
        if isinstance(part, Prose) and right in bare(part.text):
            return replace(part, text=bare(part.text).replace(right, str(wrong), 1))
        if isinstance(part, Facts):
            rows = [
                (title, tuple(bare(line).replace(right, str(wrong)) for line in lines)) for title, lines in part.rows
            ]
            return Facts(
                tuple(
                    row if row[0] == ENGLISH.text(particulars.TOLL) else old
                    for row, old in zip(rows, part.rows, strict=True)
                )
            )
        return None

    return [changed(one, change) for one in written(snapshot, (ENGLISH,))]


def edited(title: str) -> Plant:
    """The title of the report, typed by hand."""
    return lambda snapshot: written(snapshot, (ENGLISH,), {"en": {"title": f"# {title}"}})


def in_title(more: int, noun: str) -> Plant:
    def plant(snapshot: Snapshot) -> Sequence[Manuscript]:
        return edited(f"The killing of {killed(snapshot) + more} {noun}")(snapshot)

    return plant


def cells(section: str, change: Callable[[DataTable], DataTable], language: Any = ENGLISH) -> Plant:
    """The first table of a section changed, in the bilingual edition where the language is Arabic."""

    def plant(snapshot: Snapshot) -> Sequence[Manuscript]:
        languages = (ENGLISH,) if language is ENGLISH else (ENGLISH, ARABIC)
        *others, one = written(snapshot, languages)
        table = next(part for part in one.sections()[section] if isinstance(part, DataTable))
        return [*others, changed(one, lambda part: change(table) if part is table else None)]

    return plant


def first_number(make: Callable[[str], str], of: int = -1) -> Callable[[DataTable], DataTable]:
    """A cell of the first row that counts anything, in a column."""

    def change(table: DataTable) -> DataTable:
        at = next(at for at, row in enumerate(table.rows) if any(c.isdigit() and c != "0" for c in row[of]))
        row = list(table.rows[at])
        row[of] = make(row[of])
        return replace(table, rows=(*table.rows[:at], tuple(row), *table.rows[at + 1 :]))

    return change


def total(table: DataTable) -> DataTable:
    return replace(table, total=(*table.total[:-1], "5,913"))


def without_a_row(table: DataTable) -> DataTable:
    return replace(table, rows=table.rows[1:])


def renamed(table: DataTable) -> DataTable:
    first, *others = table.rows
    return replace(table, rows=(("الإعلامية", *first[1:]), *others))


def exchanged(cell: str) -> str:
    """153 for 135, and 31 for 13; a number of one digit gets another."""
    return cell[::-1] if cell != cell[::-1] else f"{cell}1"


def chart_moved(snapshot: Snapshot) -> Sequence[Manuscript]:
    """An event of a chart of months stands at another date; the month has one event more than the agreement had."""
    held = Marker(when=When.on(dt.date(2018, 3, 15)), label_en="Talks", label_ar="محادثات")
    snapshot = replace(snapshot, file=replace(snapshot.file, markers=(*snapshot.file.markers, held)))
    assert told_by(written(snapshot, LANGUAGES.values())) == []

    def change(part: Part) -> Part | None:
        markers = getattr(part.chart, "markers", ()) if isinstance(part, Picture) else ()
        if not markers:
            return None
        moved = replace(markers[0], date=markers[0].date + dt.timedelta(days=30))
        assert isinstance(part, Picture)
        assert isinstance(part.chart, MonthChart)
        return replace(part, chart=replace(part.chart, markers=(moved, *markers[1:])))

    return [changed(one, change) for one in written(snapshot, (ENGLISH,))]


def incident_moved(snapshot: Snapshot) -> Sequence[Manuscript]:
    """An incident stands under another day."""

    def change(part: Part) -> Part | None:
        if not isinstance(part, Facts):
            return None
        return Facts(tuple((t, tuple(x.replace("22 March", "2 March") for x in lines)) for t, lines in part.rows))

    return [changed(one, change) for one in written(snapshot, (ENGLISH,))]


def month_more(snapshot: Snapshot) -> Sequence[Manuscript]:
    """A month of the chart, and so their sum, is one more."""

    def change(part: Part) -> Part | None:
        series = getattr(part.chart, "series", ()) if isinstance(part, Picture) else ()
        if not series:
            return None
        assert isinstance(part, Picture)
        first = replace(series[0], values=(series[0].values[0] + 1, *series[0].values[1:]))
        assert isinstance(part.chart, MonthChart)
        return replace(part, chart=replace(part.chart, series=(first, *series[1:])))

    return [changed(one, change) for one in written(snapshot, (ENGLISH,))]


def party_gone(snapshot: Snapshot) -> Sequence[Manuscript]:
    """One of two parties held jointly responsible."""

    def change(part: Part) -> Part | None:
        if not isinstance(part, Facts):
            return None
        who = ENGLISH.text(particulars.WHO)
        return Facts(
            tuple(
                (t, tuple("Attributed to Russian forces." for _ in lines) if t == who else lines)
                for t, lines in part.rows
            )
        )

    return [changed(one, change) for one in written(snapshot, (ENGLISH,))]


def facility_renamed(snapshot: Snapshot) -> Sequence[Manuscript]:
    """A hospital that is a media centre in Arabic."""

    def change(part: Part) -> Part | None:
        if not isinstance(part, Facts):
            return None
        hit = ARABIC.text(particulars.FACILITIES)
        return Facts(tuple((t, ("مركز إعلامي",) * len(lines) if t == hit else lines) for t, lines in part.rows))

    first, second = written(snapshot, LANGUAGES.values())
    return [first, changed(second, change)] if second.edition.language is ARABIC else [changed(first, change), second]


def revised(snapshot: Snapshot) -> Snapshot:
    """R180601 gave two less."""
    answers = dict(snapshot.filed.toll if snapshot.filed else snapshot.answers)
    answer = answers["civilians_killed"]
    answers["civilians_killed"] = replace(answer, total=int(answer.total or 0) - 2)
    return replace(snapshot, earlier=(Earlier("R180601", dt.date(2018, 6, 13), answers),))


def cited_wrongly(snapshot: Snapshot) -> Sequence[Manuscript]:
    """The number of the earlier report, where this one tells it, is another."""
    gave = str(killed(snapshot) - 2)

    def change(part: Part) -> Part | None:
        if isinstance(part, DataTable) and "R180601" in bare(part.caption):
            return replace(part, rows=(tuple("7" if cell == gave else cell for cell in part.rows[0]), *part.rows[1:]))
        if isinstance(part, Prose) and "R180601" in bare(part.text):
            return replace(part, text=bare(part.text).replace(gave, "7"))
        return None

    return [changed(one, change) for one in written(revised(snapshot), (ENGLISH,))]


def silent(snapshot: Snapshot) -> Sequence[Manuscript]:
    """What would tell of the earlier report is not there."""
    made = []
    for one in written(revised(snapshot), (ENGLISH,)):
        told = [p for p in one.parts if "R180601" in bare(getattr(p, "caption", "") or getattr(p, "text", ""))]
        assert told
        made.append(replace(one, parts=tuple(part for part in one.parts if part not in told)))
    return made


def share(make: Callable[[str], str]) -> Plant:
    """The share of women and children, wherever a sentence tells it."""

    def plant(snapshot: Snapshot) -> Sequence[Manuscript]:
        number = f"{snapshot.answers['women_children_share'].total}%"

        def change(part: Part) -> Part | None:
            if isinstance(part, Prose) and number in bare(part.text):
                return replace(part, text=bare(part.text).replace(number, make(number)))
            return None

        return [changed(one, change) for one in written(snapshot, (ENGLISH,))]

    return plant


OF_FIGURES = (THEMATIC, MONTHLY, BULLETIN, VICTIMS)
BODY = {THEMATIC: "parties", MONTHLY: "alongside", BULLETIN: "bulletin", VICTIMS: "roll", DOSSIER: "people"}
"""A section with a table in each kind."""


def rounded(snapshot: Snapshot) -> Sequence[Manuscript]:
    return in_words(snapshot, killed(snapshot) // 10 * 10)


def each(kinds: Sequence[str], plant: Plant) -> dict[str, Plant]:
    return dict.fromkeys(kinds, plant)


PLANTED: dict[int, dict[str, Plant]] = {
    1: each(tuple(KINDS), lambda snapshot: in_words(snapshot, int(exchanged(str(killed(snapshot)))))),
    2: each(tuple(KINDS), cited_wrongly),
    3: each(tuple(KINDS), edited("Of 2.9 million people")),
    4: each(tuple(KINDS), rounded),
    5: {THEMATIC: chart_moved, MONTHLY: chart_moved, DOSSIER: incident_moved},
    6: {THEMATIC: cells("months", total), MONTHLY: cells("year", total), BULLETIN: month_more},
    7: each(tuple(KINDS), in_title(1, "civilians")),
    8: each(tuple(KINDS), in_title(1, "women")),
    9: {
        **each((THEMATIC, MONTHLY), share(lambda number: number[1:])),
        VICTIMS: cells("completeness", first_number(lambda cell: cell[1:])),
    },
    10: {kind: cells(section, first_number(lambda _: "6", 1), ARABIC) for kind, section in BODY.items()},
    11: {
        **each((THEMATIC, MONTHLY), share(lambda number: f"{round(float(number[:-1]))}%")),
        VICTIMS: cells("completeness", first_number(lambda cell: f"{float(cell[:-1]) + 1:.0f}%")),
    },
    12: {
        THEMATIC: cells("parties", without_a_row), MONTHLY: cells("parties", without_a_row),
        BULLETIN: cells("bulletin", without_a_row), DOSSIER: party_gone,
    },
    13: {kind: cells(section, first_number(exchanged, 1), ARABIC) for kind, section in BODY.items()},
    14: {
        THEMATIC: cells("facilities", renamed, ARABIC), MONTHLY: cells("facilities", renamed, ARABIC),
        BULLETIN: cells("bulletin", renamed, ARABIC), VICTIMS: cells("roll", renamed, ARABIC),
        DOSSIER: facility_renamed,
    },
    15: each(tuple(KINDS), silent),
}  # fmt: skip

NOT_THERE = {
    (5, BULLETIN): "its chart names no event", (5, VICTIMS): "it has neither chart nor history",
    (6, VICTIMS): "it has no months", (6, DOSSIER): "it has no months",
    (9, BULLETIN): "it prints no share", (9, DOSSIER): "it prints no share",
    (11, BULLETIN): "it prints no share", (11, DOSSIER): "it prints no share",
    (12, VICTIMS): "it tells nothing of parties",
}  # fmt: skip
"""What a kind of report cannot hold."""


@pytest.mark.parametrize(("number", "kind"), [(number, kind) for number, plants in PLANTED.items() for kind in plants])
def test_each_kind_of_mistake_is_caught_in_each_kind_of_report(
    shown: Mapping[str, Snapshot], number: int, kind: str
) -> None:
    assert told_by(written(shown[kind], LANGUAGES.values())) == []
    manuscripts = PLANTED[number][kind](shown[kind])
    assert told_by(manuscripts) != []
    with pytest.raises(FiguresDisagree):
        printed(manuscripts)


def test_every_mistake_is_planted_wherever_it_can_be() -> None:
    everywhere = {(number, kind) for number in range(1, 16) for kind in KINDS}
    planted = {(number, kind) for number, plants in PLANTED.items() for kind in plants}
    assert planted | NOT_THERE.keys() == everywhere
    assert not planted & NOT_THERE.keys()
