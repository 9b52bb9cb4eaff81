"""Arrests in a report: what it says of them, which mistakes it refuses, and what it tells of nobody."""

import datetime as dt
from dataclasses import replace

import pytest

from snhr_desktop.domain.values import Site
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.agreement import disagreements, recount
from snhr_desktop.reports.agreement.charts import CHART
from snhr_desktop.reports.agreement.presence import PARTS
from snhr_desktop.reports.agreement.sentences import SENTENCE
from snhr_desktop.reports.agreement.tables import MISSING, ROW
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.gathering import AreaTellsPlaces
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part, Picture, Prose
from snhr_desktop.reports.pictures import arrests as picture
from snhr_desktop.reports.render import written
from snhr_desktop.reports.sections import arrests, detained
from snhr_desktop.workspace import Workspace
from tests.builders import DAY, case, dossier, state
from tests.reports.planting import answering, cell, changed, in_table, told_by

LATER = dt.date(2018, 4, 2)
BRIEF = Brief("idlib", "all", kind="monthly", month="2018-03")
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Arrests of March by two parties, releases of March and of April, an abduction, one not yet documented."""
    workspace.save(dossier())
    for one in (
        case(state(), state("disappeared", LATER), sex="female", name_ar="هدى السرية"),
        case(state(), state("died", LATER), age=12, age_group=""),
        case(state(party="hts"), state("released", LATER)),
        case(state(day=DAY.replace(month=1)), state("released", DAY)),
        case(state(party="unidentified")),
        case(status="reported"),
    ):
        workspace.save_case(one)
    return workspace


def text_of(parts: tuple[Part, ...]) -> str:
    return bare(" ".join(part.text for part in parts if isinstance(part, Prose)))


@EACH_LANGUAGE
def test_the_section_says_the_numbers_of_the_month(filled: Workspace, language: Language) -> None:
    [manuscript] = written(filled.gather(BRIEF), (language,))
    assert list(disagreements([manuscript])) == []
    parts = manuscript.sections()["arrests"]
    said = {
        ENGLISH: "at least 3 arrests, among them 1 child and 1 woman. Of these, 2 have become enforced disappearances",
        ARABIC: "3 حالات اعتقال بينهم طفل واحد وسيدة واحدة",
    }[language]
    assert said in text_of(parts)
    [table] = [part for part in parts if isinstance(part, DataTable)]
    rows = {bare(row[0]): row[1:] for row in table.rows}
    assert rows[label("party", "regime", language)] == ("2", "1", "1", "2", "1")
    assert table.total[1:] == ("3", "1", "1", "2", "1")
    assert "هدى" not in text_of(parts)


@EACH_LANGUAGE
def test_each_mistake_in_it_is_told(filled: Workspace, language: Language) -> None:
    shown = filled.gather(BRIEF)
    [whole] = written(shown, (language,))
    assert SENTENCE in {what for what, *_ in told_by([one_more(whole)])}
    assert ROW in {what for what, *_ in told_by([in_table(whole, arrests.TABLE, cell(0, 1, "9"))])}

    def without_chart(part: Part) -> Part | None:
        if isinstance(part, Picture) and part.chart.title == language.text(picture.TITLE):
            return replace(part, chart=replace(part.chart, rows=()))  # type: ignore[arg-type]
        return None

    assert CHART in {what for what, *_ in told_by([changed(whole, without_chart)])}
    own = [part for part in whole.sections()["arrests"] if isinstance(part, Prose | DataTable)]
    gone = replace(whole, parts=tuple(part for part in whole.parts if part not in own))
    assert {PARTS, SENTENCE} <= {what for what, *_ in told_by([gone])}
    planted = answering(shown, "children_arrested", total=9)
    assert recount.BREAKDOWN in {found.what for found in recount.disagreements(planted)}


def one_more(manuscript: Manuscript) -> Manuscript:
    """One arrest more in the first sentence."""
    text = next(part.text for part in manuscript.sections()["arrests"] if isinstance(part, Prose))

    def change(part: Part) -> Part | None:
        if isinstance(part, Prose) and part.text == text:
            return replace(part, text=text.replace("3", "4"))
        return None

    return changed(manuscript, change)


@EACH_LANGUAGE
def test_who_records_no_cases_says_so_and_no_number(workspace: Workspace, language: Language) -> None:
    workspace.save(dossier())
    [manuscript] = written(workspace.gather(BRIEF), (language,))
    assert list(disagreements([manuscript])) == []
    assert text_of(manuscript.sections()["arrests"]) == language.text(arrests.NOTHING)


def test_a_case_told_by_a_wider_place_is_in_no_report_of_a_narrower_area(filled: Workspace) -> None:
    file = filled.period("idlib")
    narrow = replace(file.period, code="city", area="SY070000")
    filled.save_period(replace(file, period=narrow))
    filled.save_case(case(place_shown="governorate"))
    assert filled.gather(BRIEF).answers["arrests"].total == 4
    with pytest.raises(AreaTellsPlaces) as refused:
        filled.gather(replace(BRIEF, period="city"))
    assert "IDL-D-2018-00007" in refused.value.tell(ENGLISH)
    assert filled.gather(replace(BRIEF, period="city", audience="internal")).answers["arrests"].total == 4


def test_a_name_that_a_family_withholds_goes_out_of_edited_texts(filled: Workspace) -> None:
    hide = filled.redaction(BRIEF)
    assert "هدى" not in hide.typed("اعتُقلت هدى السرية في آذار.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قالت فاطمة المستورة إنه اعتُقل.", "قالت […] إنه اعتُقل."),
        ("Fatima al-Mastoura said", "[…] said"),
        ("رواه نادر المخفي", "رواه […]"),
        ("told by Nader al-Makhfi", "told by […]"),
        ("هدى رضوان وهدى رضوان السرية", "[…] و[…]"),
        ("Huda Radwan, Huda al-Sirriya", "[…], […]"),
        ("والدها رضوان كامل السرية", "والدها […]"),
        ("Radwan Kamel al-Sirriya, her father", "[…], her father"),
        ("اتصل على 0944123456، خالد القريب", "اتصل على […]، […]"),
        ("Khaled al-Qareeb answers", "[…] answers"),
        ("فاطمة ورضوان وخالد", "فاطمة ورضوان وخالد"),
    ],
)
def test_every_name_of_a_case_goes_out_of_edited_texts_in_either_script(
    workspace: Workspace, text: str, shown: str
) -> None:
    workspace.save(dossier())
    workspace.save_case(
        case(
            state(source_name="نادر المخفي"), name_ar="هدى السرية", father_ar="رضوان كامل السرية",
            mother_ar="فاطمة المستورة", naming="none", family_contact="خالد القريب 0944123456",
        )
    )  # fmt: skip
    assert workspace.redaction(BRIEF).typed(text) == shown


def test_a_mother_whose_family_agrees_to_the_naming_stays_in_edited_texts(workspace: Workspace) -> None:
    workspace.save(dossier())
    workspace.save_case(case(mother_ar="فاطمة المستورة", naming="published"))
    assert workspace.redaction(BRIEF).typed("قالت فاطمة المستورة") == "قالت فاطمة المستورة"


def test_what_changed_since_publication_leads_to_the_case(filled: Workspace) -> None:
    code = filled.publish(BRIEF).publication.code
    assert filled.changes_since(code).records == ()
    saved = filled.save_case(case(state(party="sdf", place=Site("C3871", "community")))).file
    since = filled.changes_since(code)
    assert [(change.difference.figure, change.references) for change in since.figures[:1]] == [
        ("arrests", (saved.case.reference,))
    ]
    assert [record.reference for record in since.records] == [saved.case.reference]
    assert all(since.tell(language) for language in LANGUAGES.values())


SECRET = "ريما الخفية"
NAMED = (
    case(name_ar="سامر الظاهر", name_en="Samer al-Zahir", father_ar="خالد", age=40, age_group="", naming="published"),
    case(name_ar="وليد المشترك", naming="shared", place_shown="governorate"),
    case(name_ar=SECRET, naming="none", sex="female"),
    case(name_ar="طفل السرّ", naming="published", age=9, age_group=""),
    case(state(party="unidentified"), name_ar="محمود المخطوف", naming="published"),
)


@pytest.mark.parametrize(
    ("audience", "named"),
    [
        ("public", ["سامر الظاهر"]),
        ("partners", ["سامر الظاهر", "وليد المشترك"]),
        ("internal", [SECRET, "سامر الظاهر", "طفل السرّ", "وليد المشترك"]),
    ],
)
def test_only_those_are_named_whose_families_agree(workspace: Workspace, audience: str, named: list[str]) -> None:
    workspace.save_cases(NAMED)
    shown = workspace.gather(replace(BRIEF, audience=audience))
    manuscripts = written(shown, (ARABIC, ENGLISH))
    assert list(disagreements(manuscripts)) == []
    [table] = [part for part in manuscripts[0].sections()["detained"] if isinstance(part, DataTable)]
    assert [bare(row[0]).partition("\n")[0].partition(" (")[0] for row in table.rows] == named
    assert (SECRET in repr(shown)) is (audience == "internal")
    wrong = changed(manuscripts[0], lambda p: replace(p, rows=p.rows[1:]) if p is table else None)
    assert MISSING in {what for what, *_ in told_by([wrong])}
    if audience == "partners":  # told by the governorate alone
        assert bare(table.rows[1][2]) == "محافظة إدلب"


@EACH_LANGUAGE
def test_where_nobody_may_be_named_that_is_said(filled: Workspace, language: Language) -> None:
    [manuscript] = written(filled.gather(BRIEF), (language,))
    assert text_of(manuscript.sections()["detained"]) == language.text(detained.NOBODY)


def test_a_name_that_a_family_takes_back_is_told_of_as_told_otherwise(workspace: Workspace) -> None:
    saved = workspace.save_cases(NAMED).saved[0].file
    code = workspace.publish(BRIEF).publication.code
    workspace.save_case(replace(saved, case=replace(saved.case, naming="none")))
    since = workspace.changes_since(code)
    [one] = since.retold
    assert (one.section, one.references) == ("detained", (saved.case.reference,))
    assert "الظاهر" not in repr(since.snapshot.detained)
