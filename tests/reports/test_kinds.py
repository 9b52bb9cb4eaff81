"""Each kind of report from a real store, in every edition: what it holds, how long it is, what it refuses."""

import datetime as dt
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.agreement import disagreements
from snhr_desktop.reports.agreement.charts import CHART
from snhr_desktop.reports.agreement.monthly import LATE
from snhr_desktop.reports.agreement.tables import ROW
from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.kind import BULLETIN, INCIDENT, KINDS, MONTH, MONTHLY
from snhr_desktop.reports.parts import DataTable, Picture
from snhr_desktop.reports.render import rendered, written
from snhr_desktop.reports.sections import alongside, year
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, case, counted, dossier, facility, incident, victim, weapon
from tests.reports.planting import changed, told_by
from tests.reports.reading import pages_of, seen_in_browsers

AS_OF = dt.datetime(2018, 6, 13, 9, 30, tzinfo=dt.UTC)
EACH_KIND = pytest.mark.parametrize("kind", KINDS)
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


def on(day: dt.date, killed: int, **said: Any) -> Dossier:
    return dossier(victim(number=killed), incident=counted(date=When.on(day)), **said)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Incidents from January to March 2018, one of 2017, and one that is not documented."""
    for day, killed in ((5, 1), (20, 2)):
        workspace.save(on(dt.date(2018, 1, day), killed))
    workspace.save(on(dt.date(2018, 2, 3), 4, attributions=(attribution("russia"),)))
    workspace.save(on(dt.date(2018, 3, 22), 8, facilities=(facility(),), weapons=(weapon(),)))
    workspace.save(on(dt.date(2017, 12, 19), 16))
    workspace.save(dossier(incident=incident(date=When.on(dt.date(2018, 3, 2)))))
    return workspace


def brief_of(kind: str, edition: str = "en") -> Brief:
    month = "2018-03" if KINDS[kind].of == MONTH else ""
    about = "IDL-2018-00001" if KINDS[kind].of == INCIDENT else ""
    return Brief("idlib", "all", kind=kind, edition=edition, month=month, incident=about)


def made(workspace: Workspace, brief: Brief) -> PdfReader:
    return PdfReader(io.BytesIO(rendered(workspace.gather(brief, AS_OF), brief.languages)[0]))


@EACH_KIND
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("store", ["filled", "workspace"], ids=["full", "empty"])
def test_every_kind_is_printed_in_every_edition(
    kind: str, edition: str, store: str, request: pytest.FixtureRequest
) -> None:
    workspace: Workspace = request.getfixturevalue(store)
    if KINDS[kind].of == INCIDENT and store == "workspace":  # it is of one; the barest that can be saved
        workspace.save(dossier(incident=incident(), victims=(), attributions=(), sources=()))
    reader = made(workspace, brief_of(kind, edition))
    assert "{" not in "".join(seen_in_browsers(reader))
    assert f"{KINDS[kind].letter}180600" in bare(reader.pages[-1].extract_text())


@EACH_KIND
@pytest.mark.parametrize("edition", ["ar", "both"])
def test_every_kind_is_printed_with_arabic_indic_digits(kind: str, edition: str, filled: Workspace) -> None:
    """Its checks read them as they read the others; what is printed in English keeps its own."""
    reader = made(filled, replace(brief_of(kind, edition), arabic_indic=True))
    pages = pages_of(reader)
    arabic = "\n".join(page for page in pages if any("\u0621" <= letter <= "\u064a" for letter in page))
    assert any(digit in arabic for digit in "٠١٢٣٤٥٦٧٨٩")
    of_their_own = r"[A-Za-z0-9./:-]*[A-Za-z][A-Za-z0-9./:-]*|\+?\d[\d .-]{6,}|\d+\.\d{4,}"  # codes, hashes, points
    left = re.sub(of_their_own, "", arabic) if edition == "ar" else ""
    cited = {"13", "2018"}  # the day of a report that is cited in English
    assert set(re.findall(r"(?<![\d-])[0-9]+(?![\d-])", left)) <= cited


@EACH_KIND
def test_a_section_can_be_left_out(kind: str, filled: Workspace) -> None:
    whole = brief_of(kind)
    for section in CONTENTS[kind]:
        snapshot = filled.gather(replace(whole, left_out=(section.code,)), AS_OF)
        [manuscript] = written(snapshot, (ENGLISH,))
        assert section.code not in manuscript.sections()
        assert list(disagreements([manuscript])) == []


@EACH_LANGUAGE
def test_the_bulletin_is_one_page(language: Language, filled: Workspace) -> None:
    assert len(made(filled, brief_of(BULLETIN, language.code)).pages) == 1
    assert len(made(filled, brief_of(BULLETIN, "both")).pages) == 2


def test_the_bulletin_is_one_page_with_many_parties(filled: Workspace) -> None:
    for party in [*vocabulary("party")][:9]:
        filled.save(on(dt.date(2018, 4, 1), 3, attributions=(attribution(party),)))
    for edition in ("en", "ar"):
        assert len(made(filled, brief_of(BULLETIN, edition)).pages) == 1


def monthly(workspace: Workspace, month: str = "2018-03") -> Snapshot:
    return workspace.gather(Brief("idlib", "all", kind=MONTHLY, month=month), AS_OF)


def test_a_month_stands_beside_the_month_before_and_the_year(filled: Workspace) -> None:
    [manuscript] = written(monthly(filled), (ENGLISH,))
    tables = [part for part in manuscript.sections()["alongside"] if isinstance(part, DataTable)]
    killed = next(row for table in tables for row in table.rows if row[0] == "Civilians killed")
    assert killed == ("Civilians killed", "8", "4", "15")
    assert [column.title for column in tables[0].columns[1:]] == [
        "March 2018", "February 2018", "January to March 2018",
    ]  # fmt: skip
    months = next(part for part in manuscript.sections()["year"] if isinstance(part, DataTable))
    assert [row[1] for row in months.rows] == ["3", "4", "8"]
    assert months.total[1] == "15"


def test_what_was_verified_late_stands_apart(workspace: Workspace) -> None:
    today = dt.datetime.now(dt.UTC).date()
    earlier = today.replace(day=1) - dt.timedelta(days=40)
    bounds = {"first": dt.date(2017, 5, 6), "last": today + dt.timedelta(days=40)}
    file = workspace.period("idlib")
    workspace.save_period(replace(file, period=replace(file.period, **bounds)))  # type: ignore[arg-type]
    workspace.save(on(earlier, 6))
    workspace.save(on(today.replace(day=1), 2))
    workspace.save(dossier(incident=incident(date=When.on(earlier))))
    shown = monthly(workspace, f"{today:%Y-%m}")
    assert [one.killed for one in shown.late] == [6]
    assert shown.answers["civilians_killed"].total == 2
    [manuscript] = written(shown, (ENGLISH,))
    table = next(part for part in manuscript.sections()["late"] if isinstance(part, DataTable))
    assert table.total[-2] == "6"
    # the next month it is no longer late
    assert monthly(workspace, f"{today.replace(day=1) + dt.timedelta(days=32):%Y-%m}").late == ()


def test_a_month_reads_what_it_prints_and_no_more(workspace: Workspace) -> None:
    for day in (dt.date(2017, 6, 1), dt.date(2017, 12, 31), dt.date(2018, 1, 5), dt.date(2018, 3, 2)):
        workspace.save(on(day, 1))
    made = workspace.publish(Brief("idlib", "all", kind=MONTHLY, month="2018-03")).publication
    read = [
        one.reference
        for one in workspace.incidents(IncidentQuery()).rows
        if made.code in [into.publication.code for into in workspace.published_in(one.uid)]
    ]
    assert sorted(read) == ["IDL-2018-00001", "IDL-2018-00002"]


@pytest.mark.parametrize("month", ["", "2018-13", "2016-01", "2018", "march", "2018-03-01"])
def test_a_month_outside_the_period_is_refused(month: str, filled: Workspace) -> None:
    with pytest.raises(UnknownCode) as refused:
        monthly(filled, month)
    for language in LANGUAGES.values():
        assert "2017-05" in bare(refused.value.tell(language) + language.text(refused.value.advice, known="2017-05"))


def test_planted_mistakes_of_a_month_are_caught(filled: Workspace) -> None:
    shown = monthly(filled)
    [whole] = written(shown, (ENGLISH,))
    assert told_by([whole]) == []

    def column(part: object) -> DataTable | None:
        if isinstance(part, DataTable) and part.caption == ENGLISH.text(alongside.TITLE):
            first, *rest = part.rows
            return replace(part, rows=((*first[:2], "40", first[3]), *rest))
        return None

    assert ROW in {what for what, _, _ in told_by([changed(whole, column)])}

    def months(part: object) -> DataTable | None:
        if isinstance(part, DataTable) and part.caption == ENGLISH.text(year.TITLE):
            first, *rest = part.rows
            return replace(part, rows=((first[0], "30", *first[2:]), *rest))
        return None

    assert ROW in {what for what, _, _ in told_by([changed(whole, months)])}

    def chart(part: object) -> Picture | None:
        if isinstance(part, Picture) and part.chart.title == ENGLISH.text(year.CHART):
            return replace(part, chart=replace(part.chart, series=()))  # type: ignore[arg-type]
        return None

    assert CHART in {what for what, _, _ in told_by([changed(whole, chart)])}
    twice = replace(shown, late=shown.incidents[:1])
    assert LATE in {what for what, _, _ in told_by(written(twice, (ENGLISH,)))}


@EACH_LANGUAGE
def test_every_figure_stands_in_the_columns_of_the_month(language: Language, filled: Workspace) -> None:
    filled.save_case(case())
    [manuscript] = written(monthly(filled), (language,))
    rows = [row for part in manuscript.sections()["alongside"] if isinstance(part, DataTable) for row in part.rows]
    assert {row[0] for row in rows} == {language.text(figure.title) for figure in FIGURES.values()}
